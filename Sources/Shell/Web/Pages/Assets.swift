import Crypto
import Documents

/// Style sheets and pictures, each under a name that holds a hash of its content, so that a browser keeps it for good.
enum Assets {
    private static let files: [String: (bytes: [UInt8], type: String)] = [
        "app.css": (PackageResources.app_css, "text/css; charset=utf-8"),
        "print.css": (PackageResources.print_css, "text/css; charset=utf-8"),
        "icon.svg": (PackageResources.icon_svg, "image/svg+xml"),
    ]

    private static let addresses: [String: String] = files.reduce(into: [:]) { addresses, file in
        let hash = SHA256.hash(data: file.value.bytes).prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        addresses[file.key] = "\(hash)-\(file.key)"
    }

    /// The name under which a file is served.
    static func address(_ name: String) -> String {
        addresses[name] ?? name
    }

    /// The file served under this name.
    static func file(at address: String) -> (bytes: [UInt8], type: String)? {
        addresses.first { $0.value == address }.flatMap { files[$0.key] }
    }
}

extension Pages {
    func asset(_ request: PageRequest) -> PageAnswer {
        guard let file = Assets.file(at: request.parameters["name"] ?? "") else { return notFound() }
        return PageAnswer(contentType: file.type, bytes: file.bytes, isCacheable: true)
    }
}
