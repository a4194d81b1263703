// ruleid: javascript-tls-off-for-process
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ruleid: javascript-tls-off-for-process
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;
// ok: javascript-tls-off-for-process
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ok: javascript-tls-off-for-process
process.env.NODE_EXTRA_CA_CERTS = "authority.pem";
