func next(_ req: Request) throws -> Response {
    let target = req.query["next"] ?? "/"
    // ruleid: swift-open-redirect
    return req.redirect(to: target)
}
func back(_ request: Request) async throws -> Response {
    guard let referer = request.headers.first(name: .referer) else {
        throw Abort(.badRequest)
    }
    // ruleid: swift-open-redirect
    return request.redirect(to: referer, redirectType: .normal)
}
func order(_ req: Request) throws -> Response {
    let id = req.parameters.get("id")!
    // ok: swift-open-redirect
    return req.redirect(to: "/orders/\(id)")
}
func known(_ req: Request) throws -> Response {
    // ok: swift-open-redirect
    return req.redirect(to: targets[req.query["next"] ?? ""] ?? "/")
}
func home(_ req: Request) throws -> Response {
    // ok: swift-open-redirect
    return req.redirect(to: "/")
}
