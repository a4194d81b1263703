async fn find(pool: &PgPool, name: &str) {
    // ruleid: rust-sql-formatted
    sqlx::query(&format!("SELECT id FROM user WHERE name = '{}'", name)).fetch_one(pool).await;
    // ruleid: rust-sql-formatted
    let sql = "DELETE FROM user WHERE id = ".to_string() + name;
    // ok: rust-sql-formatted
    sqlx::query("SELECT id FROM user WHERE name = $1").bind(name).fetch_one(pool).await;
    // ok: rust-sql-formatted
    let text = format!("selected from {}", name);
}
