/// A model's conditions made ready to be tried on many pairs: flat, with fields as positions.
struct CompiledConditions: Sendable {
    enum Operation: UInt8, Sendable {
        case all
        case any
        case not
        case missing
        /// Either of two values is missing: what most comparisons ask first.
        case eitherMissing
        case same
        case measured
        /// Met by every pair.
        case always

        var hasParts: Bool { self == .all || self == .any || self == .not }
    }

    /// One test; its parts, if it has any, follow each other.
    struct Node: Sendable {
        var operation: Operation
        var measure = Measure.jaro
        var bound = Bound.atLeast
        /// Whether it is enough to know if the values are within one edit of each other.
        var isNear = false
        /// Which cache its measures are kept in, and the group its values are of.
        var cache: Int16 = 0
        var group: Int16 = 0
        var start: Int32 = 0
        var end: Int32 = 0
        var first = Operand()
        var second = Operand()
        var limit = 0.0
    }

    /// Where a term's value is.
    struct Operand: Sendable {
        var isRight = false
        /// Position among the keys of the plan; -1 for a constant.
        var key: Int32 = -1
        var constant: UInt32 = 0
    }

    private(set) var nodes: [Node] = []
    private(set) var caches = 0
    private let plan: ValuePlan
    private let stores: [ValueStore]
    private var cacheOf: [CacheKey: Int] = [:]

    private struct CacheKey: Hashable {
        let measure: Measure
        let group: Int
        let isNear: Bool
    }

    init(plan: ValuePlan, stores: [ValueStore]) {
        self.plan = plan
        self.stores = stores
    }

    /// Adds a condition; gives the position of its test.
    mutating func add(_ test: ComparisonLevel.Test) -> Int {
        switch test {
        case .missing(let condition), .when(let condition): add(condition)
        case .otherwise: append(Node(operation: .always))
        }
    }

    mutating func add(_ condition: Condition) -> Int {
        switch condition {
        case .all(let parts): return add(.all, parts)
        case .any(let parts):
            if parts.count == 2, case .missing(let one) = parts[0], case .missing(let other) = parts[1] {
                let (first, second) = (operand(one, beside: nil), operand(other, beside: nil))
                return append(Node(operation: .eitherMissing, first: first, second: second))
            }
            return add(.any, parts)
        case .not(let part): return add(.not, [part])
        case .missing(let term): return append(Node(operation: .missing, first: operand(term, beside: nil)))
        case .same(let a, let b):
            return append(Node(operation: .same, first: operand(a, beside: b), second: operand(b, beside: a)))
        case .measured(let measure, let a, let b, let bound, let limit):
            let group = self.group(of: a) ?? self.group(of: b) ?? 0
            let isNear = measure.isNear(bound, limit)
            let key = CacheKey(measure: measure, group: group, isNear: isNear)
            let cache = cacheOf[key, default: cacheOf.count]
            cacheOf[key] = cache
            caches = cacheOf.count
            return append(
                Node(
                    operation: .measured,
                    measure: measure,
                    bound: bound,
                    isNear: isNear,
                    cache: Int16(truncatingIfNeeded: cache),
                    group: Int16(truncatingIfNeeded: group),
                    first: operand(a, beside: b),
                    second: operand(b, beside: a),
                    limit: limit
                )
            )
        }
    }

    /// Adds the parts one after the other, so that a range names them.
    private mutating func add(_ operation: Operation, _ parts: [Condition]) -> Int {
        let tests = parts.map { add($0) }
        let start = nodes.count
        for test in tests { nodes.append(nodes[test]) }
        let (first, end) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: start + parts.count))
        return append(Node(operation: operation, start: first, end: end))
    }

    private func group(of term: Term) -> Int? {
        plan.position(of: term).map { plan.groups[$0] }
    }

    private mutating func append(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// A constant is looked up among the values it is held against: one that no record has can equal none.
    private func operand(_ term: Term, beside other: Term?) -> Operand {
        switch term.source {
        case .field(_, let side):
            guard let position = plan.position(of: term) else { return Operand() }
            return Operand(
                isRight: side == .right,
                key: Int32(truncatingIfNeeded: position)
            )
        case .constant(let text):
            let group = other.flatMap { self.group(of: $0) } ?? 0
            let id = stores[group].existing(Array(text.utf8)) ?? .max
            return Operand(constant: id)
        }
    }
}
