const level = "user‮ ⁦// admin only⁩ ⁦"; // ruleid: hidden-unicode
const flag = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"; // ok: hidden-unicode
const name = "אבג abc"; // ok: hidden-unicode
