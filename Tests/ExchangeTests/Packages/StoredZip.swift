/// A zip without compression, made by hand, with lies about itself where a test wants them.
struct StoredZip {
    private let entries: [(name: String, contents: [UInt8])]
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var declaredSize: UInt32?

    init(_ entries: [(String, [UInt8])]) {
        self.entries = entries.map { (name: $0.0, contents: $0.1) }
    }

    var bytes: [UInt8] {
        var files: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(files.count)
            let common = common(entry.name, entry.contents)
            files += little(0x0403_4B50 as UInt32) + little(20 as UInt16) + common
            files += Array(entry.name.utf8) + entry.contents
            directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + little(20 as UInt16) + common
            directory += little(0 as UInt16) + little(0 as UInt16) + little(0 as UInt16) + little(0 as UInt32)
            directory += little(offset) + Array(entry.name.utf8)
        }
        let count = UInt16(entries.count)
        let end = little(0x0605_4B50 as UInt32) + little(0 as UInt32) + little(count) + little(count)
        return files + directory + end + little(UInt32(directory.count)) + little(UInt32(files.count))
            + little(0 as UInt16)
    }

    /// From the flags to the length of the extra field, which both headers have alike.
    private func common(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        little(flags) + little(method) + little(0 as UInt32) + little(StoredZip.checksum(contents))
            + little(UInt32(contents.count)) + little(declaredSize ?? UInt32(contents.count))
            + little(UInt16(name.utf8.count)) + little(0 as UInt16)
    }

    /// CRC-32 bit by bit, as its definition has it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
        }
        return ~remainder
    }
}

private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
