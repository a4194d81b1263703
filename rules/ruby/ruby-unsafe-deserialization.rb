def cart
  # ruleid: ruby-unsafe-deserialization
  items = Marshal.load(cookies[:cart])
  # ruleid: ruby-unsafe-deserialization
  more = YAML.load(params[:data])
  # ok: ruby-unsafe-deserialization
  safe = JSON.parse(cookies[:cart])
end

def settings
  # ok: ruby-unsafe-deserialization
  read = YAML.safe_load(params[:data])
end
