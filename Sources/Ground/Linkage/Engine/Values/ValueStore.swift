/// Texts kept once each and known by number; 0 is a value that is missing.
///
/// The numbers depend on the order in which values come, so nothing may depend on them but whether two are the same.
struct ValueStore: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where the bytes of each value end.
    private(set) var ends: [UInt32] = [0]
    private(set) var hashes: [UInt64] = [0]
    /// Open addressing on the hash; 0 is free.
    private var slots: [UInt32]

    init(expecting count: Int = 32) {
        var size = 64
        while size < count * 2 { size *= 2 }
        slots = ValueStore.free(size)
    }

    private static func free(_ size: Int) -> [UInt32] {
        [UInt32](inLargePages: size) { slots, count in
            slots.initialize(repeating: 0)
            count = size
        }
    }

    /// How many values there are, the missing one included.
    var count: Int { ends.count }

    /// The number of a value, kept from now on.
    mutating func id(of value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        id(of: value, hash: Hash.of(value))
    }

    mutating func id(of value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let id = slots[slot]
            if hashes[Int(id)] == hash && isSame(Int(id), value) { return id }
            slot = (slot + 1) & mask
        }
        let id = UInt32(truncatingIfNeeded: ends.count)
        slots[slot] = id
        bytes.append(contentsOf: value)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return id
    }

    mutating func id(of value: [UInt8]) -> UInt32 {
        value.withUnsafeBufferPointer { id(of: $0) }
    }

    /// The numbers here of all values of another store, kept from now on.
    mutating func numbers(of other: ValueStore) -> [UInt32] {
        var numbers = [UInt32](repeating: 0, count: other.count)
        other.bytes.withUnsafeBufferPointer { bytes in
            for id in 1..<other.count {
                let range = Int(other.ends[id - 1])..<Int(other.ends[id])
                numbers[id] = self.id(of: UnsafeBufferPointer(rebasing: bytes[range]), hash: other.hashes[id])
            }
        }
        return numbers
    }

    /// The number of a value that is already kept.
    func existing(_ value: [UInt8]) -> UInt32? {
        value.withUnsafeBufferPointer { value in
            let hash = Hash.of(value)
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 {
                let id = slots[slot]
                if hashes[Int(id)] == hash && isSame(Int(id), value) { return id }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    func value(_ id: UInt32) -> [UInt8] {
        id == 0 ? [] : Array(bytes[Int(ends[Int(id) - 1])..<Int(ends[Int(id)])])
    }

    func text(_ id: UInt32) -> String? {
        id == 0 ? nil : String(decoding: value(id), as: UTF8.self)
    }

    private func isSame(_ id: Int, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[id - 1])
        guard Int(ends[id]) - start == value.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            let other = UnsafeRawBufferPointer(value)
            var at = 0
            while at + 8 <= other.count {
                let one = bytes.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
                if one != other.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
                at += 8
            }
            while at < other.count {
                if bytes[start + at] != other[at] { return false }
                at += 1
            }
            return true
        }
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        var wider = ValueStore.free(slots.count * 2)
        for id in 1..<ends.count {
            var slot = Int(truncatingIfNeeded: hashes[id]) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = UInt32(truncatingIfNeeded: id)
        }
        slots = wider
    }
}
