//! Judges a value by itself: whether it is a placeholder, a template, a name, a word or something
//! that only a machine or a careful person would have drawn. Knows nothing of where it stands.

use std::collections::HashSet;

/// Which letters follow which in English words and identifiers: bit `n` of row `m` is set where the
/// pair of the `m`th and the `n`th letter is among the pairs that make up 93 % of such text.
const PAIRS: [u32; 26] = [
    0x17e_bd4e, 0x116_4911, 0x01e_4d95, 0x016_4919, 0x1ee_f97f, 0x012_4931, 0x016_6991, 0x008_4111,
    0x22e_f87f, 0x000_0000, 0x004_0110, 0x11c_4919, 0x014_d113, 0x03c_6d7d, 0x07e_fd6f, 0x11e_c911,
    0x010_0000, 0x11e_fd7d, 0x11c_cd95, 0x11e_d995, 0x00e_b917, 0x000_0111, 0x002_6111, 0x008_8110,
    0x00c_8000, 0x000_0010,
];

/// Words that stand in values that are meant to be replaced. Long enough not to be drawn by chance.
const STAND_INS: &[&str] = &[
    "example",
    "placeholder",
    "changeme",
    "change_me",
    "change-me",
    "changethis",
    "replace",
    "redacted",
    "dummy",
    "your_",
    "your-",
    "yourkey",
    "yoursecret",
    "yourtoken",
    "yourpassword",
    "xxxx",
    "insert_",
    "insert-",
    "notreal",
    "not-a-real",
    "not_a_real",
    "not-real",
    "foobar",
    "lorem",
    "_here",
    "-here",
    "goes_here",
    "undefined",
    "masked",
    "hidden",
    "removed",
    "sanitized",
    "****",
    "....",
    "\u{2022}",
    "put_your",
    "enter_your",
    "enter-your",
    "my_api",
    "my-api",
    "<your",
    "[your",
    "todo",
    "fixme",
    "deadbeef",
    "sample",
];

/// Shorter such words, which count only where the value was written by hand.
const SMALL_STAND_INS: &[&str] = &[
    "fake", "mock", "foo", "bar", "baz", "test", "none", "null", "nil", "true", "false", "empty",
    "tbd", "xxx", "yyy", "zzz", "invalid", "wrong", "bogus", "unused", "ignore", "demo",
];

/// Bits of information a character carries by the value's own frequencies.
pub(super) fn entropy(value: &str) -> f64 {
    let mut counts = [0u32; 256];
    for byte in value.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
    let total = value.len() as f64;
    counts.iter().filter(|&&n| n > 0).map(|&n| f64::from(n) / total).map(|p| -p * p.log2()).sum()
}

/// Whether the value is filled in when the program runs or the file is rendered.
pub(super) fn is_template(value: &str) -> bool {
    const MARKS: &[&str] = &["${", "{{", "}}", "#{", "<%", "%>", "%(", "$(", "%{", "@{", "{%"];
    let trimmed = value.trim();
    let wrapped = |open: char, close: char| trimmed.starts_with(open) && trimmed.ends_with(close);
    MARKS.iter().any(|mark| value.contains(mark))
        || wrapped('<', '>')
        || wrapped('{', '}')
        || wrapped('[', ']')
        || wrapped('%', '%')
        || (trimmed.starts_with("__") && trimmed.ends_with("__"))
        || is_variable(trimmed)
        || has_slot(trimmed)
}

/// `$NAME`, as shells and many tools write a variable.
fn is_variable(value: &str) -> bool {
    value.strip_prefix('$').is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
    })
}

/// `%s`, `%d`, `{}`, `{0}` and `{name}` stand for something else.
fn has_slot(value: &str) -> bool {
    let percent = value.match_indices('%').any(|(at, _)| {
        let next = value.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| "sdvrq".contains(c)) && value.len() <= 40
    });
    let brace = value.split('{').skip(1).any(|rest| {
        let inside = rest.split('}').next().unwrap_or(rest);
        inside.len() < rest.len() && inside.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    });
    percent || brace
}

/// Whether a value in the shape of an issued credential is one that was never issued: words that
/// ask to be replaced, one character repeated, the alphabet or the digits in order.
pub(super) fn is_stand_in(value: &str) -> bool {
    is_blank(value) || is_counted(value)
}

/// A value that says of itself that it is to be replaced.
pub(super) fn is_blank(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let few = bytes.iter().collect::<HashSet<_>>().len() <= 4;
    let run = longest_run(bytes);
    STAND_INS.iter().any(|word| lower.contains(word))
        || (bytes.len() >= 8 && (few || (run >= 7 && run * 4 >= bytes.len())))
}

/// A value that was typed along the keyboard: it counts up or down, or repeats itself.
pub(super) fn is_counted(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    is_sequence(lower.as_bytes()) || is_periodic(lower.as_bytes())
}

