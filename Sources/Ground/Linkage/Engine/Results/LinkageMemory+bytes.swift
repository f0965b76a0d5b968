extension LinkageMemory {
    /// What the bytes begin with: what they are, and the version of their form.
    private static let mark = Array("HWMEM1\n\n".utf8)

    /// As bytes, to be kept until the next linking.
    package var bytes: [UInt8] {
        var bytes = LinkageMemory.mark
        bytes.reserveCapacity(bytes.count + 24 + profiles.count * 8 + pairs.count * 16)
        for number in [model, UInt64(profiles.count), UInt64(pairs.count)] { bytes.append(number: number) }
        for hash in profiles { bytes.append(number: hash) }
        for pair in pairs {
            bytes.append(number: pair.first)
            bytes.append(number: pair.second)
        }
        return bytes
    }

    /// The memory that bytes hold; nil where they are none, or not whole.
    package init?(bytes: [UInt8]) {
        let head = LinkageMemory.mark.count
        guard bytes.count >= head + 24, bytes.starts(with: LinkageMemory.mark) else { return nil }
        let count = (bytes.count - head) / 8
        func number(_ place: Int) -> UInt64 {
            bytes.withUnsafeBytes {
                UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: head + place * 8, as: UInt64.self))
            }
        }
        let (profiles, pairs) = (number(1), number(2))
        guard (bytes.count - head).isMultiple(of: 8), profiles < count, pairs < count,
            3 + profiles + 2 * pairs == count
        else { return nil }
        let first = 3 + Int(profiles)
        self.init(
            model: number(0),
            profiles: (3..<first).map(number),
            pairs: (0..<Int(pairs)).map { HashPair(number(first + $0 * 2), number(first + $0 * 2 + 1)) }
        )
    }
}

extension [UInt8] {
    /// The eight bytes of a number, the lowest first.
    fileprivate mutating func append(number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
