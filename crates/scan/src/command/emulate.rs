//! What common programs print, worked out from what they are given: enough to know a content that
//! takes a way through them. Anything unusual is not known.

use std::fmt::Write as _;

use base64::Engine as _;
use portcullis_syntax::shell::{Field, c_escape};

use super::{
    invoke::Call,
    path,
    run::Run,
    sed,
    stream::{DECODED, HOME, SECRET, Stream},
};

/// Longest line that a width in `printf` may make.
const WIDTH_MAX: usize = 4096;

/// `echo`, `printf`, `cat`, `tee`.
pub(super) fn printing(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "echo" => Some(echo(call)),
        "printf" => Some(printf(run, call)),
        "cat" | "gcat" => Some(run.concatenate(call)),
        "tee" | "sponge" => Some(run.tee(call)),
        _ => None,
    }
}

/// Programs that change what flows through them.
pub(super) fn filtering(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "base64" | "openssl" | "xxd" => run.decode(call),
        "rev" if call.arguments.is_empty() => Some(
            call.stdin
                .map(|text| {
                    let lines = text.split('\n').map(|line| line.chars().rev().collect::<String>());
                    Some(lines.collect::<Vec<_>>().join("\n"))
                })
                .marked(DECODED),
        ),
        "tr" => Some(call.stdin.map(|text| translate(text, &call.texts()))),
        "head" | "tail" => Some(run.part_of(call)),
        "sed" | "gsed" => Some(sed::stream(run, call)),
        "awk" | "gawk" | "mawk" | "nawk" => run.awk(call),
        "ed" | "ex" | "vi" | "vim" | "nvim" | "emacs" => {
            run.unparsed(format!("what `{}` does to files is not known beforehand", call.exe));
            None
        }
        "sort" => {
            for file in call.values(&["-o", "--output"]) {
                if let Some(path) = run.target(&file) {
                    run.deliver(&path, &Stream::unknown(), false, "sort", call.span);
                }
            }
            None
        }
        _ => None,
    }
}

/// A stream of all arguments; its marks and gaps are theirs.
fn of_arguments(fields: &[Field], text: String) -> Stream {
    let marks = fields.iter().fold(0, |marks, field| marks | field.marks);
    Stream {
        partial: marks & HOME != 0 || fields.iter().any(|field| !field.known || field.glob),
        marks: marks & !HOME,
        ..Stream::known(text)
    }
}

fn echo(call: &Call) -> Stream {
    let is_option = |text: &str| {
        text.len() > 1 && text.starts_with('-') && text.chars().skip(1).all(|c| "neE".contains(c))
    };
    let options: Vec<&str> = call.texts().into_iter().take_while(|text| is_option(text)).collect();
    let fields = call.arguments.get(options.len()..).unwrap_or_default();
    let words: Vec<&str> = fields.iter().map(|field| field.text.as_str()).collect();
    let mut text = words.join(" ");
    let letters = options.concat();
    let escapes = letters.rfind('e') > letters.rfind('E');
    let mut end = if options.iter().any(|option| option.contains('n')) { "" } else { "\n" };
    if escapes {
        let (unescaped, stopped) = unescape(&text);
        text = unescaped;
        if stopped {
            end = "";
        }
    }
    of_arguments(fields, text + end)
}

/// Escapes of `echo -e` and of `%b`; `\c` ends the output.
fn unescape(text: &str) -> (String, bool) {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        if behind.starts_with('c') {
            return (String::from_utf8_lossy(&bytes).into_owned(), true);
        }
        // Octal numbers have a leading zero of their own here.
        let skip = usize::from(behind.starts_with('0') && behind.len() > 1);
        let quote = behind.starts_with(['\'', '"', '?', '1', '2', '3', '4', '5', '6', '7']);
        let (length, escaped) = c_escape(behind.get(skip..).unwrap_or(""));
        if length == 0 || quote {
            bytes.push(b'\\');
            rest = behind;
        } else {
            bytes.extend_from_slice(&escaped);
            rest = behind.get(skip + length..).unwrap_or("");
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    (String::from_utf8_lossy(&bytes).into_owned(), false)
}

/// `printf [-v name] format argument ...`: the format is used again while arguments are left.
fn printf(run: &mut Run<'_>, call: &Call) -> Stream {
    let mut arguments = call.arguments.as_slice();
    let into = match arguments {
        [option, name, rest @ ..] if option.text == "-v" => {
            arguments = rest;
            Some(name.text.clone())
        }
        [option, rest @ ..] if option.text == "--" => {
            arguments = rest;
            None
        }
        _ => None,
    };
    let Some((format, values)) = arguments.split_first() else { return Stream::unknown() };
    let values: Vec<&str> = values.iter().map(|field| field.text.as_str()).collect();
    let stream = match formatted(&format.text, &values) {
        Some(text) => of_arguments(arguments, text),
        None => Stream::unknown(),
    };
    let Some(name) = into else { return stream };
    let text = stream.whole().map(str::to_owned);
    run.assign(&name, portcullis_syntax::shell::Known { text, marks: stream.marks });
    Stream::empty()
}

fn formatted(format: &str, values: &[&str]) -> Option<String> {
    let mut out = String::new();
    let mut values = values.iter().copied().peekable();
    loop {
        let before = values.len();
        if format_once(format, &mut values, &mut out)?
            || values.len() == 0
            || values.len() == before
        {
            return Some(out);
        }
    }
}

/// Goes through the format once; says whether the output was ended.
fn format_once<'v>(
    format: &str,
    values: &mut impl Iterator<Item = &'v str>,
    out: &mut String,
) -> Option<bool> {
    let mut rest = format;
    while let Some(at) = rest.find(['%', '\\']) {
        let (before, behind) = rest.split_at_checked(at)?;
        out.push_str(before);
        rest = if let Some(escape) = behind.strip_prefix('\\') {
            let (length, bytes) = c_escape(escape);
            let text = if length == 0 {
                "\\".into()
            } else {
                String::from_utf8_lossy(&bytes).into_owned()
            };
            out.push_str(&text);
            escape.get(length..)?
        } else {
            let (specification, behind, ended) = conversion(behind, values)?;
            out.push_str(&specification);
            if ended {
                return Some(true);
            }
            behind
        };
    }
    out.push_str(rest);
    Some(false)
}

