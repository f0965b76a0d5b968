/// A file that came with a form.
struct SentFile: Sendable {
    /// Its name on the machine it came from, without its folders.
    let name: String
    let bytes: [UInt8]
}

/// Reads a form that brings files (`multipart/form-data`).
struct MultipartForm {
    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: SentFile] = [:]

    /// Parts that a form of ours has at most.
    private static let mostParts = 50

    /// Nil where the body is no such form by the header that names its boundary.
    init?(_ bytes: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = MultipartForm.value("boundary", in: contentType), !boundary.isEmpty
        else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var starts = MultipartForm.places(of: mark, in: bytes)
        guard !starts.isEmpty, starts.count <= MultipartForm.mostParts else { return nil }
        starts.append(bytes.count)
        for (start, end) in zip(starts, starts.dropFirst()) {
            read(bytes[min(start + mark.count, end)..<end])
        }
    }

    /// One part: headers, an empty line, the content, the end of a line.
    private mutating func read(_ part: ArraySlice<UInt8>) {
        let lineEnd: [UInt8] = [0x0D, 0x0A]
        guard part.starts(with: lineEnd),
            let gap = MultipartForm.first(lineEnd + lineEnd, in: part)
        else { return }
        let header = String(decoding: part[part.startIndex..<gap], as: UTF8.self)
        var content = part[(gap + 4)...]
        if content.suffix(2).elementsEqual(lineEnd) { content = content.dropLast(2) }
        guard
            let line = header.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }),
            let name = MultipartForm.value("name", in: String(line))
        else { return }
        if let file = MultipartForm.value("filename", in: String(line)) {
            let plain = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
            // A box left empty comes as a file without a name.
            if !plain.isEmpty || !content.isEmpty { files[name] = SentFile(name: plain, bytes: Array(content)) }
        } else {
            fields[name] = String(decoding: content, as: UTF8.self).replacing("\r\n", with: "\n")
        }
    }

    /// The value of a parameter of a header, quoted or not.
    private static func value(_ name: String, in header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == name else { continue }
            let value = halves[1].drop { $0 == " " }
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }

    /// Where each boundary begins.
    private static func places(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        var rest = bytes[...]
        while let place = first(mark, in: rest) {
            places.append(place)
            rest = rest[(place + mark.count)...]
        }
        return places
    }

    private static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let head = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            for start in 0...(buffer.count - wanted.count) where buffer[start] == head {
                if zip(wanted, buffer[start...]).allSatisfy(==) { return bytes.startIndex + start }
            }
            return nil
        }
    }
}
