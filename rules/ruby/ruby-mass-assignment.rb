def create
  # ruleid: ruby-mass-assignment
  User.create(params.require(:user).permit!)
  # ok: ruby-mass-assignment
  User.create(params.require(:user).permit(:name))
end

def update
  # ruleid: ruby-mass-assignment
  user.update(params.permit!)
end

def rename
  # ok: ruby-mass-assignment
  user.update(name: params[:name])
end
