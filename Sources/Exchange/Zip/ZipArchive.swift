/// Why a zip cannot be opened.
package enum ZipFault: Error, Hashable, Sendable {
    case damaged
    case encrypted
    case unsupported
    /// More entries, more bytes or a higher ratio than is allowed.
    case tooLarge
}

/// The files in a zip, by its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).
///
/// Entries are stored or deflated. Nothing is written to disk, so a path that climbs out of the archive is only a name.
package struct ZipArchive {
    /// One file of the archive.
    package struct Entry: Hashable, Sendable {
        package var name: String
        var isDeflated: Bool
        var checksum: UInt32
        var packedSize: Int
        var size: Int
        var offset: Int
    }

    private let bytes: [UInt8]
    /// The files, in the order of the archive, without folders.
    package let entries: [Entry]

    /// Whether bytes begin like a zip.
    package static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Reads the directory; throws where it is damaged or the entries would unpack to more than the limits allow.
    package init(_ bytes: [UInt8], limits: CheckLimits) throws(ZipFault) {
        self.bytes = bytes
        let reader = LittleEndian(bytes)
        let directory = try ZipArchive.directory(reader)
        guard directory.count <= limits.zipEntries else { throw .tooLarge }
        var entries: [Entry] = []
        var names: Set<String> = []
        var next = directory.offset
        for _ in 0..<directory.count {
            let (entry, end) = try ZipArchive.entry(at: next, reader)
            next = end
            if entry.name.hasSuffix("/") { continue }
            guard names.insert(entry.name).inserted else { throw .damaged }
            entries.append(entry)
        }
        try ZipArchive.checkSizes(entries, limits: limits)
        self.entries = entries
    }

    /// The bytes of an entry, unpacked and checked against its checksum.
    package func contents(of entry: Entry) throws(ZipFault) -> [UInt8] {
        let reader = LittleEndian(bytes)
        guard reader.word(at: entry.offset) == 0x0403_4B50,
            let nameLength = reader.half(at: entry.offset + 26), let extraLength = reader.half(at: entry.offset + 28)
        else { throw .damaged }
        let start = entry.offset + 30 + nameLength + extraLength
        guard start + entry.packedSize <= bytes.count else { throw .damaged }
        let packed = start..<start + entry.packedSize
        let contents = entry.isDeflated ? Inflate.unpack(bytes, packed, size: entry.size) : Array(bytes[packed])
        guard let contents, contents.count == entry.size, Inflate.checksum(contents) == entry.checksum else {
            throw .damaged
        }
        return contents
    }

    // MARK: Directory

    /// The end record lies in the last 65,557 bytes, before a comment of its stated length.
    private static func directory(_ reader: LittleEndian) throws(ZipFault) -> (count: Int, offset: Int) {
        let last = reader.count - 22
        guard last >= 0 else { throw .damaged }
        for offset in stride(from: last, through: max(0, last - 65_535), by: -1) {
            guard reader.word(at: offset) == 0x0605_4B50, reader.half(at: offset + 20) == last - offset,
                let disk = reader.half(at: offset + 4), let count = reader.half(at: offset + 10),
                let start = reader.word(at: offset + 16)
            else { continue }
            // All ones stand for a number in the 64-bit record, which only archives of over 4 GiB need.
            guard disk == 0, count != 0xFFFF, start != 0xFFFF_FFFF else { throw .unsupported }
            return (count, start)
        }
        throw .damaged
    }

    private static func entry(at offset: Int, _ reader: LittleEndian) throws(ZipFault) -> (Entry, end: Int) {
        guard reader.word(at: offset) == 0x0201_4B50,
            let flags = reader.half(at: offset + 8), let method = reader.half(at: offset + 10),
            let checksum = reader.word(at: offset + 16), let packedSize = reader.word(at: offset + 20),
            let size = reader.word(at: offset + 24), let nameLength = reader.half(at: offset + 28),
            let extraLength = reader.half(at: offset + 30), let commentLength = reader.half(at: offset + 32),
            let start = reader.word(at: offset + 42), let name = reader.text(at: offset + 46, length: nameLength)
        else { throw .damaged }
        if flags & 0x41 != 0 { throw .encrypted }
        guard method == 0 || method == 8, size != 0xFFFF_FFFF, packedSize != 0xFFFF_FFFF else { throw .unsupported }
        let entry = Entry(
            name: name,
            isDeflated: method == 8,
            checksum: UInt32(checksum),
            packedSize: packedSize,
            size: size,
            offset: start
        )
        return (entry, offset + 46 + nameLength + extraLength + commentLength)
    }

    /// Deflate cannot shrink more than some 1,032 times, and no table comes near 250 over its whole length.
    private static func checkSizes(_ entries: [Entry], limits: CheckLimits) throws(ZipFault) {
        let total = entries.reduce(0) { $0 + $1.size }
        guard total <= limits.unpackedBytes else { throw .tooLarge }
        for entry in entries {
            if entry.size > 16 << 20, entry.size / 250 > entry.packedSize { throw .tooLarge }
            if entry.size > 1 << 16, entry.size / 1100 > entry.packedSize { throw .tooLarge }
        }
    }
}

/// Numbers and text at a place in bytes, least significant byte first; nil beyond the end.
private struct LittleEndian {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func half(at offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= bytes.count else { return nil }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    func word(at offset: Int) -> Int? {
        guard let low = half(at: offset), let high = half(at: offset + 2) else { return nil }
        return low | high << 16
    }

    func text(at offset: Int, length: Int) -> String? {
        guard offset >= 0, offset + length <= bytes.count else { return nil }
        return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    }
}
