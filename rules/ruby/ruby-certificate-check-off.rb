# ruleid: ruby-certificate-check-off
http.verify_mode = OpenSSL::SSL::VERIFY_NONE
# ok: ruby-certificate-check-off
http.verify_mode = OpenSSL::SSL::VERIFY_PEER
# ruleid: ruby-certificate-check-off
context.set_params(verify_mode: OpenSSL::SSL::VERIFY_NONE)
# ok: ruby-certificate-check-off
context = OpenSSL::SSL::SSLContext.new
