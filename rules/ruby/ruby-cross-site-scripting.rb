def show
  # ruleid: ruby-cross-site-scripting
  title = "<b>#{params[:title]}</b>".html_safe
  # ruleid: ruby-cross-site-scripting
  text = raw(params[:text])
  # ok: ruby-cross-site-scripting
  safe = raw(sanitize(params[:text]))
end

def heading
  # ok: ruby-cross-site-scripting
  title = "<b>News</b>".html_safe
end