/// One `%...` conversion: its text, what stands behind it, and whether it ends the output.
fn conversion<'f, 'v>(
    text: &'f str,
    values: &mut impl Iterator<Item = &'v str>,
) -> Option<(String, &'f str, bool)> {
    let letter = text.char_indices().skip(1).find(|(_, c)| c.is_ascii_alphabetic() || *c == '%')?;
    let flags = text.get(1..letter.0)?;
    let behind = text.get(letter.0 + 1..)?;
    let mut ended = false;
    let value = match letter.1 {
        '%' if flags.is_empty() => return Some(("%".to_owned(), behind, false)),
        's' => values.next().unwrap_or("").to_owned(),
        'b' => {
            let (value, stopped) = unescape(values.next().unwrap_or(""));
            ended = stopped;
            value
        }
        'd' | 'i' | 'u' => {
            let value = values.next().unwrap_or("0").trim();
            value.parse::<i64>().ok()?.to_string()
        }
        'c' => values.next().and_then(|value| value.chars().next())?.to_string(),
        'x' => format!("{:x}", values.next().unwrap_or("0").parse::<i64>().ok()?),
        _ => return None,
    };
    Some((padded(&value, flags)?, behind, ended))
}

/// A value in its field: `-`, `0`, width and precision.
fn padded(value: &str, flags: &str) -> Option<String> {
    let left = flags.starts_with('-');
    let flags = flags.trim_start_matches('-');
    let (width, precision) = flags.split_once('.').unwrap_or((flags, ""));
    let zero = width.starts_with('0');
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<usize>().ok() };
    let width = number(width)?.min(WIDTH_MAX);
    let value = if flags.contains('.') {
        value.chars().take(number(precision)?).collect()
    } else {
        value.to_owned()
    };
    let mut out = String::new();
    let written = match (left, zero) {
        (true, _) => write!(out, "{value:<width$}"),
        (false, true) => write!(out, "{value:0>width$}"),
        (false, false) => write!(out, "{value:>width$}"),
    };
    written.ok().map(|()| out)
}

