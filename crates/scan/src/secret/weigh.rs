//! Weighs a value that stands under a telling name: how much it looks like a credential of that
//! class. The name made it suspicious; the value must still look the part.

use super::name::Class;
use super::value;

/// How much a value looks like a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// As long as an issued one, and counted up rather than drawn.
    Counted,
    /// Words that are joined: a passphrase in a configuration, a label elsewhere.
    Label,
    /// A word or an id that may be one, and may be a label.
    Word,
    /// A default or a well-known weak one.
    Weak,
    /// Chosen by a person.
    Chosen,
    /// Drawn by a machine.
    Random,
}

/// Passwords that products ship with and that people take first.
const DEFAULTS: &[&str] = &[
    "password",
    "passwd",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "pa$$w0rd",
    "password1",
    "password123",
    "password12",
    "pass123",
    "pass1234",
    "admin",
    "admin123",
    "admin1234",
    "administrator",
    "root",
    "root123",
    "toor",
    "letmein",
    "welcome",
    "welcome1",
    "qwerty",
    "qwerty123",
    "abc123",
    "abcd1234",
    "1234",
    "12345",
    "123456",
    "1234567",
    "12345678",
    "123456789",
    "1234567890",
    "111111",
    "000000",
    "123123",
    "iloveyou",
    "monkey",
    "dragon",
    "secret",
    "secret123",
    "changeit",
    "manager",
    "tomcat",
    "s3cret",
    "s3cr3t",
    "postgres",
    "mysql",
    "guest",
    "default",
    "temp123",
    "master",
    "superuser",
    "system",
    "oracle",
    "sa",
    "minioadmin",
    "rabbitmq",
    "hunter2",
    "trustno1",
    "supersecret",
    "supersecretpassword",
    "topsecret",
    "mysecretpassword",
    "mypassword",
    "admin@123",
    "test123",
    "test1234",
    "user123",
];

/// Parts of signing keys that people write instead of drawing one.
const WEAK_SECRETS: &[&str] = &[
    "supersecret",
    "super-secret",
    "super_secret",
    "super secret",
    "topsecret",
    "top-secret",
    "top_secret",
    "mysecret",
    "my-secret",
    "my_secret",
    "dev-secret",
    "devsecret",
    "dev_secret",
    "secretkey",
    "secret-key",
    "keyboard cat",
    "notsosecret",
    "verysecret",
    "very-secret",
    "very_secret",
    "s3cr3t",
    "s3cret",
    "secret123",
    "somesecret",
    "some-secret",
    "thisisasecret",
    "this-is-a-secret",
    "this_is_a_secret",
    "shhhh",
    "hardcoded",
    "hard-coded",
    "hard_coded",
    "insecure",
    "jwt-secret",
    "jwtsecret",
];

/// Longest value that is looked at as a credential of no known format.
const LENGTH_MAX: usize = 512;

/// Weighs a value under a name of this class.
pub(super) fn of_class(class: Class, value: &str) -> Option<Weight> {
    if class != Class::Password && is_counted(value) {
        return Some(Weight::Counted);
    }
    match class {
        Class::Password => password(value),
        Class::Secret => secret(value),
        Class::Token => token(value),
        Class::Key => key(value),
    }
}

/// Whether it has the length and the characters of an issued one, but was typed along the keyboard.
fn is_counted(value: &str) -> bool {
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || "-_=.+/".contains(c));
    value.len() >= 20
        && plain
        && is_candidate(value)
        && !value::is_blank(value)
        && value::is_counted(value)
}

/// Whether it can be a credential at all.
fn is_candidate(value: &str) -> bool {
    value.len() <= LENGTH_MAX
        && !value.chars().any(|c| c.is_control() || !c.is_ascii())
        && !value::is_template(value)
        && !value::is_notation(value)
        && !value::is_location(value)
        && !value::is_digest_or_public(value)
        && !value::is_encrypted(value)
}

/// A password may be short, and its own kind of characters tells it from a label.
pub(super) fn password(value: &str) -> Option<Weight> {
    let lower = value.to_ascii_lowercase();
    if DEFAULTS.contains(&lower.as_str()) {
        let chosen = lower == "hunter2";
        return Some(if chosen { Weight::Chosen } else { Weight::Weak });
    }
    let prose = value.contains(char::is_whitespace) || value.ends_with([':', '?', '.', '@']);
    if value.len() < 4 || prose || !is_candidate(value) || value::is_placeholder(value) {
        return None;
    }
    if value::random_length(value) >= 10 {
        return Some(Weight::Random);
    }
    chosen_password(value)
}

