final class Accounts {
    func find(_ name: String) {
        // ruleid: swift-sql-injection
        sqlite3_exec(db, "select * from account where name = '\(name)'", nil, nil, nil)
    }
    func list(name: String) throws -> [Row] {
        // ruleid: swift-sql-injection
        return try Row.fetchAll(db, sql: "select * from account where name = '\(name)'")
    }
    func show(_ req: Request) async throws -> Response {
        let id = req.parameters.get("id")!
        let statement = "select * from account where id = " + id
        // ruleid: swift-sql-injection
        _ = try await postgres.simpleQuery(statement)
        return Response()
    }
    func bound(_ name: String) {
        // ok: swift-sql-injection
        sqlite3_prepare_v2(db, "select * from account where name = ?", -1, &statement, nil)
        sqlite3_bind_text(statement, 1, name, -1, nil)
    }
    func number(_ id: String) {
        // ok: swift-sql-injection
        sqlite3_exec(db, "select * from account where id = \(Int(id) ?? 0)", nil, nil, nil)
    }
    func arguments(name: String) throws -> [Row] {
        // ok: swift-sql-injection
        return try Row.fetchAll(db, sql: "select * from t where name = ?", arguments: [name])
    }
}
