require "net/http"
require "open-uri"

def install(uri)
  # ruleid: ruby-download-executed
  eval(Net::HTTP.get(uri))
  code = URI.open("https://example.com/plugin.rb").read
  # ruleid: ruby-download-executed
  eval(code)
  # ok: ruby-download-executed
  data = JSON.parse(Net::HTTP.get(uri))
  # ok: ruby-download-executed
  eval("1 + 1")
  data
end
