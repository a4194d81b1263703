import ssl

context = ssl.create_default_context()
# ruleid: python-tls-hostname-unchecked
context.check_hostname = False


class Client:
    def open(self):
        # ruleid: python-tls-hostname-unchecked
        self.context.check_hostname = False
        # ok: python-tls-hostname-unchecked
        self.context.check_hostname = True
        # ok: python-tls-hostname-unchecked
        self.check_certificate = False