/// [`is_stand_in`] for values of no known shape, where shorter words count too.
pub(super) fn is_placeholder(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphabetic()).collect();
    is_stand_in(value)
        || SMALL_STAND_INS.iter().any(|small| words.contains(small))
        || ["your", "my"].iter().any(|own| words.first() == Some(own) && words.len() > 1)
}

fn longest_run(bytes: &[u8]) -> usize {
    let mut longest = 0;
    let mut run = 0;
    let mut last = None;
    for &byte in bytes {
        run = if last == Some(byte) { run + 1 } else { 1 };
        last = Some(byte);
        longest = longest.max(run);
    }
    longest
}

/// More than half of the steps from one character to the next are by one.
fn is_sequence(bytes: &[u8]) -> bool {
    let step = |pair: &[u8]| match *pair {
        [b'9', b'0'] | [b'f', b'0'] | [b'z', b'0'] | [b'9', b'a'] | [b'0', b'9'] => true,
        [a, b] => a.abs_diff(b) == 1 && a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric(),
        _ => false,
    };
    let steps = bytes.windows(2).filter(|pair| step(pair)).count();
    bytes.len() >= 8 && steps * 2 > bytes.len()
}

/// The value is one part of at least two and at most 16 characters, over and over.
fn is_periodic(bytes: &[u8]) -> bool {
    let repeats = |period: usize| {
        let later = bytes.iter().skip(period);
        later.zip(bytes).all(|(a, b)| a == b)
    };
    bytes.len() >= 8 && (1..=16usize.min(bytes.len() / 2)).any(repeats)
}

/// Share, per cent, of the letter pairs that are usual in words; 100 where there are none.
fn usual_pairs(letters: &str) -> usize {
    let lower = letters.to_ascii_lowercase();
    let index = |byte: u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    let pairs = lower.as_bytes().windows(2).filter_map(|pair| match *pair {
        [a, b] => Some((index(a)?, index(b)?)),
        _ => None,
    });
    let (mut usual, mut all) = (0, 0);
    for (a, b) in pairs {
        all += 1;
        usual += usize::from(PAIRS.get(a).is_some_and(|row| row >> b & 1 == 1));
    }
    (usual * 100).checked_div(all).unwrap_or(100)
}

/// How many characters stand in parts that are neither words nor small numbers.
pub(super) fn random_length(value: &str) -> usize {
    let parts = value.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !is_word(part)).map(str::len).sum()
}

/// A word, several run together, or a word with a small number behind it.
fn is_word(part: &str) -> bool {
    let stem = part.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = part.len() - stem.len();
    if stem.is_empty() {
        return number <= 4;
    }
    let letters = stem.chars().all(|c| c.is_ascii_alphabetic());
    letters
        && number <= 4
        && (stem.len() <= 3
            || (usual_pairs(stem) >= if stem.len() <= 8 { 60 } else { 70 } && !is_ragged(stem)))
}

