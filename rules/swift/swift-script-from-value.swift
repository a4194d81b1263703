final class Page {
    func show(_ name: String) {
        // ruleid: swift-script-from-value
        webView.evaluateJavaScript("show('\(name)')")
    }
    func more(name: String, count: Int) {
        let script = "show('" + name + "')"
        // ruleid: swift-script-from-value
        webView.evaluateJavaScript(script, completionHandler: nil)
    }
    func safe(_ name: String) async throws {
        // ok: swift-script-from-value
        try await webView.callAsyncJavaScript("show(name)", arguments: ["name": name])
    }
    func scroll(to line: Int) {
        // ok: swift-script-from-value
        webView.evaluateJavaScript("scroll(\(line))")
    }
    func run(_ script: String) {
        // ok: swift-script-from-value
        webView.evaluateJavaScript(script)
    }
}
