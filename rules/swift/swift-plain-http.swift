func addresses() {
    // ruleid: swift-plain-http
    let orders = URL(string: "http://api.shop.com/orders")
    // ruleid: swift-plain-http
    var search = URLComponents(string: "http://search.shop.com/v1/items")
    // ok: swift-plain-http
    let safe = URL(string: "https://api.shop.com/orders")
    // ok: swift-plain-http
    let near = URL(string: "http://localhost:8080/orders")
    // ok: swift-plain-http
    let space = "http://www.w3.org/2000/svg"
}
