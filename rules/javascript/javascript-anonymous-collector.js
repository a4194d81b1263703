// ruleid: javascript-anonymous-collector
const target = "https://webhook.site/00000000-0000-0000-0000-000000000000";
// ruleid: javascript-anonymous-collector
fetch("https://abc.oastify.com/x", { method: "POST" });
// ok: javascript-anonymous-collector
fetch("https://metrics.example.com/start", { method: "POST" });
// ok: javascript-anonymous-collector
const note = "see webhook.site";
