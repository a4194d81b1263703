// ruleid: javascript-cleartext-protocol
axios.post("http://api.example.com/login", { user });
// ruleid: javascript-cleartext-protocol
fetch("http://api.example.com/pay", { method: "POST", body: form });
// ok: javascript-cleartext-protocol
axios.post("https://api.example.com/login", { user });
// ok: javascript-cleartext-protocol
axios.post("http://localhost:3000/login", { user });
