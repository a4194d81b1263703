fn find(name: &str, id: u32) {
    // ruleid: rust-sql-with-named-value
    let a = format!("SELECT id FROM user WHERE name = '{name}'");
    // ruleid: rust-sql-with-named-value
    let b = format!("DELETE FROM user WHERE id = {id}");
    // ok: rust-sql-with-named-value
    let c = format!("SELECT id FROM user WHERE name = $1");
    // ok: rust-sql-with-named-value
    let d = format!("hello {name}");
}
