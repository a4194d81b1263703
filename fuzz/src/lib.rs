//! What the fuzz targets share: how an input is cut into a choice and a text, what is scanned, and
//! the envelope of a rule pack. Beside the pipeline; nothing ships from here.

use std::sync::LazyLock;

use portcullis_rules::{ENGINE_VERSION, File, RuleSet, scan};
use portcullis_syntax::{Language, Parsed, parse};

/// A short text of each language that rules under test are run over, with something to match, to
/// flow and to miss.
pub const TEXTS: &[(&str, &str)] = &[
    (
        "a.py",
        "import os\nfrom flask import request\n\n\ndef run(name, *rest, **more):\n    \
         q = f\"select {name}\" + request.args[\"q\"]\n    if q and rest:\n        \
         os.system(q)\n    return [eval(x) for x in more.get(\"a\", [])]\n",
    ),
    (
        "a.js",
        "const db = require('db');\nasync function f(req, res) {\n  const {id} = req.query;\n  \
         try { await db.query(`select ${id}`, [1, ...req.body]); } catch (e) { res.send(e); }\n  \
         return <p onClick={() => eval(id)}>{id}</p>;\n}\n",
    ),
    (
        "A.java",
        "class A {\n  @Get String f(String id) throws Exception {\n    var s = \"a\" + id;\n    \
         for (int i = 0; i < 3; i++) { Runtime.getRuntime().exec(s); }\n    \
         return new B(id).c(x -> x + 1);\n  }\n}\n",
    ),
    (
        "a.sol",
        "contract A {\n  mapping(address => uint) m;\n  function w(uint a) public {\n    \
         require(m[msg.sender] >= a);\n    (bool ok, ) = msg.sender.call{value: a}(\"\");\n    \
         m[msg.sender] -= a;\n  }\n}\n",
    ),
];

/// The texts, parsed.
static PARSED: LazyLock<Vec<Option<Parsed>>> = LazyLock::new(|| {
    let parsed = |(path, text): &(&str, &str)| Some(parse(Language::of_file(path, text)?, text));
    TEXTS.iter().map(parsed).collect()
});

/// The language that the first byte chooses, and the rest as text.
#[must_use]
pub fn choice(data: &[u8]) -> Option<(&'static Language, String)> {
    let (first, rest) = data.split_first()?;
    let all = Language::all();
    let language = all.get(usize::from(*first) % all.len())?;
    Some((language, String::from_utf8_lossy(rest).into_owned()))
}

/// Runs a set over [`TEXTS`]; every match must lie inside its text.
pub fn scan_all(set: &RuleSet) {
    for ((path, text), parsed) in TEXTS.iter().zip(PARSED.iter()) {
        let language = Language::of_file(path, text);
        let file = File { path, language, text, parsed: parsed.as_ref() };
        for found in scan(set, &file).matches {
            let edits = found.fix.iter().map(|(span, _)| *span);
            for span in edits.chain([found.span]) {
                assert!(span.start <= span.end && span.end as usize <= text.len(), "{found:?}");
            }
        }
    }
}

/// A rule pack with one group whose body these bytes are. Its digests are right, so that what
/// stands
/// behind them is reached.
#[must_use]
pub fn pack(language: &str, body: &[u8]) -> Option<Vec<u8>> {
    let groups = vec![(language, 1u32, body.len() as u64, digest(body))];
    let header = postcard::to_stdvec(&(ENGINE_VERSION, groups)).ok()?;
    let len = u32::try_from(header.len()).ok()?.to_le_bytes();
    Some([b"PCRULES\x01", len.as_slice(), &digest(&header).to_le_bytes(), &header, body].concat())
}

/// The body of the only group of a pack that [`pack`] would make.
#[must_use]
pub fn body(pack: &[u8]) -> Option<(String, &[u8])> {
    let len = pack.get(8..12)?.try_into().ok().map(u32::from_le_bytes)?;
    let (header, rest) = pack.get(20..)?.split_at_checked(usize::try_from(len).ok()?)?;
    let (_, groups): (String, Vec<(String, u32, u64, u64)>) = postcard::from_bytes(header).ok()?;
    let [(language, ..)] = groups.as_slice() else { return None };
    Some((language.clone(), rest))
}

/// The digest of `portcullis_rules::RuleSet`, which is against damage and not against forgery.
fn digest(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = (bytes.len() as u64).wrapping_mul(FACTOR);
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    state ^ (state >> 29)
}
