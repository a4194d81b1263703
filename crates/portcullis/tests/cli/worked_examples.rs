//! The two worked examples: a lookup of an account by concatenated SQL in three languages, and a
//! withdrawal that pays before it writes. By Write, by Edit and by a here-document they are blocked
//! with rule, standards and an alternative, and code as in the alternative passes.

use serde_json::json;

use crate::door::{Answer, Place};

const PYTHON: &str = r#"import sqlite3


def find_account(connection, reference):
    query = "SELECT id, balance FROM account WHERE reference = '" + reference + "'"
    return connection.execute(query).fetchone()
"#;
const PYTHON_SAFE: &str = r#"import sqlite3


def find_account(connection, reference):
    query = "SELECT id, balance FROM account WHERE reference = ?"
    return connection.execute(query, (reference,)).fetchone()
"#;
const JAVA: &str = r#"import java.sql.*;

class Accounts {
    ResultSet find(Connection connection, String reference) throws SQLException {
        Statement statement = connection.createStatement();
        return statement.executeQuery(
            "SELECT id, balance FROM account WHERE reference = '" + reference + "'");
    }
}
"#;
const JAVA_SAFE: &str = r#"import java.sql.*;

class Accounts {
    ResultSet find(Connection connection, String reference) throws SQLException {
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, balance FROM account WHERE reference = ?");
        statement.setString(1, reference);
        return statement.executeQuery();
    }
}
"#;
const JAVASCRIPT: &str = r#"async function findAccount(db, reference) {
  const sql = `SELECT id, balance FROM account WHERE reference = '${reference}'`;
  const result = await db.query(sql);
  return result.rows[0];
}

module.exports = { findAccount };
"#;
const JAVASCRIPT_SAFE: &str = r#"async function findAccount(db, reference) {
  const sql = "SELECT id, balance FROM account WHERE reference = $1";
  const result = await db.query(sql, [reference]);
  return result.rows[0];
}

module.exports = { findAccount };
"#;
const SOLIDITY: &str = r#"// SPDX-License-Identifier: MIT
pragma solidity 0.8.26;

contract Pool {
    mapping(address => uint256) public balances;

    function withdraw() external {
        uint256 amount = balances[msg.sender];
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
        balances[msg.sender] = 0;
    }
}
"#;
const SOLIDITY_SAFE: &str = r#"// SPDX-License-Identifier: MIT
pragma solidity 0.8.26;

contract Pool {
    mapping(address => uint256) public balances;

    function withdraw() external {
        uint256 amount = balances[msg.sender];
        balances[msg.sender] = 0;
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
    }
}
"#;

const SQL: &[&str] = &["CWE-89", "A03:2021", "A05:2025", "reference = ?"];

/// The answers by each route.
fn answers(file: &str, code: &str) -> Vec<(&'static str, Answer)> {
    let place = Place::with(&[(&format!("old/{file}"), "START\n")]);
    let write = json!({"file_path": place.path(file), "content": code});
    let edit = json!({"file_path": place.path(&format!("old/{file}")),
        "old_string": "START\n", "new_string": code});
    let here = json!({"command": format!("cat > {file} <<'CODE'\n{code}CODE")});
    vec![
        ("Write", place.ask("Write", write)),
        ("Edit", place.ask("Edit", edit)),
        ("here-document", place.ask("Bash", here)),
    ]
}

#[track_caller]
fn check(file: &str, vulnerable: &str, safe: &str, told: &[&str]) {
    for (route, answer) in answers(file, vulnerable) {
        assert_eq!(answer.decision, "deny", "{file} by {route}: {answer:?}");
        let missing: Vec<_> = told.iter().filter(|part| !answer.reason.contains(**part)).collect();
        assert!(missing.is_empty(), "{file} by {route} lacks {missing:?}:\n{}", answer.reason);
    }
    for (route, answer) in answers(file, safe) {
        assert_eq!(answer.decision, "-", "{file} by {route}: {answer:?}");
    }
}

#[test]
fn sql_by_concatenation_in_python() {
    check("accounts.py", PYTHON, PYTHON_SAFE, SQL);
}

#[test]
fn sql_by_concatenation_in_java() {
    check("Accounts.java", JAVA, JAVA_SAFE, SQL);
}

#[test]
fn sql_by_concatenation_in_javascript() {
    let told = ["CWE-89", "A03:2021", "A05:2025", "reference = $1"];
    check("accounts.js", JAVASCRIPT, JAVASCRIPT_SAFE, &told);
}

#[test]
fn a_withdrawal_that_pays_before_it_writes() {
    check("Pool.sol", SOLIDITY, SOLIDITY_SAFE, &["SWC-107", "CWE-841", "balances[msg.sender] = 0"]);
}
