import Values

/// Puts numbers that are, or begin with, a hash in order.
enum Sorting {
    private static let digit: UInt64 = 11
    private static let passes = 3

    /// The positions of the keys in the keys' order; those with the same key in the order they are given.
    static func order(_ keys: [UInt64]) -> [UInt32] {
        let packed = sorted(
            [UInt64](inLargePages: keys.count) { packed, count in
                for (place, key) in keys.enumerated() { packed[place] = key & upper | UInt64(place) }
                count = keys.count
            }
        )
        return [UInt32](inLargePages: packed.count) { buffer, count in
            // Each part writes the places of its own numbers.
            nonisolated(unsafe) let order = buffer
            _ = Parts.map(packed.count) { range in
                let runs = whole(range, packed)
                for place in runs { order[place] = UInt32(truncatingIfNeeded: packed[place]) }
                settle(runs, packed, keys, order)
            }
            count = packed.count
        }
    }

    private static let upper: UInt64 = 0xFFFF_FFFF_0000_0000

    /// A part moved to where runs of numbers alike in their upper halves begin.
    private static func whole(_ range: Range<Int>, _ packed: [UInt64]) -> Range<Int> {
        func start(_ place: Int) -> Int {
            var place = place
            while place > 0 && place < packed.count && packed[place] & upper == packed[place - 1] & upper { place += 1 }
            return place
        }
        let first = start(range.lowerBound)
        return first..<max(first, start(range.upperBound))
    }

    /// Puts those right whose keys are alike in their upper halves.
    private static func settle(
        _ range: Range<Int>,
        _ packed: [UInt64],
        _ keys: [UInt64],
        _ order: UnsafeMutableBufferPointer<UInt32>
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound && packed[end] & upper == packed[start] & upper { end += 1 }
            if end - start > 1 {
                // What is left to tell them apart is put side by side with their numbers, so that nothing else is looked at.
                var rest = packed[start..<end].map { keys[Int($0 & ~upper)] << 32 | $0 & ~upper }
                rest.sort()
                for (place, number) in rest.enumerated() { order[start + place] = UInt32(truncatingIfNeeded: number) }
            }
            start = end
        }
    }

    /// Numbers in order.
    ///
    /// They are put in order by their upper 33 bits, 11 at a time, the lowest first; those that share them, who are few
    /// or nearly in order already, are then put right.
    static func sorted(_ numbers: [UInt64]) -> [UInt64] {
        var next = places(numbers)
        var first = [UInt64](inLargePages: numbers.count) { target, count in
            numbers.withUnsafeBufferPointer { deal($0, to: target, pass: 0, &next) }
            count = numbers.count
        }
        let second = [UInt64](inLargePages: numbers.count) { target, count in
            first.withUnsafeBufferPointer { deal($0, to: target, pass: 1, &next) }
            count = numbers.count
        }
        first.withUnsafeMutableBufferPointer { target in
            second.withUnsafeBufferPointer { deal($0, to: target, pass: 2, &next) }
        }
        settle(&first)
        return first
    }

    private static func place(_ number: UInt64, pass: Int) -> Int {
        let shift = 31 + UInt64(pass) * digit
        return pass << Int(digit) + Int(truncatingIfNeeded: number >> shift & ((1 << digit) - 1))
    }

    /// Where the numbers of each digit begin, pass after pass.
    private static func places(_ numbers: [UInt64]) -> [Int] {
        var counts = [Int](repeating: 0, count: passes << Int(digit))
        for number in numbers {
            for pass in 0..<passes { counts[place(number, pass: pass)] += 1 }
        }
        for pass in 0..<passes {
            var start = 0
            for place in pass << Int(digit)..<(pass + 1) << Int(digit) {
                (counts[place], start) = (start, start + counts[place])
            }
        }
        return counts
    }

    /// Puts numbers in order by one digit, those of the same digit in the order they come.
    private static func deal(
        _ source: UnsafeBufferPointer<UInt64>,
        to target: UnsafeMutableBufferPointer<UInt64>,
        pass: Int,
        _ next: inout [Int]
    ) {
        next.withUnsafeMutableBufferPointer { next in
            for number in source {
                let place = place(number, pass: pass)
                target[next[place]] = number
                next[place] += 1
            }
        }
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
