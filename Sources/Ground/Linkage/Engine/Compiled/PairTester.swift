/// Tries conditions on pairs of profiles.
///
/// One is made for each part of the work, with caches of its own. What two texts measure is kept, since the same names
/// meet again and again.
struct PairTester: ~Copyable {
    /// The outcome of a test, as SQL has it.
    enum Outcome: UInt8 {
        case failed
        case met
        case unknown
    }

    private static let cacheBits = 14

    /// What two values measure.
    private struct Known {
        let values: UInt64
        let measure: Double
    }

    private let nodes: UnsafePointer<CompiledConditions.Node>
    private let values: UnsafePointer<UInt32>
    private let width: Int
    private let comparisons: Int
    /// Where the tests of each comparison begin.
    private let starts: UnsafePointer<Int32>
    private let texts: UnsafePointer<PairTables.Texts>
    private let cache: UnsafeMutableBufferPointer<Known>
    /// Keeps alive what the pointers point into.
    private let tables: PairTables

    init(_ tables: PairTables) {
        self.tables = tables
        nodes = tables.nodes
        values = tables.values.start
        width = tables.width
        comparisons = tables.comparisons
        starts = tables.starts
        texts = tables.texts
        let size = max(1, tables.caches) << PairTester.cacheBits
        cache = .allocate(capacity: size)
        cache.initialize(repeating: Known(values: 0, measure: 0))
    }

    deinit {
        cache.deallocate()
    }

    /// The level of each comparison that the pair is at, four bits each, the first comparison lowest.
    func pattern(_ left: Int, _ right: Int) -> UInt64 {
        let (left, right) = (values + left * width, values + right * width)
        var pattern: UInt64 = 0
        var shift: UInt64 = 0
        for comparison in 0..<comparisons {
            pattern |= UInt64(truncatingIfNeeded: level(of: comparison, left, right)) << shift
            shift += 4
        }
        return pattern
    }

    /// The level of one comparison that the pair is at.
    @inline(__always)
    func level(of comparison: Int, _ left: Int, _ right: Int) -> Int {
        level(of: comparison, values + left * width, values + right * width)
    }

    /// The first level of a comparison that the pair is at; a model has at most fifteen.
    @inline(__always)
    private func level(
        of comparison: Int,
        _ left: UnsafePointer<UInt32>,
        _ right: UnsafePointer<UInt32>
    ) -> Int {
        let first = Int(starts[comparison])
        let end = Int(starts[comparison + 1])
        var node = first
        while node < end, quick(node, left, right) != .met { node += 1 }
        return node - first
    }

    private func outcome(_ index: Int, _ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Outcome {
        let node = nodes + index
        switch node.pointee.operation {
        case .all: return all(node, left, right)
        case .any: return any(node, left, right)
        case .not:
            switch outcome(Int(node.pointee.start), left, right) {
            case .met: return .failed
            case .failed: return .met
            case .unknown: return .unknown
            }
        default: return plain(node, left, right)
        }
    }

    /// The outcome of a test; a call the less where it has no parts.
    @inline(__always)
    private func quick(_ index: Int, _ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Outcome {
        let node = nodes + index
        return node.pointee.operation.hasParts ? outcome(index, left, right) : plain(node, left, right)
    }

    /// The outcome of a test without parts.
    @inline(__always)
    private func plain(
        _ node: UnsafePointer<CompiledConditions.Node>,
        _ left: UnsafePointer<UInt32>,
        _ right: UnsafePointer<UInt32>
    ) -> Outcome {
        switch node.pointee.operation {
        case .always, .all, .any, .not: return .met
        case .missing: return value(node.pointee.first, left, right) == 0 ? .met : .failed
        case .eitherMissing:
            let (a, b) = (value(node.pointee.first, left, right), value(node.pointee.second, left, right))
            return a == 0 || b == 0 ? .met : .failed
        case .same:
            let (a, b) = (value(node.pointee.first, left, right), value(node.pointee.second, left, right))
            return a == 0 || b == 0 ? .unknown : a == b ? .met : .failed
        case .measured:
            let (a, b) = (value(node.pointee.first, left, right), value(node.pointee.second, left, right))
            guard a != 0, b != 0 else { return .unknown }
            return node.pointee.bound.holds(measured(a, b, node), node.pointee.limit) ? .met : .failed
        }
    }

    private func all(
        _ node: UnsafePointer<CompiledConditions.Node>,
        _ left: UnsafePointer<UInt32>,
        _ right: UnsafePointer<UInt32>
    ) -> Outcome {
        var answer = Outcome.met
        for part in Int(node.pointee.start)..<Int(node.pointee.end) {
            let outcome = quick(part, left, right)
            if outcome == .failed { return .failed }
            if outcome == .unknown { answer = .unknown }
        }
        return answer
    }

    private func any(
        _ node: UnsafePointer<CompiledConditions.Node>,
        _ left: UnsafePointer<UInt32>,
        _ right: UnsafePointer<UInt32>
    ) -> Outcome {
        var answer = Outcome.failed
        for part in Int(node.pointee.start)..<Int(node.pointee.end) {
            let outcome = quick(part, left, right)
            if outcome == .met { return .met }
            if outcome == .unknown { answer = .unknown }
        }
        return answer
    }

    @inline(__always)
    private func value(
        _ operand: CompiledConditions.Operand,
        _ left: UnsafePointer<UInt32>,
        _ right: UnsafePointer<UInt32>
    ) -> UInt32 {
        guard operand.key >= 0 else { return operand.constant }
        return operand.isRight ? right[Int(operand.key)] : left[Int(operand.key)]
    }

    /// What two values measure; the same whichever comes first.
    private func measured(_ a: UInt32, _ b: UInt32, _ node: UnsafePointer<CompiledConditions.Node>) -> Double {
        let (low, high) = a < b ? (a, b) : (b, a)
        let key = UInt64(low) << 32 | UInt64(high)
        let hash = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - PairTester.cacheBits))
        let slot = Int(node.pointee.cache) << PairTester.cacheBits + hash
        if cache[slot].values == key { return cache[slot].measure }
        let texts = texts[Int(node.pointee.group)]
        // Jaro can depend on which value is first, so that is settled by what they are and not by their numbers.
        let isInOrder = texts.hash(low) < texts.hash(high)
        let (first, second) = isInOrder ? (texts[low], texts[high]) : (texts[high], texts[low])
        let measure = node.pointee.measure
        let value =
            node.pointee.isNear
            ? measure.nearDistance(first, second)
            : measure.value(first, second) ?? .nan
        cache[slot] = Known(values: key, measure: value)
        return value
    }
}

