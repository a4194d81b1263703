# ruleid: ruby-certificate-check-off
http.verify_mode = OpenSSL::SSL::VERIFY_NONE
# ok: ruby-certificate-check-off
http.verify_mode = OpenSSL::SSL::VERIFY_PEER