fn chosen_password(value: &str) -> Option<Weight> {
    let has = |test: fn(char) -> bool| value.chars().any(test);
    let letters = has(|c| c.is_ascii_alphabetic());
    let digits = has(|c| c.is_ascii_digit());
    let joints = has(|c| "_-.:/".contains(c));
    let symbols = has(|c| !c.is_ascii_alphanumeric() && !"_-.:/,;()[]{}<>=\"'".contains(c));
    let named = value::random_length(value) == 0 && !symbols && (joints || !digits);
    match (letters, digits || symbols) {
        (true, true) if value.len() >= 5 && !named => Some(Weight::Chosen),
        (true, _) if named && joints => (value.len() >= 8).then_some(Weight::Label),
        (true, false) if value.len() >= 6 && is_one_case(value) => Some(Weight::Word),
        (true, false) if value.len() >= 8 && !joints && value::random_length(value) > 0 => {
            Some(Weight::Chosen)
        }
        (false, true) if value.len() >= 6 => Some(Weight::Chosen),
        _ => None,
    }
}

fn is_one_case(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_lowercase())
}

/// A secret of a program is drawn, or else it is one of the well-known lazy ones.
fn secret(value: &str) -> Option<Weight> {
    let lower = value.to_ascii_lowercase();
    if value::is_stand_in(value) || !is_candidate(value) {
        return None;
    }
    if WEAK_SECRETS.iter().any(|weak| lower.contains(weak)) && value.len() <= 64 {
        return Some(Weight::Weak);
    }
    if value.contains(char::is_whitespace) || value::is_placeholder(value) {
        return None;
    }
    if value::is_uuid(value) {
        return Some(Weight::Word);
    }
    if value.len() >= 10 && value::random_length(value) >= 10 && value::entropy(value) >= 2.8 {
        return Some(Weight::Random);
    }
    let mixed = value::kinds(value) >= 3 && value.contains(|c: char| c.is_ascii_digit());
    (value.len() >= 8 && mixed && value::random_length(value) >= 4).then_some(Weight::Chosen)
}

/// A token is issued by a machine.
fn token(value: &str) -> Option<Weight> {
    let words = value.contains(char::is_whitespace) || value::is_placeholder(value);
    if value.len() < 16 || words || !is_candidate(value) {
        return None;
    }
    if value::is_uuid(value) {
        return Some(Weight::Word);
    }
    let drawn = value::random_length(value) >= 12 && value::entropy(value) >= 3.0;
    (drawn && value::kinds(value) >= 2).then_some(Weight::Random)
}

/// Under a name that only ends in `key`, nothing but an evidently drawn value counts.
fn key(value: &str) -> Option<Weight> {
    let weight = token(value)?;
    let drawn = value.len() >= 20 && value::random_length(value) >= 16;
    let digest = value::is_hex(value) || value::is_uuid(value);
    let plain = value.len() < 24 || value::kinds(value) < 3;
    let most = match (digest, plain) {
        (true, _) => Weight::Word,
        (false, true) => Weight::Chosen,
        (false, false) => Weight::Random,
    };
    drawn.then_some(weight.min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: Class, cases: &[(&str, Option<Weight>)]) {
        for (value, weight) in cases {
            assert_eq!(of_class(class, value), *weight, "{value}");
        }
    }

    #[test]
    fn passwords() {
        let cases = [
            ("hunter2", Some(Weight::Chosen)),
            ("S3cret!", Some(Weight::Chosen)),
            ("Tr0ub4dor&3", Some(Weight::Chosen)),
            ("q7Kd02LmXz81PbRt", Some(Weight::Random)),
            ("admin", Some(Weight::Weak)),
            ("swordfish", Some(Weight::Word)),
            ("Password", Some(Weight::Weak)),
            ("newPassword", None),
            ("user.password", Some(Weight::Label)),
            ("open_sesame", Some(Weight::Label)),
            ("Enter your password", None),
            ("${DB_PASSWORD}", None),
            ("/run/secrets/db", None),
            ("<password>", None),
            ("********", None),
            ("your-password-here", None),
        ];
        check(Class::Password, &cases);
    }

    #[test]
    fn secrets() {
        let cases = [
            ("q7Kd02LmXz81PbRt", Some(Weight::Random)),
            ("5f4dcc3b5aa765d61d8327deb882cf99", Some(Weight::Random)),
            ("super-secret-key", Some(Weight::Weak)),
            ("keyboard cat", Some(Weight::Weak)),
            ("123e4567-e89b-12d3-a456-426614174000", Some(Weight::Word)),
            ("client_secret", None),
            ("your-secret-key", None),
            ("sha512-q7Kd02LmXz81PbRtq7Kd02LmXz81PbRt==", None),
        ];
        check(Class::Secret, &cases);
    }

    #[test]
    fn tokens_and_keys() {
        let cases = [
            ("q7Kd02LmXz81PbRtZ", Some(Weight::Random)),
            ("continuation-token-v2", None),
            ("IDENTIFIER", None),
            ("1234567890abcdef", None),
            ("1234567890abcdef1234567890abcdef", Some(Weight::Counted)),
        ];
        check(Class::Token, &cases);
        check(
            Class::Key,
            &[
                ("5f4dcc3b5aa765d61d8327deb882cf99", Some(Weight::Word)),
                ("q7Kd02LmXz81PbRtZq9W", Some(Weight::Chosen)),
                ("settings.theme.color", None),
            ],
        );
    }
}