/// What pairs are tried on, laid out once and shared by every part of the work; nothing in it changes.
final class PairTables: @unchecked Sendable {
    let nodes: UnsafePointer<CompiledConditions.Node>
    let comparisons: Int
    /// Where the tests of each comparison's levels begin in `nodes`, in order; one more than there are comparisons.
    let starts: UnsafePointer<Int32>
    let caches: Int
    let width: Int
    let values: ValueTable
    /// Of the groups that are measured; the others have none.
    let texts: UnsafePointer<Texts>
    private let groups: Int

    /// The texts of a group of values.
    struct Texts {
        let bytes: UnsafePointer<UInt8>
        let ends: UnsafePointer<UInt32>
        let hashes: UnsafePointer<UInt64>
        let count: Int

        func hash(_ id: UInt32) -> UInt64 { Int(id) < count ? hashes[Int(id)] : 0 }

        /// The text of a value; empty for a constant that no record has.
        subscript(id: UInt32) -> UnsafeBufferPointer<UInt8> {
            guard Int(id) < count else { return UnsafeBufferPointer(start: nil, count: 0) }
            let start = Int(ends[Int(id) - 1])
            return UnsafeBufferPointer(start: bytes + start, count: Int(ends[Int(id)]) - start)
        }
    }

    init(_ profiles: Profiles, comparisons: [Comparison]) {
        var conditions = CompiledConditions(plan: profiles.plan, stores: profiles.stores)
        let tests = comparisons.map { $0.levels.map { conditions.add($0.test) } }
        var nodes = conditions.nodes
        var starts: [Int32] = []
        for comparison in tests {
            starts.append(Int32(truncatingIfNeeded: nodes.count))
            for test in comparison { nodes.append(nodes[test]) }
        }
        starts.append(Int32(truncatingIfNeeded: nodes.count))
        self.nodes = .copy(of: nodes)
        self.starts = .copy(of: starts)
        self.comparisons = comparisons.count
        caches = conditions.caches
        width = profiles.width
        values = profiles.values
        groups = profiles.stores.count
        let measured = Set(nodes.filter { $0.operation == .measured }.map { Int($0.group) })
        let texts = profiles.stores.indices.map { group in
            let store = measured.contains(group) ? profiles.stores[group] : ValueStore()
            return Texts(
                bytes: .copy(of: store.bytes),
                ends: .copy(of: store.ends),
                hashes: .copy(of: store.hashes),
                count: store.count
            )
        }
        self.texts = .copy(of: texts)
    }

    deinit {
        nodes.deallocate()
        starts.deallocate()
        for group in 0..<groups {
            texts[group].bytes.deallocate()
            texts[group].ends.deallocate()
            texts[group].hashes.deallocate()
        }
        texts.deallocate()
    }
}
