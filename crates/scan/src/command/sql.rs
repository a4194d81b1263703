//! Statements that a database client is given on its command line or over standard input: only
//! whether they destroy data.

use std::sync::LazyLock;

use regex::Regex;

use super::invoke::Call;

const CLIENTS: &[&str] = &[
    "psql",
    "mysql",
    "mariadb",
    "sqlite3",
    "sqlcmd",
    "cqlsh",
    "clickhouse-client",
    "mongo",
    "mongosh",
    "duckdb",
];

static DESTROYS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)
        \bdrop\s+(table|database|schema|keyspace|user|role)\b
        | \btruncate\s+(table\s+)?\w
        | \bdelete\s+from\s+[\w.\x22]+\s*(;|$)
        | \bdropDatabase\s*\( | \.drop\s*\(\s*\) | \bdeleteMany\s*\(\s*\{\s*\}",
    )
    .ok()
});

/// Whether a database client is told to drop, truncate or empty something.
pub(super) fn destroys(call: &Call) -> bool {
    let Some(pattern) = DESTROYS.as_ref().filter(|_| CLIENTS.contains(&call.exe.as_str())) else {
        return false;
    };
    let input = call.stdin.text.as_deref().unwrap_or("");
    call.arguments.iter().any(|field| pattern.is_match(&field.text)) || pattern.is_match(input)
}
