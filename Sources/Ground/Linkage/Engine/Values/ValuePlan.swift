/// Where the values a model asks for are found: fields that are read, and what is worked out from them.
struct ValuePlan: Sendable {
    /// A value asked for: a field that is read and the steps that lead from it.
    struct Key: Hashable, Sendable {
        let base: Int
        let steps: [Derivation]
    }

    /// The fields that records keep values of: those read from columns, then those joined of others.
    let bases: [LinkageField]
    /// Every key the model asks for; the keys of the bases themselves come first, in their order.
    let keys: [Key]
    /// Keys whose values are held against each other have the same group: the same text has the same number in both.
    let groups: [Int]
    let groupCount: Int
    /// The base by which records that are often compared are kept near each other; nil where the model has no addresses.
    let neighbourhood: Int?
    private let positions: [Key: Int]
    private let fields: [String: Key]

    init(_ model: LinkageModel) throws(LinkageFault) {
        let bases = model.fields.filter(\.isBase)
        var fields: [String: Key] = [:]
        for (index, base) in bases.enumerated() { fields[base.name] = Key(base: index, steps: []) }
        for field in model.fields {
            guard case .derived(let from, let derivation) = field.origin else { continue }
            guard let key = fields[from] else { throw .unknownField(from, in: field.name) }
            fields[field.name] = Key(base: key.base, steps: key.steps + [derivation])
        }
        var collector = KeyCollector(fields: fields, bases: bases.count)
        for condition in model.allConditions { try collector.collect(condition) }
        for rule in model.allRules { try collector.collect(rule) }
        for name in model.namedFields { try collector.add(name) }
        let addresses = model.household?.addresses ?? []
        let postcode = (addresses.first { $0.count > 1 } ?? addresses.first)?.first
        neighbourhood = bases.firstIndex { $0.name == postcode }
        self.bases = bases
        self.fields = fields
        keys = collector.keys
        positions = collector.positions
        (groups, groupCount) = collector.grouped()
    }

    /// The position of the key that a term's value has.
    func position(of term: Term) -> Int? {
        guard case .field(let name, _) = term.source, let key = fields[name] else { return nil }
        return positions[key.taking(term.part)]
    }

    func position(ofField name: String) -> Int? {
        fields[name].flatMap { positions[$0] }
    }
}

extension ValuePlan.Key {
    fileprivate func taking(_ part: Term.Part?) -> ValuePlan.Key {
        part.map { ValuePlan.Key(base: base, steps: steps + [.part($0)]) } ?? self
    }
}

/// Gathers the keys of a model and which of them are compared.
private struct KeyCollector {
    let fields: [String: ValuePlan.Key]
    var keys: [ValuePlan.Key]
    var positions: [ValuePlan.Key: Int] = [:]
    private var parents: [Int]

    init(fields: [String: ValuePlan.Key], bases: Int) {
        self.fields = fields
        keys = (0..<bases).map { ValuePlan.Key(base: $0, steps: []) }
        parents = Array(0..<bases)
        for (index, key) in keys.enumerated() { positions[key] = index }
    }

    @discardableResult
    mutating func add(_ name: String, part: Term.Part? = nil) throws(LinkageFault) -> Int {
        guard let key = fields[name]?.taking(part) else { throw .unknownField(name, in: nil) }
        if let position = positions[key] { return position }
        positions[key] = keys.count
        keys.append(key)
        parents.append(parents.count)
        return keys.count - 1
    }

    mutating func collect(_ condition: Condition) throws(LinkageFault) {
        switch condition {
        case .all(let parts), .any(let parts):
            for part in parts { try collect(part) }
        case .not(let part): try collect(part)
        case .missing(let term): _ = try collect(term)
        case .same(let a, let b), .measured(_, let a, let b, _, _): try collect(a, b)
        }
    }

    mutating func collect(_ rule: BlockingRule) throws(LinkageFault) {
        for equality in rule.equalities { try collect(equality.left, equality.right) }
    }

    private mutating func collect(_ a: Term, _ b: Term) throws(LinkageFault) {
        guard let a = try collect(a), let b = try collect(b) else { return }
        let (first, second) = (root(a), root(b))
        parents[max(first, second)] = min(first, second)
    }

    private mutating func collect(_ term: Term) throws(LinkageFault) -> Int? {
        guard case .field(let name, _) = term.source else { return nil }
        return try add(name, part: term.part)
    }

    private func root(_ position: Int) -> Int {
        var position = position
        while parents[position] != position { position = parents[position] }
        return position
    }

    func grouped() -> ([Int], Int) {
        var numbers: [Int: Int] = [:]
        let groups = keys.indices.map { position in
            let root = root(position)
            if let number = numbers[root] { return number }
            numbers[root] = numbers.count
            return numbers.count - 1
        }
        return (groups, numbers.count)
    }
}

extension LinkageField {
    var isBase: Bool {
        if case .derived = origin { return false }
        return true
    }
}

extension LinkageModel {
    fileprivate var allConditions: [Condition] {
        comparisons.flatMap(\.levels).compactMap { level in
            switch level.test {
            case .missing(let condition), .when(let condition): condition
            case .otherwise: nil
            }
        }
    }

    fileprivate var allRules: [BlockingRule] { blocking + training.deterministic + training.sessions }

    fileprivate var namedFields: [String] {
        comparisons.flatMap(\.levels).compactMap(\.termFrequency?.field)
            + (household.map { $0.addresses.flatMap(\.self) + $0.surnames } ?? [])
    }
}
