import Values

/// The keys by which profiles meet under blocking rules: hashes of the values that a rule asks for, 0 for none.
///
/// All rules are answered in one walk over the profiles, since what they ask for lies side by side.
struct BlockingKeys {
    /// The sides of this many rules are worked out at once; more would hold more memory and save no time.
    static let sidesAtOnce = 16

    private static let start: UInt64 = 0x5851_F42D_4C95_7F2D

    /// A key asked for: where its values are among the distinct ones, in the order of the rule.
    private let sides: [[Int]]
    private let columns: [Column]

    private struct Column: Sendable {
        let position: Int
        let group: Int
    }

    /// The keys of the terms of each side; `count` profiles each.
    init(_ sides: [[Term]], plan: ValuePlan) {
        let positions = sides.map { $0.compactMap { plan.position(of: $0) } }
        let distinct = Set(positions.joined()).sorted()
        self.sides = positions.map { $0.compactMap { distinct.firstIndex(of: $0) } }
        columns = distinct.map { Column(position: $0, group: plan.groups[$0]) }
    }

    /// The key of every profile, side after side.
    func keys(of profiles: Profiles) -> [UInt64] {
        [UInt64](inLargePages: sides.count * profiles.count) { buffer, initialized in
            // Each part writes the keys of its own profiles.
            nonisolated(unsafe) let slots = buffer
            _ = Parts.map(profiles.count) { range in write(range, of: profiles, to: slots) }
            initialized = sides.count * profiles.count
        }
    }

    private func write(_ range: Range<Int>, of profiles: Profiles, to slots: UnsafeMutableBufferPointer<UInt64>) {
        let count = profiles.count
        let width = profiles.width
        // Column by column for some rows at a time: they stay near at hand, and each column's hashes are found once.
        var distinct = [UInt64](repeating: 0, count: columns.count * range.count)
        profiles.values.withUnsafeBufferPointer { values in
            for (index, column) in columns.enumerated() {
                profiles.stores[column.group].hashes.withUnsafeBufferPointer { known in
                    var place = index
                    var at = range.lowerBound * width + column.position
                    for _ in range {
                        let value = values[at]
                        distinct[place] = value == 0 ? 0 : known[Int(value)]
                        place += columns.count
                        at += width
                    }
                }
            }
        }
        for (number, side) in sides.enumerated() {
            for (index, profile) in range.enumerated() {
                var key = BlockingKeys.start
                for column in side {
                    let hash = distinct[index * columns.count + column]
                    if hash == 0 {
                        key = 0
                        break
                    }
                    key = Hash.combine(key, hash)
                }
                slots[number * count + profile] = key
            }
        }
    }
}

/// Profiles gathered by their keys, in the order of the keys.
///
/// A key and a profile's number share 64 bits to be put in order, 44 for the key among a million profiles; where keys agree
/// in those, the whole of them decides.
struct KeyedProfiles: Sendable {
    /// Profiles with a key, those of one key after those of another.
    private(set) var members: [UInt32] = []
    /// The distinct keys, in order, and where the profiles of each begin; one start more than there are keys.
    private(set) var keys: [UInt64] = []
    private(set) var starts: [UInt32] = []

    /// Gathers profiles by the key of each, 0 for none.
    ///
    /// - Parameters:
    ///   - keyOfProfile: the key of every profile.
    ///   - keepsAlone: whether a key of one profile alone is kept too; where only those who meet matter it is not, and its
    ///     profile is never looked up.
    init(_ keyOfProfile: UnsafeBufferPointer<UInt64>, keepsAlone: Bool) {
        let bits = UInt64(UInt64.bitWidth - keyOfProfile.count.leadingZeroBitCount)
        let number = (UInt64(1) << bits) - 1
        let packed = Sorting.sorted(
            [UInt64](inLargePages: keyOfProfile.count) { packed, count in
                for (profile, key) in keyOfProfile.enumerated() where key != 0 {
                    packed[count] = (key & ~number) | UInt64(profile)
                    count += 1
                }
            }
        )
        members.reserveCapacity(packed.count)
        var start = 0
        while start < packed.count {
            var end = start + 1
            while end < packed.count && packed[end] >> bits == packed[start] >> bits { end += 1 }
            if keepsAlone || end - start > 1 {
                let first = members.count
                for place in start..<end { members.append(UInt32(truncatingIfNeeded: packed[place] & number)) }
                add(first..<members.count, keyOfProfile)
            }
            start = end
        }
        starts.append(UInt32(truncatingIfNeeded: members.count))
    }

    /// Adds members whose keys agree in their upper bits: one key, or in rare cases several.
    private mutating func add(_ run: Range<Int>, _ keyOfProfile: UnsafeBufferPointer<UInt64>) {
        let key = keyOfProfile[Int(members[run.lowerBound])]
        guard run.allSatisfy({ keyOfProfile[Int(members[$0])] == key }) else { return addApart(run, keyOfProfile) }
        keys.append(key)
        starts.append(UInt32(truncatingIfNeeded: run.lowerBound))
    }

    private mutating func addApart(_ run: Range<Int>, _ keyOfProfile: UnsafeBufferPointer<UInt64>) {
        members[run].sort { (keyOfProfile[Int($0)], $0) < (keyOfProfile[Int($1)], $1) }
        for at in run {
            let key = keyOfProfile[Int(members[at])]
            guard at == run.lowerBound || key != keys[keys.count - 1] else { continue }
            keys.append(key)
            starts.append(UInt32(truncatingIfNeeded: at))
        }
    }

    func members(_ group: Int) -> Range<UInt32> { starts[group]..<starts[group + 1] }
}
