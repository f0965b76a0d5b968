import Values

/// Puts numbered things in order by a hash, on several cores.
enum Sorting {
    private struct Entry: Sendable {
        var key: UInt64
        var index: UInt32
    }

    /// The positions of the keys in the keys' order; those with the same key in the order they are given.
    static func order(_ keys: [UInt64]) -> [UInt32] {
        let bits = 8
        var sizes = [Int](repeating: 0, count: 1 << bits)
        for key in keys { sizes[Int(key >> (64 - bits))] += 1 }
        var next = sizes.indices.map { sizes[..<$0].reduce(0, +) }
        let starts = next
        let empty = Entry(key: 0, index: 0)
        var entries = [Entry](repeating: empty, count: keys.count)
        for (index, key) in keys.enumerated() {
            let bucket = Int(key >> (64 - bits))
            entries[next[bucket]] = Entry(key: key, index: UInt32(truncatingIfNeeded: index))
            next[bucket] += 1
        }
        let (filled, counts) = (entries, sizes)
        return Parts.map(1 << bits, size: 8) { buckets in
            buckets.flatMap { bucket in
                filled[starts[bucket]..<starts[bucket] + counts[bucket]]
                    .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
                    .map(\.index)
            }
        }.flatMap(\.self)
    }

    /// Sorts packed keys, the most telling bits first.
    static func sorted(_ keys: [UInt64]) -> [UInt64] {
        let bits = 8
        var sizes = [Int](repeating: 0, count: 1 << bits)
        for key in keys { sizes[Int(key >> (64 - bits))] += 1 }
        var next = sizes.indices.map { sizes[..<$0].reduce(0, +) }
        let starts = next
        var placed = [UInt64](repeating: 0, count: keys.count)
        for key in keys {
            let bucket = Int(key >> (64 - bits))
            placed[next[bucket]] = key
            next[bucket] += 1
        }
        let counts = sizes
        placed.withUnsafeMutableBufferPointer { buffer in
            // Every part sorts buckets of its own.
            nonisolated(unsafe) let slots = buffer
            _ = Parts.map(1 << bits, size: 8) { buckets in
                for bucket in buckets {
                    slots[starts[bucket]..<starts[bucket] + counts[bucket]].sort()
                }
            }
        }
        return placed
    }
}
