import Values

/// Profiles by their keys: the first profile that has each key stands for all that have it.
struct KeyedProfiles {
    static let none = UInt32.max

    /// Keys looked up together: where they lie is asked for all at once, so that they are waited for once.
    private static let batch = 64

    private let keys: UnsafeBufferPointer<UInt64>
    /// The first profile with the same key as each profile; none where it has no key.
    let firsts: [UInt32]
    /// Open addressing on the key: the first profile of it and one, 0 where free.
    private let slots: [UInt32]

    /// Gathers profiles by the key of each, 0 for none; a key is a hash, and two are the same only where all of it is.
    init(_ keys: UnsafeBufferPointer<UInt64>) {
        var size = KeyedProfiles.batch
        while size < keys.count * 2 { size *= 2 }
        var firsts: [UInt32] = []
        let slots = [UInt32](inLargePages: size) { slots, count in
            slots.initialize(repeating: 0)
            count = size
            firsts = KeyedProfiles.firsts(of: keys, among: keys, slots) { profile, slot in
                slots[slot] = UInt32(truncatingIfNeeded: profile) + 1
                return UInt32(truncatingIfNeeded: profile)
            }
        }
        self.keys = keys
        self.firsts = firsts
        self.slots = slots
    }

    /// The first profile here under the key of each profile of another side; none where nobody here has it.
    func firsts(of others: UnsafeBufferPointer<UInt64>) -> [UInt32] {
        slots.withUnsafeBufferPointer { slots in
            KeyedProfiles.firsts(of: others, among: keys, UnsafeMutableBufferPointer(mutating: slots)) { _, _ in
                KeyedProfiles.none
            }
        }
    }

    /// Looks up every key; `unknown` says what stands for one that is in no slot, given its profile and the free slot.
    @inline(__always)
    private static func firsts(
        of asked: UnsafeBufferPointer<UInt64>,
        among keys: UnsafeBufferPointer<UInt64>,
        _ slots: UnsafeMutableBufferPointer<UInt32>,
        unknown: (_ profile: Int, _ slot: Int) -> UInt32
    ) -> [UInt32] {
        let mask = slots.count - 1
        return [UInt32](inLargePages: asked.count) { firsts, count in
            for start in stride(from: 0, to: asked.count, by: batch) {
                let range = start..<min(asked.count, start + batch)
                for profile in range { firsts[profile] = slots[Int(truncatingIfNeeded: asked[profile]) & mask] }
                for profile in range {
                    let found = firsts[profile]
                    let isFound = found != 0 && keys[Int(found) - 1] == asked[profile]
                    firsts[profile] = isFound ? found - 1 : none
                }
                for profile in range where firsts[profile] == none && asked[profile] != 0 {
                    var slot = Int(truncatingIfNeeded: asked[profile]) & mask
                    while slots[slot] != 0 && keys[Int(slots[slot]) - 1] != asked[profile] { slot = (slot + 1) & mask }
                    firsts[profile] = slots[slot] == 0 ? unknown(profile, slot) : slots[slot] - 1
                }
            }
            count = asked.count
        }
    }
}

extension [UInt32] {
    /// How many profiles each profile stands for, given who stands for each.
    func countsByFirst() -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: count)
        for first in self where first != KeyedProfiles.none { counts[Int(first)] += 1 }
        return counts
    }
}
