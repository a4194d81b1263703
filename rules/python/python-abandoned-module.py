# ruleid: python-abandoned-module
import cgi
# ruleid: python-abandoned-module
from flask_jwt import JWT
# ok: python-abandoned-module
import html
# ok: python-abandoned-module
from flask_jwt_extended import JWTManager
