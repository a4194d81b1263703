class Browser {
    void set(WebSettings settings) {
        // ruleid: java-webview-file-access
        settings.setAllowFileAccess(true);
        // ruleid: java-webview-file-access
        settings.setAllowUniversalAccessFromFileURLs(true);
        // ok: java-webview-file-access
        settings.setAllowFileAccess(false);
        // ok: java-webview-file-access
        settings.setDomStorageEnabled(true);
    }
}
