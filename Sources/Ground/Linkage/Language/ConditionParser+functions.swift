extension ConditionParser {
    /// The functions that are known, for messages.
    static let functionNames =
        (Array(measures.keys) + Array(parts.keys) + [
            "substr", "substring", "left", "right", "upper", "lower", "nullif", "regexp_extract", "abs", "epoch",
            "try_strptime", "datediff", "floor", "cast",
        ]).sorted().joined(separator: ", ")

    /// By their names, and by Spark's for Jaro and Jaro-Winkler.
    private static let measures: [String: Measure] = {
        var names = Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0.rawValue, $0) })
        names["jaro_winkler"] = .jaroWinkler
        names["jaro_sim"] = .jaro
        return names
    }()

    private static let parts: [String: Term.Part] = [
        "postcode_area": .postcodeArea, "postcode_district": .postcodeDistrict, "postcode_sector": .postcodeSector,
        "email_name": .emailName,
    ]

    /// Reads a function's arguments, of which the opening bracket was taken.
    mutating func call(_ name: SQLToken) throws(ConditionFault) -> Node {
        let word = name.text.lowercased()
        let node: Node
        if let measure = Self.measures[word] {
            let one = try plainTerm()
            try expect(",")
            let other = try plainTerm()
            node = .measure(measure, one, other, perUnit: 1)
            if measure == .daysApart { noteDates([one, other]) }
        } else if let part = Self.parts[word] {
            node = .term(try cut(plainTerm(), part, name))
        } else {
            node = try otherCall(word, name)
        }
        try expect(")")
        return node
    }

    private mutating func otherCall(_ word: String, _ name: SQLToken) throws(ConditionFault) -> Node {
        switch word {
        case "substr", "substring", "left", "right": return try characters(word, name)
        case "upper", "lower": return try letterCase(word, name)
        case "nullif": return try nullIf()
        case "regexp_extract": return try extract(name)
        case "abs": return try absolute(name)
        case "epoch": return .seconds(try dated())
        case "date": return .term(try dated())
        case "try_strptime": return .term(try parsedDate(written: "%Y-%m-%d"))
        case "try_to_timestamp": return .term(try parsedDate(written: "yyyy-MM-dd"))
        case "floor": return try floor()
        case "cast": return try cast()
        case "datediff", "date_diff":
            // Spark's counts days and does not name them.
            if current.kind == .text {
                let unit = try textArgument()
                guard unit.text.lowercased() == "day" else { throw unit.fault("must be 'day'") }
                try expect(",")
            }
            let one = try dated()
            try expect(",")
            return .difference(.daysApart, one, try dated(), perUnit: 1)
        default: throw name.fault("is not a function that is known: \(Self.functionNames)")
        }
    }

    // MARK: Parts of values

    private mutating func characters(_ word: String, _ name: SQLToken) throws(ConditionFault) -> Node {
        let term = try plainTerm()
        try expect(",")
        let first = try count()
        switch word {
        case "left": return .term(try cut(term, .characters(from: 1, count: first), name))
        case "right": return .term(try cut(term, .ending(count: first), name))
        default:
            try expect(",")
            return .term(try cut(term, .characters(from: first, count: try count()), name))
        }
    }

    /// A whole number of at least 1.
    private mutating func count() throws(ConditionFault) -> Int {
        let token = current
        guard case .number(let value, _) = try primary(), value >= 1, value <= 1000, value == value.rounded() else {
            throw token.fault("must be a whole number from 1 to 1000")
        }
        return Int(value)
    }

    private func cut(_ term: Term, _ part: Term.Part, _ name: SQLToken) throws(ConditionFault) -> Term {
        guard term.part == nil, term.field != nil else { throw name.fault("must be of a whole field") }
        return Term(term.source, part: part)
    }

    /// The patterns of Splink's comparisons of postcodes and email addresses, whose parts we know.
    private mutating func extract(_ name: SQLToken) throws(ConditionFault) -> Node {
        let term = try plainTerm()
        try expect(",")
        let pattern = try textArgument()
        if current.isSign(",") {
            try expect(",")
            let group = current
            guard case .number(0, _) = try primary() else { throw group.fault("must be 0, the whole of what is found") }
        }
        guard let part = SplinkPattern.part(pattern.text) else {
            throw pattern.fault(
                "must be one of Splink's patterns, for a postcode's area, district or sector or an email address's name"
            )
        }
        return .extracted(try cut(term, part, name))
    }

    /// NULLIF(x, ''), which is x, as no value is empty.
    private mutating func nullIf() throws(ConditionFault) -> Node {
        let start = current
        let value = try primary()
        try expect(",")
        let empty = try textArgument()
        guard empty.text.isEmpty else { throw empty.fault("must be ''") }
        switch value {
        case .term: return value
        case .extracted(let term): return .term(term)
        default: throw start.fault("must be a value")
        }
    }

    /// `upper(x_l)` is x_l where the field is in capital letters anyway.
    private mutating func letterCase(_ word: String, _ name: SQLToken) throws(ConditionFault) -> Node {
        let term = try plainTerm()
        let kept = term.field.flatMap(field)?.letterCase
        guard kept == word else {
            throw name.fault("is only for a field whose cleaning gives \(word) case: clean the field and leave it out")
        }
        return .term(term)
    }

    // MARK: Dates and numbers

    private mutating func absolute(_ name: SQLToken) throws(ConditionFault) -> Node {
        switch try alternatives() {
        case .difference(let measure, let one, let other, let perUnit):
            return .measure(measure, one, other, perUnit: perUnit)
        default: throw name.fault("must be of one value less another, like abs(age_l - age_r)")
        }
    }

    /// A field that is a date.
    private mutating func dated() throws(ConditionFault) -> Term {
        let term = try plainTerm()
        noteDates([term])
        return term
    }

    private mutating func parsedDate(written wanted: String) throws(ConditionFault) -> Term {
        let term = try dated()
        try expect(",")
        let form = try textArgument()
        guard form.text == wanted else {
            throw form.fault("must be '\(wanted)': read other forms by the mapping of the file")
        }
        return term
    }

    /// `floor(864000 / 86400)`, as Splink writes days for Spark.
    private mutating func floor() throws(ConditionFault) -> Node {
        let start = current
        guard case .number(let value, _) = try primary() else { throw start.fault("must be a number") }
        try expect("/")
        let place = current
        guard case .number(let divisor, _) = try primary(), divisor != 0 else {
            throw place.fault("must be a number that is not 0")
        }
        let floored = (value / divisor).rounded(.down)
        return .number(floored, "\(floored)")
    }

    /// `CAST(x AS TEXT)`, which is x, and `CAST(x AS DATE)`, a field that is a date.
    private mutating func cast() throws(ConditionFault) -> Node {
        let term = try plainTerm()
        guard current.isWord("AS") else { throw current.fault("must be AS, with TEXT or DATE after it") }
        advance()
        let type = current
        switch type.kind == .word ? type.text.uppercased() : "" {
        case "TEXT", "VARCHAR", "STRING": break
        case "DATE", "TIMESTAMP": noteDates([term])
        default: throw type.fault("must be TEXT or DATE")
        }
        advance()
        return .term(term)
    }

    private mutating func noteDates(_ terms: [Term]) {
        dates.formUnion(terms.compactMap(\.field))
    }

    // MARK: Arguments

    private mutating func plainTerm() throws(ConditionFault) -> Term {
        let start = current
        guard case .term(let term) = try primary() else { throw start.fault("must be a value of a record") }
        return term
    }

    private mutating func textArgument() throws(ConditionFault) -> SQLToken {
        let token = current
        guard token.kind == .text else { throw token.fault("must be a text, like 'x'") }
        _ = try primary()
        return token
    }
}

extension LinkageField {
    /// `upper` or `lower` where the field's cleaning leaves nothing else.
    fileprivate var letterCase: String? {
        for step in cleaning.reversed() {
            switch step {
            case .upper, .name, .street, .postcode, .sex: return "upper"
            case .lower: return "lower"
            case .letters, .alphanumeric, .digits, .number, .date, .nhsNumber: continue
            // A letter without its accent may be two, in the other case.
            case .plain: return nil
            }
        }
        return nil
    }
}

/// The patterns of Splink's comparisons of postcodes and email addresses and the parts that they find.
enum SplinkPattern {
    static func part(_ pattern: String) -> Term.Part? {
        all.first { $0.pattern == pattern }?.part
    }

    static func pattern(_ part: Term.Part) -> String? {
        all.first { $0.part == part }?.pattern
    }

    private static let all: [(pattern: String, part: Term.Part)] = [
        ("^[A-Za-z]{1,2}", .postcodeArea),
        ("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?", .postcodeDistrict),
        ("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]", .postcodeSector),
        ("^[^@]+", .emailName),
    ]
}
