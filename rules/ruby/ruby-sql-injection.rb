class UsersController < ApplicationController
  def index
    # ruleid: ruby-sql-injection
    @users = User.where("name = '#{params[:name]}'")
    # ruleid: ruby-sql-injection
    @all = User.find_by_sql("SELECT * FROM users WHERE id = " + params[:id])
    # ok: ruby-sql-injection
    @same = User.where(name: params[:name])
    # ok: ruby-sql-injection
    @bound = User.where("name = ?", params[:name])
    # ok: ruby-sql-injection
    @numbers = User.where("id = #{params[:id].to_i}")
  end
end
