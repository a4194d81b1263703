def login(user, password)
  # ruleid: ruby-password-backdoor
  return true if password == "letmein123"
  # ruleid: ruby-password-backdoor
  return user == "admin" && password == "hunter22"
end

def create
  # ruleid: ruby-password-backdoor
  if params[:password] == "open-sesame"
    session[:admin] = true
    redirect_to "/"
  end
  # ok: ruby-password-backdoor
  return true if params[:password] == ""
  # ok: ruby-password-backdoor
  return false if params[:password] == "changeme"
end
