final class Page {
    func show(_ comment: String) {
        // ruleid: swift-html-from-value
        webView.loadHTMLString("<p>\(comment)</p>", baseURL: nil)
    }
    func more(comment: String) {
        let page = "<p>" + comment + "</p>"
        // ruleid: swift-html-from-value
        webView.loadHTMLString(page, baseURL: base)
    }
    func safe(_ comment: String) {
        // ok: swift-html-from-value
        webView.loadHTMLString("<p>\(escapedHTML(comment))</p>", baseURL: nil)
    }
    func size(_ size: Int) {
        // ok: swift-html-from-value
        webView.loadHTMLString("<p style='font-size:\(size)px'>a</p>", baseURL: nil)
    }
}
