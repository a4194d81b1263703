// ruleid: javascript-weak-hash-library
const first = CryptoJS.MD5(data).toString();
// ruleid: javascript-weak-hash-library
const second = await crypto.subtle.digest("SHA-1", data);
// ok: javascript-weak-hash-library
const third = CryptoJS.SHA256(data).toString();
// ok: javascript-weak-hash-library
const fourth = await crypto.subtle.digest("SHA-256", data);
