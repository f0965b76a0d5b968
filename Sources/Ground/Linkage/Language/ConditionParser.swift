/// Reads the pieces of a condition by descent.
struct ConditionParser {
    /// What a part of the text stands for.
    enum Node {
        case test(Condition)
        case term(Term)
        case number(Double, String)
        /// A measure, in units of which so many are one of ours: seconds of a day.
        case measure(Measure, Term, Term, perUnit: Double)
        /// Seconds of a date.
        case seconds(Term)
        /// One value less another, which is a measure only within ABS.
        case difference(Measure, Term, Term, perUnit: Double)
        /// REGEXP_EXTRACT, which gives an empty text where there is nothing, and is only read within NULLIF.
        case extracted(Term)
    }

    private let tokens: [SQLToken]
    private let fields: [String: LinkageField]
    private var next = 0
    private var depth = 0
    var dates: Set<String> = []

    init(tokens: [SQLToken], fields: [LinkageField]) {
        self.tokens = tokens
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    mutating func whole() throws(ConditionFault) -> ConditionText.Reading {
        let start = current
        let node = try alternatives()
        guard current.kind == .end else { throw current.fault("is not expected: join tests by AND or OR") }
        return ConditionText.Reading(condition: try test(node, start), dates: dates)
    }

    // MARK: Tests

    mutating func alternatives() throws(ConditionFault) -> Node {
        try joined(by: "OR", Condition.any) { parser throws(ConditionFault) in
            try parser.joined(by: "AND", Condition.all) { parser throws(ConditionFault) in try parser.negation() }
        }
    }

    private mutating func joined(
        by word: String,
        _ make: ([Condition]) -> Condition,
        _ part: (inout ConditionParser) throws(ConditionFault) -> Node
    ) throws(ConditionFault) -> Node {
        var start = current
        let first = try part(&self)
        guard current.isWord(word) else { return first }
        var parts = [try test(first, start)]
        while takeWord(word) {
            start = current
            parts.append(try test(part(&self), start))
        }
        return .test(make(parts))
    }

    private mutating func negation() throws(ConditionFault) -> Node {
        guard current.isWord("NOT") else { return try comparison() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50 else { throw current.fault("is nested too deeply") }
        next += 1
        let start = current
        return .test(.not(try test(negation(), start)))
    }

    private func test(_ node: Node, _ start: SQLToken) throws(ConditionFault) -> Condition {
        guard case .test(let condition) = node else {
            throw start.fault("must be a test, such as a_l = a_r or levenshtein(a_l, a_r) <= 1")
        }
        return condition
    }

    private mutating func comparison() throws(ConditionFault) -> Node {
        let start = current
        let left = try difference()
        if takeWord("IS") {
            let isNot = takeWord("NOT")
            guard takeWord("NULL") else { throw current.fault("must be NULL or NOT NULL") }
            guard case .term(let term) = left else { throw start.fault("must be a value before IS NULL") }
            return .test(isNot ? .not(.missing(term)) : .missing(term))
        }
        guard current.kind == .sign, let sign = Sign(rawValue: current.text) else { return left }
        let place = current
        next += 1
        return .test(try compare(left, sign, difference(), place))
    }

    private func compare(
        _ left: Node,
        _ sign: Sign,
        _ right: Node,
        _ place: SQLToken
    ) throws(ConditionFault) -> Condition {
        switch (left, right) {
        case (.measure(let measure, let one, let other, let perUnit), .number(let limit, _)):
            return sign.condition { .measured(measure, one, other, $0, limit / perUnit) }
        case (.number(let limit, _), .measure(let measure, let one, let other, let perUnit)):
            return sign.mirrored.condition { .measured(measure, one, other, $0, limit / perUnit) }
        default:
            guard let one = left.value, let other = right.value else {
                throw place.fault("must stand between two values, or a measure and a number")
            }
            switch sign {
            case .same: return .same(one, other)
            case .notSame, .different: return .not(.same(one, other))
            default: throw place.fault("is only for measures: values can be the same (=) or not (<>)")
            }
        }
    }

    /// A primary, or one less another.
    private mutating func difference() throws(ConditionFault) -> Node {
        let start = current
        let left = try primary()
        guard current.isSign("-") else { return left }
        next += 1
        switch (left, try primary()) {
        case (.term(let one), .term(let other)): return .difference(.numberApart, one, other, perUnit: 1)
        case (.seconds(let one), .seconds(let other)): return .difference(.daysApart, one, other, perUnit: 86_400)
        default: throw start.fault("must be one value less another, within ABS")
        }
    }

    // MARK: Values

    mutating func primary() throws(ConditionFault) -> Node {
        let token = current
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50 else { throw token.fault("is nested too deeply") }
        next += token.kind == .end ? 0 : 1
        switch token.kind {
        case .text: return .term(Term(.constant(token.text)))
        case .number: return try number(token, sign: 1)
        case .quoted: return .term(try column(token))
        case .word:
            if current.isSign("(") {
                next += 1
                return try call(token)
            }
            return .term(try column(token))
        case .sign where token.text == "-":
            let digits = current
            guard digits.kind == .number else { throw token.fault("must stand before a number") }
            next += 1
            return try number(digits, sign: -1)
        case .sign where token.text == "(":
            let inner = try alternatives()
            try expect(")")
            return inner
        default: throw token.fault("must be a value, a test or a function")
        }
    }

    private func number(_ token: SQLToken, sign: Double) throws(ConditionFault) -> Node {
        guard let value = Double(token.text), value.isFinite else { throw token.fault("must be a number, like 0.92") }
        return .number(sign * value, (sign < 0 ? "-" : "") + token.text)
    }

    /// `forename_l`, or `l.forename`.
    private mutating func column(_ token: SQLToken) throws(ConditionFault) -> Term {
        if current.isSign("."), let side = Term.Side(prefix: token.text) {
            next += 1
            let name = current
            guard [.word, .quoted].contains(name.kind), !name.text.isEmpty else {
                throw name.fault("must be the name of a field")
            }
            next += 1
            return Term(.field(name.text, side))
        }
        guard let side = Term.Side(suffix: token.text.suffix(2)), token.text.unicodeScalars.count > 2 else {
            let functions = ConditionParser.functionNames
            throw token.fault("must be a field of a record, such as name_l or l.name, or one of \(functions)")
        }
        return Term(.field(String(token.text.dropLast(2)), side))
    }

    // MARK: Pieces

    var current: SQLToken { tokens[next] }

    func field(_ name: String) -> LinkageField? { fields[name] }

    mutating func takeWord(_ word: String) -> Bool {
        guard current.isWord(word) else { return false }
        next += 1
        return true
    }

    mutating func expect(_ sign: String) throws(ConditionFault) {
        guard current.isSign(sign) else { throw current.fault("must be “\(sign)” here") }
        advance()
    }

    /// Takes the piece that is looked at.
    mutating func advance() {
        next += 1
    }
}

extension ConditionParser.Node {
    /// What stands for a value, a number as its text.
    fileprivate var value: Term? {
        switch self {
        case .term(let term): term
        case .number(_, let text): Term(.constant(text))
        case .test, .measure, .seconds, .difference, .extracted: nil
        }
    }
}

extension Term.Side {
    fileprivate init?(prefix: String) {
        self.init(suffix: "_" + prefix)
    }

    fileprivate init?(suffix: some StringProtocol) {
        switch suffix {
        case "_l": self = .left
        case "_r": self = .right
        default: return nil
        }
    }
}

/// A sign of comparison.
private enum Sign: String {
    case same = "="
    case notSame = "<>"
    case different = "!="
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"

    /// The sign with its sides exchanged.
    var mirrored: Sign {
        switch self {
        case .atLeast: .atMost
        case .above: .below
        case .atMost: .atLeast
        case .below: .above
        case .same, .notSame, .different: self
        }
    }

    func condition(_ make: (Bound) -> Condition) -> Condition {
        switch self {
        case .same: make(.exactly)
        case .notSame, .different: .not(make(.exactly))
        case .atLeast: make(.atLeast)
        case .above: make(.above)
        case .atMost: make(.atMost)
        case .below: make(.below)
        }
    }
}
