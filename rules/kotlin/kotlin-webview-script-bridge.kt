fun show(view: WebView) {
    // ruleid: kotlin-webview-script-bridge
    view.addJavascriptInterface(Bridge(), "bridge")
    // ok: kotlin-webview-script-bridge
    view.loadUrl("file:///android_asset/index.html")
}

fun more() {
    // ruleid: kotlin-webview-script-bridge
    settings.allowUniversalAccessFromFileURLs = true
    // ok: kotlin-webview-script-bridge
    settings.allowUniversalAccessFromFileURLs = false
}
