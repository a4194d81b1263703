// ruleid: hidden-unicode
const level = "user‮ ⁦// admin only⁩ ⁦";
// ruleid: hidden-unicode
const note = "Take care󠁉󠁧󠁮󠁯󠁲󠁥";
// ok: hidden-unicode
const flag = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";
// ok: hidden-unicode
const name = "אבג and \u202e";
