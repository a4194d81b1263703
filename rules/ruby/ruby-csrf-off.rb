class HooksController < ApplicationController
  # ruleid: ruby-csrf-off
  skip_before_action :verify_authenticity_token
  # ok: ruby-csrf-off
  before_action :load
end

class ApiController < ApplicationController
  # ruleid: ruby-csrf-off
  skip_before_action :verify_authenticity_token, only: :create
end

class PagesController < ApplicationController
  # ok: ruby-csrf-off
  skip_before_action :load, only: :index
end
