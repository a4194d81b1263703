from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS


def configure(app, response, request):
    # ruleid: python-cors-any-origin
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
    # ruleid: python-cors-any-origin
    CORS(app, supports_credentials=True)
    # ruleid: python-cors-any-origin
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    # ok: python-cors-any-origin
    app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_credentials=True)
    # ok: python-cors-any-origin
    app.add_middleware(CORSMiddleware, allow_origins=["*"])
    # ok: python-cors-any-origin
    CORS(app, origins=["https://shop.example"], supports_credentials=True)
