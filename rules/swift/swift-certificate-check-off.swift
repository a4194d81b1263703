final class Open: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
                    completionHandler: @escaping Answer) {
        // ruleid: swift-certificate-check-off
        completionHandler(.useCredential, URLCredential(trust: challenge.protectionSpace.trust!))
    }
}
final class Named: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
                    completionHandler: @escaping Answer) {
        let credential = URLCredential(trust: challenge.protectionSpace.serverTrust!)
        // ruleid: swift-certificate-check-off
        completionHandler(.useCredential, credential)
    }
}
final class Waiting: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge)
        async -> (URLSession.AuthChallengeDisposition, URLCredential?) {
        // ruleid: swift-certificate-check-off
        return (.useCredential, URLCredential(trust: challenge.protectionSpace.serverTrust!))
    }
}
final class Checked: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
                    completionHandler: @escaping Answer) {
        guard let trust = challenge.protectionSpace.serverTrust,
              SecTrustEvaluateWithError(trust, nil) else {
            // ok: swift-certificate-check-off
            return completionHandler(.cancelAuthenticationChallenge, nil)
        }
        // ok: swift-certificate-check-off
        completionHandler(.useCredential, URLCredential(trust: trust))
    }
    func pinned(_ challenge: URLAuthenticationChallenge, handler: Answer) {
        let trust = challenge.protectionSpace.serverTrust!
        if pins.isTrusted(trust) {
            // ok: swift-certificate-check-off
            handler(.useCredential, URLCredential(trust: trust))
        }
    }
    func near(_ challenge: URLAuthenticationChallenge, handler: Answer) {
        if challenge.protectionSpace.host == "localhost" {
            // ok: swift-certificate-check-off
            handler(.useCredential, URLCredential(trust: challenge.protectionSpace.serverTrust!))
        }
    }
    func plain(handler: Answer) {
        // ok: swift-certificate-check-off
        handler(.performDefaultHandling, nil)
        // ok: swift-certificate-check-off
        handler(.useCredential, URLCredential(user: name, password: word, persistence: .none))
    }
}
