final class Tools {
    func list(_ folder: String) throws {
        let process = Process()
        process.launchPath = "/bin/sh"
        // ruleid: swift-command-injection
        process.arguments = ["-c", "ls \(folder)"]
        try process.run()
    }
    func script(name: String) {
        // ruleid: swift-command-injection
        let script = NSAppleScript(source: "tell application \"\(name)\" to quit")
        script?.executeAndReturnError(nil)
    }
    func safe(_ folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/ls")
        // ok: swift-command-injection
        process.arguments = ["--", folder]
        try process.run()
    }
    func fixed() {
        let process = Process()
        // ok: swift-command-injection
        process.arguments = ["-c", "ls /srv"]
    }
}
