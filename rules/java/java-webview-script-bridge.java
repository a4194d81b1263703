class Browser {
    void bridge(WebView view) {
        // ruleid: java-webview-script-bridge
        view.addJavascriptInterface(new Bridge(), "app");
        // ruleid: java-webview-script-bridge
        this.view.addJavascriptInterface(bridge, "android");
        // ok: java-webview-script-bridge
        WebViewCompat.addWebMessageListener(view, "app", Set.of("https://shop.example"), listener);
        // ok: java-webview-script-bridge
        view.loadUrl("https://shop.example");
    }
}
