//! Tells from a name whether its value is a credential: the last words of an identifier decide, in
//! any casing (`dbPassword`, `DB_PASSWORD_PROD`, `x-api-key`). Looks at no value.

/// What kind of credential a name speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Chosen by a person: may be short.
    Password,
    /// A key or secret of a program: of some length.
    Secret,
    /// Issued by a service: long and random.
    Token,
    /// Some key: a credential only where the value could hardly be anything else.
    Key,
}

/// Words behind the one that decides, which change nothing.
const TRAILING: &[&str] = &[
    "value",
    "val",
    "string",
    "str",
    "literal",
    "const",
    "constant",
    "default",
    "prod",
    "production",
    "dev",
    "development",
    "staging",
    "stage",
    "live",
    "local",
    "plain",
    "plaintext",
    "cleartext",
    "raw",
    "current",
    "new",
    "old",
    "base64",
    "b64",
    "bytes",
    "base",
    "global",
    "primary",
    "secondary",
    "sandbox",
    "internal",
    "main",
    "temp",
    "tmp",
    "master",
    "root",
    "admin",
];

const PASSWORDS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "pass",
    "passcode",
    "pswd",
    "psw",
    "passwort",
    "kennwort",
    "contrasena",
    "senha",
    "passw",
    "pword",
];

const SECRETS: &[&str] = &["secret", "secrets", "credential", "credentials", "cred", "creds"];

const TOKENS: &[&str] = &["token", "jwt", "bearer", "auth", "authorization", "pat", "tokens"];

/// What makes the word `key` mean a credential when it stands before it.
const SECRET_KEYS: &[&str] = &[
    "secret",
    "private",
    "signing",
    "sign",
    "encryption",
    "encrypt",
    "decryption",
    "cipher",
    "crypto",
    "aes",
    "des",
    "hmac",
    "jwt",
    "session",
    "cookie",
    "shared",
    "master",
    "symmetric",
    "webhook",
    "token",
    "auth",
    "priv",
    "signature",
];

/// The same for keys that services issue.
const ISSUED_KEYS: &[&str] = &[
    "api",
    "access",
    "account",
    "service",
    "app",
    "application",
    "license",
    "licence",
    "admin",
    "server",
    "consumer",
    "client",
    "storage",
    "deploy",
    "write",
    "read",
    "rest",
    "integration",
    "ingest",
    "ingestion",
    "subscription",
    "security",
    "management",
    "personal",
    "bot",
    "user",
    "developer",
    "dev",
    "live",
    "production",
    "prod",
];

/// What makes the word `key` mean anything but a credential.
const OTHER_KEYS: &[&str] = &[
    "public",
    "pub",
    "publishable",
    "primary",
    "foreign",
    "sort",
    "partition",
    "cache",
    "site",
    "anon",
    "host",
    "row",
    "column",
    "object",
    "map",
    "dict",
    "hash",
    "unique",
    "composite",
    "index",
    "lookup",
    "group",
    "storage-item",
    "routing",
    "dedupe",
    "idempotency",
    "translation",
    "i18n",
    "message",
    "event",
    "item",
    "list",
    "react",
    "query",
    "param",
    "field",
    "registry",
    "config",
    "option",
    "state",
    "property",
    "meta",
    "tree",
    "node",
    "verify",
    "verifying",
    "expected",
    "known",
    "recaptcha",
    "measurement",
    "etag",
];

/// Words before the one that decides, which make it a question, a label or a public thing.
const DISARMING: &[&str] = &[
    "is",
    "has",
    "no",
    "show",
    "hide",
    "reset",
    "forgot",
    "forgotten",
    "invalid",
    "missing",
    "public",
    "publishable",
    "csrf",
    "xsrf",
    "next",
    "page",
    "continuation",
    "cancel",
    "cancellation",
    "eof",
    "pad",
    "bos",
    "eos",
    "sep",
    "unk",
    "mask",
    "special",
    "start",
    "end",
    "validate",
    "check",
    "verify",
    "confirm",
    "repeat",
    "require",
    "requires",
    "allow",
    "use",
    "max",
    "min",
    "num",
    "count",
    "wrong",
    "bad",
    "incorrect",
    "hashed",
    "encrypted",
    "sync",
    "design",
    "nft",
    "erc20",
    "reward",
];

/// One-word names in which the credential's word is glued to another.
const GLUED: &[(&str, Class)] = &[
    ("password", Class::Password),
    ("passwd", Class::Password),
    ("passphrase", Class::Password),
    ("userpass", Class::Password),
    ("dbpass", Class::Password),
    ("dbpwd", Class::Password),
    ("rootpw", Class::Password),
    ("apikey", Class::Secret),
    ("secretkey", Class::Secret),
    ("privatekey", Class::Secret),
    ("privkey", Class::Secret),
    ("accesskey", Class::Secret),
    ("authkey", Class::Secret),
    ("appkey", Class::Secret),
    ("accountkey", Class::Secret),
    ("signingkey", Class::Secret),
    ("encryptionkey", Class::Secret),
    ("clientsecret", Class::Secret),
    ("appsecret", Class::Secret),
    ("apisecret", Class::Secret),
    ("authtoken", Class::Token),
    ("accesstoken", Class::Token),
    ("apitoken", Class::Token),
    ("refreshtoken", Class::Token),
    ("usertoken", Class::Token),
    ("bottoken", Class::Token),
];

