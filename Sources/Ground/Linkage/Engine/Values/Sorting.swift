/// Puts numbered things in order by a hash.
enum Sorting {
    private static let digit = 11
    private static let passes = 3

    /// The positions of the keys in the keys' order; those with the same key in the order they are given.
    static func order(_ keys: [UInt64]) -> [UInt32] {
        let positions = (0..<keys.count).map { UInt32(truncatingIfNeeded: $0) }
        var order = radix(positions) { keys[Int($0)] >> 31 }
        // The passes order by the upper bits; the few keys that share them are put right one by one.
        for at in order.indices.dropFirst() {
            var place = at
            while place > 0, keys[Int(order[place - 1])] > keys[Int(order[place])] {
                order.swapAt(place - 1, place)
                place -= 1
            }
        }
        return order
    }

    /// Sorts packed keys by their upper halves, keeping those with the same one in the order they are given.
    static func sorted(_ keys: [UInt64]) -> [UInt64] {
        radix(keys) { $0 >> 31 }
    }

    /// Orders by 33 bits of a key, 11 at a time, the lowest first.
    @inline(__always)
    private static func radix<Item>(_ items: [Item], key: (Item) -> UInt64) -> [Item] {
        var (source, target) = (items, items)
        for pass in 0..<passes {
            let shift = UInt64(pass * digit)
            let mask: UInt64 = (1 << UInt64(digit)) - 1
            var next = [Int](repeating: 0, count: (1 << digit) + 1)
            for item in source { next[Int(truncatingIfNeeded: key(item) >> shift & mask) + 1] += 1 }
            for index in next.indices.dropFirst() { next[index] += next[index - 1] }
            target.withUnsafeMutableBufferPointer { target in
                next.withUnsafeMutableBufferPointer { next in
                    for item in source {
                        let digit = Int(truncatingIfNeeded: key(item) >> shift & mask)
                        target[next[digit]] = item
                        next[digit] += 1
                    }
                }
            }
            swap(&source, &target)
        }
        return source
    }
}
