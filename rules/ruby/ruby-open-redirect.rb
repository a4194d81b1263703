def back
  # ruleid: ruby-open-redirect
  redirect_to params[:next]
end

def home
  # ok: ruby-open-redirect
  redirect_to "/home"
end

def go
  # ruleid: ruby-open-redirect
  redirect_to(params[:url], status: 302)
end

def list
  # ok: ruby-open-redirect
  redirect_to url_for(action: :index)
end
