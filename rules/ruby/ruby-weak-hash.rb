# ruleid: ruby-weak-hash
digest = Digest::MD5.hexdigest(password)
# ruleid: ruby-weak-hash
other = Digest::SHA1.digest(text)
# ok: ruby-weak-hash
good = Digest::SHA256.hexdigest(text)
# ok: ruby-weak-hash
strong = OpenSSL::Digest::SHA512.hexdigest(text)
