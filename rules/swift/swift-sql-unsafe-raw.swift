func find(_ name: String) async throws {
    // ruleid: swift-sql-unsafe-raw
    try await sql.raw("select * from account where name = '\(unsafeRaw: name)'").all()
    // ruleid: swift-sql-unsafe-raw
    let sorted: SQLQueryString = "select * from account order by \(raw: column)"
    try await sql.raw(sorted).all()
    // ok: swift-sql-unsafe-raw
    try await sql.raw("select * from account where name = \(bind: name)").all()
    // ok: swift-sql-unsafe-raw
    try await sql.raw("select * from \(ident: table)").all()
    // ok: swift-sql-unsafe-raw
    try await sql.raw("select * from \(unsafeRaw: Account.schema)").all()
}
