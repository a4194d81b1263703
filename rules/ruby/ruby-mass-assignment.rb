def create
  # ruleid: ruby-mass-assignment
  User.create(params.require(:user).permit!)
  # ok: ruby-mass-assignment
  User.create(params.require(:user).permit(:name))
end
