/// Some pairs tried side by side, comparison by comparison.
///
/// What they are tried on lies far apart, and is waited for once for all of them. Pairs that can no longer reach the least
/// weight drop out on the way.
struct PairBatch: ~Copyable {
    private static let size = 64

    private struct Item {
        let left: UInt32
        let right: UInt32
        var pattern: UInt64 = 0
        var strangers = 0.0
        var household = 0.0
    }

    private let items: UnsafeMutableBufferPointer<Item>
    private var count = 0

    init() {
        items = .allocate(capacity: PairBatch.size)
    }

    deinit {
        items.deallocate()
    }

    var isFull: Bool { count == PairBatch.size }

    mutating func add(_ left: Int, _ right: Int) {
        let item = Item(left: UInt32(truncatingIfNeeded: left), right: UInt32(truncatingIfNeeded: right))
        (items.baseAddress.unsafelyUnwrapped + count).initialize(to: item)
        count += 1
    }

    /// Tries the pairs and begins anew; `body` is given each that has a prospect, with its pattern, in the order they came.
    @inline(__always)
    mutating func tryAll(
        _ tester: borrowing PairTester,
        _ prospects: Prospects,
        _ body: (_ left: Int, _ right: Int, _ pattern: UInt64) -> Void
    ) {
        for step in 0..<prospects.steps {
            let comparison = Int(prospects.order[step])
            let (needStrangers, needHousehold) = (prospects.needStrangers[step], prospects.needHousehold[step])
            var kept = 0
            for place in 0..<count {
                var item = items[place]
                let level = tester.level(of: comparison, Int(item.left), Int(item.right))
                item.strangers += prospects.againstStrangers[comparison * 16 + level]
                item.household += prospects.againstHousehold[comparison * 16 + level]
                item.pattern |= UInt64(truncatingIfNeeded: level) << UInt64(truncatingIfNeeded: comparison * 4)
                items[kept] = item
                if item.strangers >= needStrangers && item.household >= needHousehold { kept += 1 }
            }
            count = kept
        }
        for place in 0..<count {
            let item = items[place]
            body(Int(item.left), Int(item.right), item.pattern)
        }
        count = 0
    }
}
