def show
  # ruleid: ruby-path-traversal
  text = File.read("files/#{params[:name]}")
  # ruleid: ruby-path-traversal
  send_file params[:path]
  # ok: ruby-path-traversal
  other = File.read("files/" + File.basename(params[:name]))
end

def terms
  # ok: ruby-path-traversal
  text = File.read("files/terms.txt")
end
