//! Paths as text: joined to the working directory, with `.` and `..` folded, and what a name tells
//! of what a file is for. Links are not followed: nothing is read.

/// The path from `cwd`, folded; `None` where it is relative and the folder is not known.
pub(super) fn resolve(cwd: Option<&str>, path: &str) -> Option<String> {
    if path.starts_with('/') || path.starts_with('~') {
        return Some(fold(path));
    }
    cwd.map(|cwd| fold(&format!("{cwd}/{path}")))
}

/// The path without `.`, `..` and doubled slashes.
pub(super) fn fold(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        let above = parts.last().is_some_and(|last| *last != ".." && !last.starts_with('~'));
        match part {
            "" | "." => {}
            ".." if above => {
                parts.pop();
            }
            ".." if absolute => {}
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match joined.as_str() {
        _ if absolute => format!("/{joined}"),
        "" => ".".to_owned(),
        _ => joined,
    }
}

/// The last part of a path.
pub(super) fn name(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or(path)
}

/// The ending behind the last dot, in lower case; empty where there is none.
pub(super) fn extension(path: &str) -> String {
    let split = name(path).rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    split.map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
}

/// Whether `path` lies below `folder`.
pub(super) fn below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'))
}

/// Endings of files that hold what programs print. Anything else may be code or configuration,
/// whose content matters.
const DATA: &[&str] = &["log", "txt", "out", "err", "csv", "tsv", "md", "diff", "patch", "pid"];

/// Text files that tools obey.
const OBEYED: &[&str] =
    &["requirements", "constraints", "cmakelists", "robots", "claude", "agents"];

/// Whether a file is of no matter for what runs: logs and reports.
pub(super) fn is_data(path: &str) -> bool {
    let lower = name(path).to_ascii_lowercase();
    DATA.contains(&extension(path).as_str()) && !OBEYED.iter().any(|stem| lower.starts_with(stem))
}

/// Whether the path is a device that swallows or passes on what is written to it.
pub(super) fn is_stream(path: &str) -> bool {
    matches!(path, "/dev/null" | "/dev/stdout" | "/dev/stderr" | "/dev/tty" | "/dev/stdin")
        || (path.starts_with("/dev/fd/") && !path.starts_with("/dev/fd/p"))
}

/// Whether the path is a connection that the shell opens.
pub(super) fn is_socket(path: &str) -> bool {
    path.starts_with("/dev/tcp/") || path.starts_with("/dev/udp/")
}

/// Whether the path is a disk.
pub(super) fn is_disk(path: &str) -> bool {
    let disks =
        ["sd", "hd", "vd", "xvd", "nvme", "mmcblk", "disk", "rdisk", "mapper/", "dm-", "md"];
    path.strip_prefix("/dev/").is_some_and(|device| disks.iter().any(|d| device.starts_with(d)))
}

/// Files and folders that hold credentials, as the end of a path or a part of it.
const SECRETS: &[&str] = &[
    "/.ssh",
    "/.aws/credentials",
    "/.netrc",
    "/.git-credentials",
    "/.npmrc",
    "/.pypirc",
    "/.docker/config.json",
    "/.kube/config",
    "/.gnupg",
    "/.config/gcloud",
    "/.azure",
    "/.config/gh/hosts.yml",
    "/etc/shadow",
    "/environ",
    "/.vault-token",
    "/.pgpass",
    "/.my.cnf",
    "/.terraformrc",
    "/.cargo/credentials",
    "/.gem/credentials",
    "/.password-store",
];

/// Endings of files that hold keys.
const KEYS: &[&str] = &["pem", "key", "p12", "pfx", "jks", "kdbx", "keystore", "ppk"];

/// Whether a file holds credentials, as far as its name tells. Public halves and examples do not.
pub(super) fn is_secret(path: &str) -> bool {
    let path = format!("/{}", path.trim_start_matches('/'));
    let file = name(&path);
    let public = ["pub", "example", "sample", "template", "dist", "md"];
    if public.contains(&extension(&path).as_str()) || file.ends_with("known_hosts") {
        return false;
    }
    let environment = file == ".env" || file.starts_with(".env.");
    let ssh_key = matches!(file, "id_rsa" | "id_dsa" | "id_ecdsa" | "id_ed25519");
    environment
        || ssh_key
        || KEYS.contains(&extension(&path).as_str())
        || SECRETS.iter().any(|s| path.ends_with(s) || path.contains(&format!("{s}/")))
}
