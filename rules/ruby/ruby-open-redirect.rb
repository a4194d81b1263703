def back
  # ruleid: ruby-open-redirect
  redirect_to params[:next]
end

def home
  # ok: ruby-open-redirect
  redirect_to "/home"
end
