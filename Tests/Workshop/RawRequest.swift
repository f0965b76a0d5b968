import Foundation

/// A request written by hand over a connection of its own, so that a test can send what no well-behaved client would.
package struct RawRequest {
    private let text: String

    /// A request with a Host header and a cookie, unless they are nil, and a form, if there is one to send.
    package init(
        _ method: String,
        _ target: String,
        host: String?,
        form: String? = nil,
        cookie: String? = nil,
        site: String? = nil
    ) {
        var text = "\(method) \(target) HTTP/1.1\r\nConnection: close\r\n"
        if let host { text += "Host: \(host)\r\n" }
        if let site { text += "Sec-Fetch-Site: \(site)\r\n" }
        if let cookie { text += "Cookie: \(cookie)\r\n" }
        if let form {
            text += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n"
        }
        self.text = text + "\r\n" + (form ?? "")
    }

    /// Sends it to a port of this machine and reads the answer to its end; nil where nobody listens.
    package func send(to port: Int) -> RawAnswer? {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var address = loopback(port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return nil }
        let bytes = Array(text.utf8)
        guard Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            return nil
        }
        var answer: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { break }
            answer += part[..<count]
        }
        return RawAnswer(answer)
    }

    /// A port of this machine that nobody listens on just now.
    package static func freePort() -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, length)
                _ = getsockname(listener, $0, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// What came back.
package struct RawAnswer {
    package let status: Int
    /// By name in lower case.
    package let headers: [String: String]
    package let body: String

    fileprivate init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (line[..<colon].lowercased(), value)
            },
            uniquingKeysWith: { first, _ in first }
        )
        body = String(text[end.upperBound...])
    }
}

private func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
    address.sin_addr = in_addr(s_addr: inet_addr("127.0.0.1"))
    return address
}
