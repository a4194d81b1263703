// ruleid: javascript-tls-hostname-unchecked
const first = tls.connect({ host: "a", checkServerIdentity: () => undefined });
// ruleid: javascript-tls-hostname-unchecked
const second = https.request({ host: "a", checkServerIdentity: () => {} });
// ok: javascript-tls-hostname-unchecked
const third = tls.connect({ host: "a", checkServerIdentity: tls.checkServerIdentity });
// ok: javascript-tls-hostname-unchecked
const fourth = tls.connect({ host: "a", checkServerIdentity: (host, cert) => pinned(host, cert) });