impl Run<'_> {
    /// The contents of files, or standard input where there is none.
    fn inputs(&mut self, call: &Call, files: &[&Field]) -> Stream {
        if files.is_empty() {
            return call.stdin.clone();
        }
        let mut streams = Vec::new();
        for file in files {
            let stream = match self.resolve(&file.text) {
                _ if file.text == "-" => call.stdin.clone(),
                Some(path) if file.known && !file.glob && !is_input(&path) => self.content(&path),
                Some(path) if is_input(&path) => call.stdin.clone(),
                _ => Stream::unknown(),
            };
            let secret = if path::is_secret(&file.text) { SECRET } else { 0 };
            streams.push(stream.marked(file.marks | secret));
        }
        Stream::concat(&streams)
    }

    fn concatenate(&mut self, call: &Call) -> Stream {
        let changes = call.arguments.iter().any(|field| {
            field.text.starts_with('-')
                && field.text.len() > 1
                && field.text != "--"
                && field.text != "-u"
        });
        let stream = self.inputs(call, &call.operands(&[]));
        if changes { Stream::unknown().marked(stream.marks) } else { stream }
    }

    fn tee(&mut self, call: &Call) -> Stream {
        let append = call.flag('a', "append");
        for file in call.operands(&["-p"]).into_iter().cloned().collect::<Vec<_>>() {
            if let Some(path) = self.target(&file) {
                self.deliver(&path, &call.stdin, append, "tee", call.span);
            }
        }
        call.stdin.clone()
    }

    /// `base64`, `xxd -r`, `openssl base64`: encoding and decoding.
    fn decode(&mut self, call: &Call) -> Option<Stream> {
        let hexadecimal = call.exe == "xxd";
        if call.exe == "openssl" && !(call.has("base64") || call.has("enc")) {
            return None;
        }
        let decodes =
            call.flag('d', "decode") || call.flag('D', "") || (hexadecimal && call.flag('r', ""));
        let mut files =
            call.operands(&["-w", "--wrap", "-in", "-out", "-k", "-pass", "-c", "-l", "-s"]);
        let named = call.values(&["-in"]);
        if call.exe == "openssl" {
            files = named.iter().collect();
        }
        let input = self.inputs(call, &files);
        if !decodes {
            return Some(Stream::unknown().marked(input.marks));
        }
        let cipher = call.exe == "openssl" && call.has("enc") && call.arguments.len() > 3;
        let output = if hexadecimal {
            input.map(|text| from_hex(text).filter(|_| call.flag('p', "")))
        } else {
            input.map(|text| from_base64(text).filter(|_| !cipher))
        }
        .marked(DECODED);
        let files = call.values(&["-out", "-o", "--output"]);
        for file in &files {
            if let Some(path) = self.target(file) {
                self.deliver(&path, &output, false, "decode", call.span);
            }
        }
        Some(if files.is_empty() { output } else { Stream::empty() })
    }

    /// `head` and `tail` of one input by lines.
    fn part_of(&mut self, call: &Call) -> Stream {
        let operands = call.operands(&["-n", "--lines", "-c", "--bytes"]);
        let input = self.inputs(call, &operands);
        let counts = call.values(&["-n", "--lines"]);
        let short =
            call.texts().first().and_then(|text| text.strip_prefix('-')?.parse::<usize>().ok());
        let count = match counts.first() {
            Some(count) => count.text.parse::<usize>().ok(),
            None => short.or(Some(10)),
        };
        let plain = !call.flag('c', "bytes") && !call.flag('f', "follow") && operands.len() <= 1;
        let Some(count) = count.filter(|_| plain) else {
            return Stream::unknown().marked(input.marks);
        };
        input.map(|text| {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let skipped = if call.exe == "tail" { lines.len().saturating_sub(count) } else { 0 };
            Some(lines.into_iter().skip(skipped).take(count).collect())
        })
    }

    /// `awk` may start programs and write files of its own.
    fn awk(&mut self, call: &Call) -> Option<Stream> {
        let acts = |text: &str| {
            let spaceless: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let writes = ["print", "printf"].iter().any(|word| {
                spaceless.match_indices(word).any(|(at, _)| {
                    let statement = spaceless.get(at..).unwrap_or("");
                    statement.split([';', '}', '\n']).next().unwrap_or("").contains(">\"")
                })
            });
            writes
                || spaceless.contains("system(")
                || spaceless.contains("|getline")
                || spaceless.contains("|\"")
                || spaceless.contains("|&")
                || spaceless.contains("/inet/")
        };
        let in_place = call.has("inplace");
        if in_place
            || call.arguments.iter().any(|field| acts(&field.text))
            || call.flag('f', "file")
        {
            self.unparsed("the `awk` program may write files or start programs");
        }
        None
    }
}

fn is_input(path: &str) -> bool {
    matches!(path, "/dev/stdin" | "/dev/fd/0" | "/proc/self/fd/0")
}

/// The text that a base64 text stands for, where it is one.
pub(super) fn from_base64(text: &str) -> Option<String> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let engine = base64::engine::GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        base64::engine::GeneralPurposeConfig::new()
            .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent),
    );
    String::from_utf8(engine.decode(packed).ok()?).ok()
}

fn from_hex(text: &str) -> Option<String> {
    let digits: Vec<u8> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_digit(16))
        .map(|d| d.and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<_>>()?;
    let bytes = digits.chunks(2).map(|pair| pair.iter().fold(0u8, |byte, digit| byte << 4 | digit));
    String::from_utf8(bytes.collect()).ok()
}

/// `tr` with plain sets, ranges and `-d`.
fn translate(text: &str, arguments: &[&str]) -> Option<String> {
    match arguments {
        ["-d", set] => {
            let set = expanded(set)?;
            Some(text.chars().filter(|c| !set.contains(c)).collect())
        }
        [from, to] if !from.starts_with('-') => {
            let (from, to) = (expanded(from)?, expanded(to)?);
            let last = *to.last()?;
            let map = |c: char| match from.iter().position(|f| *f == c) {
                Some(at) => to.get(at).copied().unwrap_or(last),
                None => c,
            };
            Some(text.chars().map(map).collect())
        }
        _ => None,
    }
}

/// The characters of a set of `tr`.
fn expanded(set: &str) -> Option<Vec<char>> {
    if set.contains(['[', '\\']) && !matches!(set, "\\n" | "\\t" | "\\r") {
        return None;
    }
    match set {
        "\\n" => return Some(vec!['\n']),
        "\\t" => return Some(vec!['\t']),
        "\\r" => return Some(vec!['\r']),
        _ => {}
    }
    let characters: Vec<char> = set.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&first) = characters.get(at) {
        match (characters.get(at + 1), characters.get(at + 2)) {
            (Some('-'), Some(&last)) if first <= last => {
                found.extend((first..=last).take(256));
                at += 3;
            }
            _ => {
                found.push(first);
                at += 1;
            }
        }
    }
    Some(found)
}
