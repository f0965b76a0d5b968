/// Numbers that are the same for the same seed on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// No logarithms or roots, whose last digit may differ from one platform to another.
struct SeededGenerator {
    private var state: UInt64

    init(state: UInt64) {
        self.state = state
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly spread from 0 up to, not including, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func chance(_ share: Double) -> Bool {
        unit() < share
    }

    /// A whole number of the range, each as likely.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(unit() * Double(range.upperBound - range.lowerBound + 1))
    }

    /// Mean 0 and standard deviation 1, from the sum of twelve even draws; never beyond 6.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[whole(0...list.count - 1)]
    }

    /// One of the list, each as likely as its weight says.
    mutating func pick<Element>(_ list: [(Element, Int)]) -> Element {
        var rest = whole(1...list.reduce(0) { $0 + $1.1 })
        for (element, weight) in list {
            rest -= weight
            if rest <= 0 { return element }
        }
        return list[list.count - 1].0
    }
}

extension Double {
    /// The nearest whole number, half away from zero; without the C library, which a pure target does not link.
    var nearest: Int { Int(self + (self < 0 ? -0.5 : 0.5)) }
}
