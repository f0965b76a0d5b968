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
            _ = Parts.map(profiles.count) { range in
                for rows in range.pieces { write(rows, of: profiles, to: slots) }
            }
            initialized = sides.count * profiles.count
        }
    }

    private func write(_ range: Range<Int>, of profiles: Profiles, to slots: UnsafeMutableBufferPointer<UInt64>) {
        let count = profiles.count
        let width = profiles.width
        // Column by column for some rows at a time: they stay near at hand, and each column's hashes are found once.
        var distinct = [UInt64](repeating: 0, count: columns.count * range.count)
        let values = profiles.values.start
        for (index, column) in columns.enumerated() {
            profiles.stores[column.group].hashes.withUnsafeBufferPointer { known in
                var place = index
                var at = range.lowerBound * width + column.position
                for _ in range {
                    // The missing value's hash is 0.
                    distinct[place] = known[Int(values[at])]
                    place += columns.count
                    at += width
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
