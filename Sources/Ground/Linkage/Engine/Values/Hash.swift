/// A hash of contents: the same on every machine and in every run, so that an order made from it is too.
enum Hash {
    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xD1B5_4A32_D192_ED03

    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// One hash of two, in this order.
    @inline(__always)
    static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
        mix(a ^ first, b ^ second)
    }

    /// The hash of the bytes; never 0.
    @inline(__always)
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state = UInt64(truncatingIfNeeded: bytes.count) ^ first
        var at = 0
        while at + 8 <= raw.count {
            state = mix(state ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), second)
            at += 8
        }
        let rest = rest(of: raw, from: at)
        let hash = mix(state ^ rest, first) ^ mix(rest, second)
        return hash == 0 ? 1 : hash
    }

    /// The last bytes, fewer than eight, as a number with the first of them highest; read together with bytes before them
    /// where there are any.
    @inline(__always)
    private static func rest(of raw: UnsafeRawBufferPointer, from at: Int) -> UInt64 {
        let count = raw.count - at
        let bits = UInt64(count) * 8
        if at > 0 {
            let last = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
            return last & ((1 << bits) - 1)
        }
        guard count >= 4 else { return raw.reduce(0) { $0 << 8 | UInt64($1) } }
        let head = UInt64(UInt32(bigEndian: raw.loadUnaligned(as: UInt32.self)))
        let last = UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
        return head << (bits - 32) | last
    }
}