/// Upper and lower case change too often for camel case.
fn is_ragged(letters: &str) -> bool {
    let humps = letters.as_bytes().windows(2);
    let humps =
        humps.filter(|p| matches!(p, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    humps.count() * 4 > letters.len()
}

/// Kinds of characters in a value: lower case, upper case, digits, others.
pub(super) fn kinds(value: &str) -> usize {
    let tests: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    tests.iter().filter(|test| value.chars().any(**test)).count()
}

/// `8-4-4-4-12` hexadecimal digits.
pub(super) fn is_uuid(value: &str) -> bool {
    let lengths = value.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && value.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

/// Hexadecimal digits only.
pub(super) fn is_hex(value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_hexdigit())
}

/// What a tool has encrypted: Sealed Secrets, SOPS, Ansible Vault, Spring Cloud Config, Vault's
/// transit engine, the AWS Key Management Service, Jasypt, git-crypt.
pub(super) fn is_encrypted(value: &str) -> bool {
    const FRONTS: &[&str] =
        &["ENC[", "ENC(", "{cipher}", "vault:v", "$ANSIBLE_VAULT;", "AQICAH", "\0GITCRYPT"];
    // A sealed secret begins with the length of its session key, 512 bytes in two.
    let sealed = ["AgA", "AgB"].iter().any(|front| value.starts_with(front));
    (sealed && value.len() > 200) || FRONTS.iter().any(|front| value.starts_with(front))
}

/// A digest with its algorithm in front, a password hash, a public key, a data URI: long and
/// random, and no secret.
pub(super) fn is_digest_or_public(value: &str) -> bool {
    const FRONTS: &[&str] = &[
        "sha1-",
        "sha256-",
        "sha384-",
        "sha512-",
        "sha256:",
        "sha512:",
        "sha1:",
        "md5:",
        "md5-",
        "$2a$",
        "$2b$",
        "$2y$",
        "$argon2",
        "$5$",
        "$6$",
        "$1$",
        "pbkdf2",
        "{ssha}",
        "bcrypt",
        "data:",
        "ssh-rsa",
        "ssh-ed25519",
        "ecdsa-sha2",
        "miib",
        "miic",
        "miid",
        "miif",
        "pk_live_",
        "pk_test_",
        "arn:",
        "urn:",
        "scrypt:",
        "enc[",
        "enc(",
        "vault:",
        "ref+",
    ];
    let lower = value.to_ascii_lowercase();
    FRONTS.iter().any(|front| lower.starts_with(front)) || lower.contains("public key")
}

/// A path, an address without a password, a file name, a version, a date, an e-mail address.
pub(super) fn is_location(value: &str) -> bool {
    let path = ["/", "./", "../", "~/", "\\\\", "C:\\", "@/"];
    let file = [
        ".txt",
        ".pem",
        ".key",
        ".json",
        ".yaml",
        ".yml",
        ".env",
        ".crt",
        ".html",
        ".js",
        ".php",
        ".py",
        ".com",
        ".org",
        ".net",
        ".io",
        ".local",
        ".xml",
        ".properties",
        ".jks",
    ];
    (path.iter().any(|front| value.starts_with(front)) && random_length(value) < 16)
        || value.contains("://")
        || file.iter().any(|end| value.ends_with(end))
}

/// A regular expression, a format, a type or a validation rule.
pub(super) fn is_notation(value: &str) -> bool {
    const MARKS: &[&str] = &[
        "\\d",
        "\\w",
        "\\s",
        "\\S",
        "[a-z",
        "[A-Z",
        "[0-9",
        "[^",
        "(?",
        ".*",
        ".+",
        "|min:",
        "required|",
        "varchar",
        "()",
        "=>",
        "&&",
        "->",
        "::",
        "/>",
    ];
    MARKS.iter().any(|mark| value.contains(mark))
        || (value.starts_with('^') && value.ends_with('$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_tool_has_encrypted_is_no_credential() {
        let sealed = format!("AgB{}", "x7Kq".repeat(60));
        for value in [&sealed, "ENC[AES256_GCM,data:k3J=,type:str]", "{cipher}9f2c", "vault:v1:8S"]
        {
            assert!(is_encrypted(value), "{value}");
        }
        assert!(!is_encrypted("AgBx7Kq") && !is_encrypted("S3cret!9"));
    }

    fn check(test: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for value in yes {
            assert!(test(value), "{value} should");
        }
        for value in no {
            assert!(!test(value), "{value} should not");
        }
    }

    #[test]
    fn templates_are_told() {
        check(
            is_template,
            &[
                "${DB}",
                "$DB_PASSWORD",
                "{{ pw }}",
                "<password>",
                "%(pw)s",
                "pw-%s",
                "x{0}y",
                "%PW%",
            ],
            &["pa$$w0rd", "100%sure-of-this-very-long-text-that-is-a-passphrase-of-mine", "a{b"],
        );
    }

    #[test]
    fn stand_ins_are_told() {
        check(
            is_stand_in,
            &[
                "AKIAIOSFODNN7EXAMPLE",
                "abcdef123456",
                "1234567890",
                "0000000000000000",
                "abcdabcdabcdabcd",
                "xxxxxxxxxxxxxxxx",
                "your-token",
                "0123456789abcdef0123456789abcdef",
            ],
            &["q7Kd02LmXz81PbRt", "5f4dcc3b5aa765d61d8327deb882cf99"],
        );
        check(is_placeholder, &["test-token-1", "my-secret", "foo"], &["contestant", "hunter2"]);
    }

    #[test]
    fn random_parts_are_measured() {
        let cases = [
            ("getAccessTokenFromHeader", 0),
            ("application/x-www-form-urlencoded", 0),
            ("oauth2-client-v2", 0),
            ("q7Kd02LmXz81PbRt", 16),
            ("wKbTqXzPhvRlMnGd", 16),
            ("token-5f4dcc3b5aa765d6", 16),
        ];
        for (value, length) in cases {
            assert_eq!(random_length(value), length, "{value}");
        }
    }

    #[test]
    fn shapes_that_are_no_secret_are_told() {
        check(is_uuid, &["123e4567-e89b-12d3-a456-426614174000"], &["123e4567-e89b"]);
        check(is_digest_or_public, &["sha512-abc==", "$2b$10$abc", "ssh-rsa AAAA"], &["q7Kd"]);
        check(is_location, &["/run/secrets/db", "https://a.b/c", "key.pem"], &["q7Kd/x"]);
        check(is_notation, &["^[a-z]+$", "\\d{4}", "required|min:8"], &["P@ssw0rd!"]);
    }
}
