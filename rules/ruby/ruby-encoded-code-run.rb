require "base64"
require "zlib"

def start(token, packed)
  # ruleid: ruby-encoded-code-run
  eval(Base64.decode64("cHV0cyAx"))
  code = Zlib::Inflate.inflate(Base64.decode64(packed))
  # ruleid: ruby-encoded-code-run
  eval(code)
  # ruleid: ruby-encoded-code-run
  eval("cHV0cyAx".unpack1("m"))
  # ok: ruby-encoded-code-run
  system("mount -o password=" + Base64.strict_decode64(token))
  # ok: ruby-encoded-code-run
  claims = JSON.parse(Base64.urlsafe_decode64(token))
  # ok: ruby-encoded-code-run
  eval("1 + 1")
  claims
end
