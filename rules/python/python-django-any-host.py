# ruleid: python-django-any-host
ALLOWED_HOSTS = ["*"]
# ruleid: python-django-any-host
app.add_middleware(TrustedHostMiddleware, allowed_hosts=["*"])
# ok: python-django-any-host
ALLOWED_HOSTS = ["shop.example.com"]
# ok: python-django-any-host
ALLOWED_ORIGINS = ["*"]
