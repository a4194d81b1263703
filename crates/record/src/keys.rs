//! The two keys of a log: the Ed25519 key that signs checkpoints, and the tenant key under which
//! personal identifiers become refs.
//!
//! Both lie beside the database, readable by their owner alone. Whoever can read the signing key
//! can sign a rewritten log: copies of checkpoints kept elsewhere are what guards against that.

use std::path::Path;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::SigningKey;
use signed_note::StandardSigner;

use crate::{
    RecordError,
    commit::{hmac, random_32},
    files, hex,
};

/// File of the signing key, in the form of `PRIVATE+KEY+name+hash+key`.
pub(crate) const SIGNING_KEY: &str = "signing.key";
/// File of the tenant key, in hexadecimal.
pub(crate) const TENANT_KEY: &str = "tenant.key";
/// File of the verifier key, for those who check checkpoints.
pub(crate) const VERIFIER_KEY: &str = "log.vkey";

const KEY_FILE_LIMIT: u64 = 4096;
const ED25519: u8 = 1;

/// The key under which identifiers become refs.
pub(crate) struct TenantKey([u8; 32]);

impl TenantKey {
    /// Reads the key of a log that exists.
    pub(crate) fn load(folder: &Path) -> Result<Self, RecordError> {
        let text = read_key(folder, TENANT_KEY)?;
        let key = hex::decode_32(&text).ok_or_else(|| broken(folder, TENANT_KEY))?;
        Ok(Self(key))
    }

    /// A keyed ref: the same value gives the same ref in this log, and nobody without the key can
    /// try out values.
    pub(crate) fn pseudonym(&self, kind: &str, value: &[u8]) -> String {
        hex::encode(&hmac(&self.0, &[b"portcullis/v1/ref/", kind.as_bytes(), b"\0", value]))
    }
}

/// The signer's two halves.
pub(crate) struct LogKey {
    /// Signs.
    pub(crate) signer: StandardSigner,
    /// What verifies: `name+hash+key`.
    pub(crate) vkey: String,
}

impl LogKey {
    /// Reads the key of a log that exists.
    pub(crate) fn load(folder: &Path) -> Result<Self, RecordError> {
        let skey = read_key(folder, SIGNING_KEY)?;
        let broken = || broken(folder, SIGNING_KEY);
        let signer = StandardSigner::new(&skey).map_err(|_| broken())?;
        let vkey = verifier_key(&skey).ok_or_else(broken)?;
        Ok(Self { signer, vkey })
    }
}

/// Makes both keys where they are not there yet, and writes the verifier key beside them.
pub(crate) fn create(folder: &Path, origin: Option<&str>) -> Result<LogKey, RecordError> {
    if !folder.join(TENANT_KEY).exists() {
        let key = hex::encode(&random_32()?);
        files::create_once(&folder.join(TENANT_KEY), format!("{key}\n").as_bytes())?;
    }
    if !folder.join(SIGNING_KEY).exists() {
        let skey = new_signing_key(&origin_name(origin)?)?;
        files::create_once(&folder.join(SIGNING_KEY), format!("{skey}\n").as_bytes())?;
    }
    let key = LogKey::load(folder)?;
    if !folder.join(VERIFIER_KEY).exists() {
        files::create_once(&folder.join(VERIFIER_KEY), format!("{}\n", key.vkey).as_bytes())?;
    }
    Ok(key)
}

fn origin_name(origin: Option<&str>) -> Result<String, RecordError> {
    let Some(origin) = origin else {
        let random = random_32()?;
        let name = hex::encode(random.get(..8).unwrap_or_default());
        return Ok(format!("portcullis.local/{name}"));
    };
    let plain = origin.chars().all(|c| c.is_ascii_graphic() && c != '+');
    if origin.is_empty() || !plain {
        return Err(RecordError::Origin { origin: origin.to_owned() });
    }
    Ok(origin.to_owned())
}

fn new_signing_key(name: &str) -> Result<String, RecordError> {
    let key = SigningKey::from_bytes(&random_32()?);
    let id = signed_note::key_id(name, &tagged(key.verifying_key().as_bytes()));
    let secret = BASE64_STANDARD.encode(tagged(key.as_bytes()));
    Ok(format!("PRIVATE+KEY+{name}+{id:08x}+{secret}"))
}

fn tagged(key: &[u8; 32]) -> Vec<u8> {
    [&[ED25519], key.as_slice()].concat()
}

/// The verifier key that belongs to a signing key.
fn verifier_key(skey: &str) -> Option<String> {
    let mut parts = skey.splitn(5, '+').skip(2);
    let (name, _id, secret) = (parts.next()?, parts.next()?, parts.next()?);
    let secret = BASE64_STANDARD.decode(secret).ok()?;
    let key = SigningKey::from_bytes(secret.get(1..)?.try_into().ok()?);
    Some(signed_note::new_ed25519_verifier_key(name, &key.verifying_key()))
}

/// The origin in a verifier key.
pub(crate) fn origin_of(vkey: &str) -> &str {
    vkey.split('+').next().unwrap_or_default()
}

fn read_key(folder: &Path, name: &'static str) -> Result<String, RecordError> {
    let path = folder.join(name);
    let Some(content) = files::read_small(&path, KEY_FILE_LIMIT)? else {
        return Err(RecordError::Key { path, problem: "is missing" });
    };
    files::check_private(&path)?;
    let text = String::from_utf8(content).map_err(|_| broken(folder, name))?;
    Ok(text.trim_end().to_owned())
}

fn broken(folder: &Path, name: &'static str) -> RecordError {
    RecordError::Key { path: folder.join(name), problem: "is damaged" }
}

/// The verifier key beside the database, where there is one.
pub(crate) fn read_verifier_key(folder: &Path) -> Result<Option<String>, RecordError> {
    let content = files::read_small(&folder.join(VERIFIER_KEY), KEY_FILE_LIMIT)?;
    Ok(content.map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}
