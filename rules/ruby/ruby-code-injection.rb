def run
  # ruleid: ruby-code-injection
  eval(params[:formula])
  # ruleid: ruby-code-injection
  record.send(params[:action_name])
  # ruleid: ruby-code-injection
  kind = params[:kind].constantize
  # ok: ruby-code-injection
  record.send(:refresh, params[:id])
end

def total
  # ok: ruby-code-injection
  value = Integer(params[:formula])
end