/// A name, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Name {
    words: Vec<String>,
    /// What it speaks of.
    pub(super) class: Class,
}

impl Name {
    /// The name of a credential, if it is one.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut words = words(text);
        while words.len() > 1 && words.last().is_some_and(|w| TRAILING.contains(&w.as_str())) {
            words.pop();
        }
        let class = class(&words)?;
        Some(Self { words, class })
    }

    /// Whether a value says no more than the name itself: `PASSWORD = "password"`.
    pub(super) fn is_repeated_by(&self, value: &str) -> bool {
        let said = words(value);
        let glued = self.words.concat();
        !said.is_empty()
            && (said.iter().all(|word| self.words.contains(word)) || said.concat() == glued)
            && (self.words.len() <= said.len() + 1)
            && !self.is_of_an_account()
    }

    /// Whether the name is of an account on a system, where even `password` is a password.
    fn is_of_an_account(&self) -> bool {
        const ACCOUNTS: &[&str] = &[
            "db",
            "database",
            "mysql",
            "postgres",
            "postgresql",
            "pg",
            "redis",
            "mongo",
            "smtp",
            "mail",
            "ftp",
            "sftp",
            "ssh",
            "root",
            "admin",
            "ldap",
            "rabbitmq",
            "amqp",
            "sa",
        ];
        self.words.iter().any(|word| ACCOUNTS.contains(&word.as_str()))
    }
}

fn class(words: &[String]) -> Option<Class> {
    let (head, before) = words.split_last()?;
    let previous = before.last().map_or("", String::as_str);
    if before.iter().any(|word| DISARMING.contains(&word.as_str())) {
        return None;
    }
    let has = |list: &[&str]| list.contains(&head.as_str());
    if has(PASSWORDS) {
        return Some(Class::Password);
    }
    if has(SECRETS) {
        return Some(Class::Secret);
    }
    if has(TOKENS) {
        return Some(Class::Token);
    }
    match head.as_str() {
        "key" | "keys" | "apikeys" => key_class(previous),
        "word" | "phrase" if previous == "pass" => Some(Class::Password),
        head => GLUED.iter().find(|(glued, _)| head.ends_with(glued)).map(|(_, class)| *class),
    }
}

fn key_class(previous: &str) -> Option<Class> {
    match previous {
        word if SECRET_KEYS.contains(&word) || ISSUED_KEYS.contains(&word) => Some(Class::Secret),
        word if OTHER_KEYS.contains(&word) => None,
        _ => Some(Class::Key),
    }
}

/// The words of an identifier in lower case, without digits: `APIKey2` gives `api`, `key`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    let mut upper_run = 0;
    for c in text.chars() {
        if !c.is_alphabetic() {
            last = ' ';
            continue;
        }
        let begins = !last.is_alphabetic() || (c.is_uppercase() && !last.is_uppercase());
        let after_acronym = c.is_lowercase() && last.is_uppercase() && upper_run > 1;
        upper_run = if c.is_uppercase() { upper_run + 1 } else { 0 };
        let carried = after_acronym.then(|| words.last_mut().and_then(String::pop)).flatten();
        if begins || carried.is_some() {
            words.push(carried.into_iter().collect());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        last = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, class: Option<Class>) {
        assert_eq!(Name::of(name).map(|n| n.class), class, "{name}");
    }

    #[test]
    fn the_last_words_decide() {
        for name in ["password", "dbPassword", "DB_PASSWORD_PROD", "userpass", "MYSQL_PWD2"] {
            check(name, Some(Class::Password));
        }
        for name in ["api_key", "APIKey", "X-Api-Key", "jwtSecret", "SECRET_KEY_BASE", "apikey"] {
            check(name, Some(Class::Secret));
        }
        for name in ["access_token", "githubToken", "JWT", "authToken"] {
            check(name, Some(Class::Token));
        }
        check("adobeKey", Some(Class::Key));
    }

    #[test]
    fn names_of_other_things_are_left_alone() {
        let names = [
            "password_field",
            "passwordHash",
            "token_type",
            "secret_name",
            "public_key",
            "primary_key",
            "keyboard",
            "forgot_password",
            "max_tokens",
            "csrf_token",
            "bypass",
            "tokenizer",
            "password_min_length",
            "author",
            "compass",
            "monkey",
        ];
        for name in names {
            check(name, None);
        }
    }

    #[test]
    fn a_value_may_repeat_its_name() {
        let repeated = |name, value| Name::of(name).is_some_and(|n| n.is_repeated_by(value));
        assert!(repeated("password", "Password"));
        assert!(repeated("CLIENT_SECRET", "client_secret"));
        assert!(repeated("FIELD_PASSWORD", "password"));
        assert!(!repeated("DB_PASSWORD", "password"));
        assert!(!repeated("password", "hunter2"));
    }
}
