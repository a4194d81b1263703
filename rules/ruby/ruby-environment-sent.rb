require "net/http"

def report(uri)
  # ruleid: ruby-environment-sent
  Net::HTTP.post(uri, ENV.to_h.to_json)
  # ruleid: ruby-environment-sent
  Net::HTTP.post_form(uri, ENV.to_h)
  # ok: ruby-environment-sent
  Net::HTTP.post(uri, { user: ENV["USER"] }.to_json)
  # ok: ruby-environment-sent
  Net::HTTP.post(URI(ENV.fetch("HOOK")), "ok")
end
