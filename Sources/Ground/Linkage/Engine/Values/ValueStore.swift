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

    /// Values whose numbers are asked for together.
    private static let batch = 32

    /// Adds the numbers of many values, kept from now on; an empty one is missing.
    ///
    /// Where each may lie is asked for some at a time, so that memory far away is waited for once for all of them.
    mutating func add(_ values: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>, to numbers: inout [UInt32]) {
        add(values.count, to: &numbers) { place in
            let value = values[place]
            return (value, value.isEmpty ? 0 : Hash.of(value))
        }
    }

    /// Adds the numbers of this many values; a value of hash 0 is missing.
    @inline(__always)
    mutating func add(
        _ count: Int,
        to numbers: inout [UInt32],
        _ value: (_ place: Int) -> (text: UnsafeBufferPointer<UInt8>, hash: UInt64)
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ValueStore.batch) { candidates in
            for start in stride(from: 0, to: count, by: ValueStore.batch) {
                let range = 0..<min(ValueStore.batch, count - start)
                let mask = slots.count - 1
                for place in range {
                    candidates[place] = slots[Int(truncatingIfNeeded: value(start + place).hash) & mask]
                }
                for place in range {
                    let (text, hash) = value(start + place)
                    let candidate = Int(candidates[place])
                    if hash == 0 {
                        numbers.append(0)
                    } else if hashes[candidate] == hash && isSame(candidate, text) {
                        numbers.append(candidates[place])
                    } else {
                        numbers.append(id(of: text, hash: hash))
                    }
                }
            }
        }
    }

    /// The numbers here of all values of another store, kept from now on.
    mutating func numbers(of other: ValueStore) -> [UInt32] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(other.count)
        other.bytes.withUnsafeBufferPointer { bytes in
            add(other.count, to: &numbers) { id in
                let start = id == 0 ? 0 : Int(other.ends[id - 1])
                return (UnsafeBufferPointer(rebasing: bytes[start..<Int(other.ends[id])]), other.hashes[id])
            }
        }
        return numbers
    }

    func allSatisfy(_ isSo: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            (1..<count).allSatisfy { isSo(UnsafeBufferPointer(rebasing: bytes[Int(ends[$0 - 1])..<Int(ends[$0])])) }
        }
    }

    /// Another store of what becomes of each value here, and the number there of each; 0 where nothing does.
    func mapped(_ become: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) -> (store: ValueStore, numbers: [UInt32]) {
        var store = ValueStore(expecting: count)
        let numbers = bytes.withUnsafeBufferPointer { bytes in
            (0..<count).map { id -> UInt32 in
                guard id > 0 else { return 0 }
                let value = UnsafeBufferPointer(rebasing: bytes[Int(ends[id - 1])..<Int(ends[id])])
                return become(value).map { store.id(of: $0) } ?? 0
            }
        }
        return (store, numbers)
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

    @inline(__always)
    private func isSame(_ id: Int, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[id - 1])
        guard Int(ends[id]) - start == value.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            let own = UnsafeRawBufferPointer(rebasing: bytes[start..<start + value.count])
            return own.isSame(as: UnsafeRawBufferPointer(value))
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

extension UnsafeRawBufferPointer {
    /// Whether the bytes are those of another buffer of the same length; eight or four at a time, the last overlapping.
    @inline(__always)
    fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        func isSame<Word: BinaryInteger & BitwiseCopyable>(at place: Int, _ word: Word.Type) -> Bool {
            loadUnaligned(fromByteOffset: place, as: word) == other.loadUnaligned(fromByteOffset: place, as: word)
        }
        if count >= 8 {
            var at = 0
            while at + 8 < count {
                if !isSame(at: at, UInt64.self) { return false }
                at += 8
            }
            return isSame(at: count - 8, UInt64.self)
        }
        if count >= 4 { return isSame(at: 0, UInt32.self) && isSame(at: count - 4, UInt32.self) }
        return indices.allSatisfy { self[$0] == other[$0] }
    }
}
