func show(_ req: Request) throws -> Response {
    let name = req.parameters.get("name")!
    // ruleid: swift-path-traversal
    return req.fileio.streamFile(at: "/var/files/" + name)
}
func read(_ req: Request) throws -> String {
    let name = try req.query.get(String.self, at: "name")
    // ruleid: swift-path-traversal
    return try String(contentsOfFile: "/var/files/\(name)", encoding: .utf8)
}
func number(_ req: Request) throws -> Response {
    let id = Int(req.parameters.get("id")!) ?? 0
    // ok: swift-path-traversal
    return req.fileio.streamFile(at: "/var/files/\(id).pdf")
}
func plain(_ req: Request) throws -> Response {
    let name = URL(fileURLWithPath: req.parameters.get("name")!).lastPathComponent
    // ok: swift-path-traversal
    return req.fileio.streamFile(at: "/var/files/" + name)
}
func local(_ name: String) throws -> String {
    // ok: swift-path-traversal
    return try String(contentsOfFile: name, encoding: .utf8)
}
