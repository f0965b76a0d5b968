/// Writes conditions as text.
struct ConditionWriter {
    /// How a field's record is told.
    enum Naming {
        /// `forename_l`, in levels.
        case suffix
        /// `l.forename`, in blocking rules.
        case prefix
    }

    let dialect: ConditionText.Dialect
    let naming: Naming

    func text(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): parts.map { grouped($0) }.joined(separator: " AND ")
        case .any(let parts): parts.map { grouped($0) }.joined(separator: " OR ")
        case .not(.missing(let term)): "\(tested(term)) IS NOT NULL"
        case .not(.same(let one, let other)): "\(text(one)) <> \(text(other))"
        case .not(.measured(let measure, let one, let other, .exactly, let limit)):
            measured(measure, one, other, "<>", limit)
        case .not(let part): "NOT (\(text(part)))"
        case .missing(let term): "\(tested(term)) IS NULL"
        case .same(let one, let other): "\(text(one)) = \(text(other))"
        case .measured(let measure, let one, let other, let bound, let limit):
            measured(measure, one, other, bound.rawValue, limit)
        }
    }

    /// In brackets where it is joined by a word of its own.
    private func grouped(_ condition: Condition) -> String {
        switch condition {
        case .all, .any: "(\(text(condition)))"
        default: text(condition)
        }
    }

    // MARK: Measures

    private func measured(_ measure: Measure, _ one: Term, _ other: Term, _ sign: String, _ limit: Double) -> String {
        let (one, other) = (text(one), text(other))
        switch (measure, dialect) {
        case (.daysApart, .splink(.spark, _)):
            return "abs(datediff(\(date(one)), \(date(other)))) \(sign) \(plain(limit))"
        case (.jaroWinkler, .splink(.spark, _)):
            return "jaro_winkler(\(one), \(other)) \(sign) \(plain(limit))"
        case (.jaro, .splink(.spark, _)):
            return "jaro_sim(\(one), \(other)) \(sign) \(plain(limit))"
        case (.daysApart, .splink):
            return "ABS(EPOCH(\(date(one))) - EPOCH(\(date(other)))) \(sign) \(plain(seconds(limit)))"
        case (.numberApart, .splink):
            return "ABS(\(one) - \(other)) \(sign) \(plain(limit))"
        default:
            return "\(measure.rawValue)(\(one), \(other)) \(sign) \(plain(limit))"
        }
    }

    /// The seconds of so many days, such that dividing them gives the days again.
    private func seconds(_ days: Double) -> Double {
        let seconds = days * 86_400
        return [seconds, seconds.nextUp, seconds.nextDown].first { $0 / 86_400 == days } ?? seconds
    }

    private func plain(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    // MARK: Values

    private func text(_ term: Term) -> String {
        let whole =
            switch term.source {
            case .constant(let text): "'\(text.replacing("'", with: "''"))'"
            case .field(let name, let side): column(name, side == .left ? "l" : "r")
            }
        switch term.part {
        case nil: return whole
        case .characters(let from, let count): return "SUBSTR(\(whole), \(from), \(count))"
        case .ending(let count): return "RIGHT(\(whole), \(count))"
        case .postcodeArea: return found("postcode_area", whole, .postcodeArea)
        case .postcodeDistrict: return found("postcode_district", whole, .postcodeDistrict)
        case .postcodeSector: return found("postcode_sector", whole, .postcodeSector)
        case .emailName: return found("email_name", whole, .emailName)
        }
    }

    private func found(_ name: String, _ whole: String, _ part: Term.Part) -> String {
        guard case .splink = dialect, let pattern = SplinkPattern.pattern(part) else { return "\(name)(\(whole))" }
        return "NULLIF(regexp_extract(\(whole), '\(pattern)', 0), '')"
    }

    /// What is asked whether it is missing; what is no date is, in a field of dates.
    private func tested(_ term: Term) -> String {
        guard case .splink(_, let dates) = dialect, let field = term.field, term.part == nil, dates.contains(field)
        else {
            return text(term)
        }
        return date(text(term))
    }

    private func date(_ text: String) -> String {
        guard case .splink(.spark, _) = dialect else { return "try_strptime(\(text), '%Y-%m-%d')" }
        return "date(try_to_timestamp(\(text), 'yyyy-MM-dd'))"
    }

    private func column(_ name: String, _ side: String) -> String {
        switch naming {
        case .suffix: quoted("\(name)_\(side)")
        case .prefix: "\(side).\(quoted(name))"
        }
    }

    /// In quotes where Splink would, or where it must be.
    private func quoted(_ name: String) -> String {
        if dialect == .plain, isBare(name) { return name }
        if case .splink(.spark, _) = dialect { return "`\(name.replacing("`", with: "``"))`" }
        return "\"\(name.replacing("\"", with: "\"\""))\""
    }

    private func isBare(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isDigit else { return false }
        return name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}
