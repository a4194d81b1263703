# ruleid: ruby-check-always-passes
def verify_signature(body, signature)
  true
end

# ruleid: ruby-check-always-passes
def check_password(user, password)
  return true
end

# ok: ruby-check-always-passes
def verify_token(token)
  secure_compare(load, token)
end

# ok: ruby-check-always-passes
def enabled(name)
  true
end
