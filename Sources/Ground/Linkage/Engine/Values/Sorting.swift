/// Puts numbers that are, or begin with, a hash in order.
enum Sorting {
    private static let digit: UInt64 = 11
    private static let passes: UInt64 = 3

    /// The positions of the keys in the keys' order; those with the same key in the order they are given.
    static func order(_ keys: [UInt64]) -> [UInt32] {
        let upper: UInt64 = 0xFFFF_FFFF_0000_0000
        let packed = sorted(keys.indices.map { keys[$0] & upper | UInt64($0) })
        var order = packed.map { UInt32(truncatingIfNeeded: $0) }
        var start = 0
        while start < packed.count {
            var end = start + 1
            while end < packed.count && packed[end] & upper == packed[start] & upper { end += 1 }
            if end - start > 1 { order[start..<end].sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) } }
            start = end
        }
        return order
    }

    /// Numbers in order.
    ///
    /// They are put in order by their upper 33 bits, 11 at a time, the lowest first; those that share them, who are few
    /// or nearly in order already, are then put right.
    static func sorted(_ numbers: [UInt64]) -> [UInt64] {
        var (source, target) = (numbers, numbers)
        let mask: UInt64 = (1 << digit) - 1
        for pass in 0..<passes {
            let shift = 31 + pass * digit
            var next = [Int](repeating: 0, count: (1 << Int(digit)) + 1)
            for number in source { next[Int(truncatingIfNeeded: number >> shift & mask) + 1] += 1 }
            for index in next.indices.dropFirst() { next[index] += next[index - 1] }
            target.withUnsafeMutableBufferPointer { target in
                next.withUnsafeMutableBufferPointer { next in
                    for number in source {
                        let digit = Int(truncatingIfNeeded: number >> shift & mask)
                        target[next[digit]] = number
                        next[digit] += 1
                    }
                }
            }
            swap(&source, &target)
        }
        settle(&source)
        return source
    }

    /// Where a number is among numbers in order, the first of several; nil where it is not.
    static func position(of number: UInt64, in sorted: [UInt64]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == number ? low : nil
    }

    private static func settle(_ numbers: inout [UInt64]) {
        numbers.withUnsafeMutableBufferPointer { numbers in
            for at in numbers.indices.dropFirst() where numbers[at] < numbers[at - 1] {
                let number = numbers[at]
                var place = at
                while place > 0 && numbers[place - 1] > number {
                    numbers[place] = numbers[place - 1]
                    place -= 1
                }
                numbers[place] = number
            }
        }
    }
}
