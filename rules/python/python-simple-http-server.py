import http.server
import socketserver

# ruleid: python-simple-http-server
handler = http.server.SimpleHTTPRequestHandler
# ruleid: python-simple-http-server
server = socketserver.TCPServer(("127.0.0.1", 80), http.server.CGIHTTPRequestHandler)
# ok: python-simple-http-server
base = http.server.BaseHTTPRequestHandler
# ok: python-simple-http-server
server.serve_forever()
