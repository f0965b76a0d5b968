/// The text that conditions are written in: the part of SQL that Splink's models use,
/// in the words of DuckDB; those of Spark are read too.
///
/// A value is `forename_l` or `l.forename` for the left record and `forename_r` or `r.forename` for the right. Names of
/// columns are told apart by case; keywords and functions are not.
package enum ConditionText {
    /// A condition that was read, and what its text says of its fields.
    package struct Reading: Hashable, Sendable {
        package let condition: Condition
        /// Fields that the text takes for dates, so that a value that is no date is missing.
        package let dates: Set<String>
    }

    /// How a condition is written.
    package enum Dialect: Hashable, Sendable {
        /// For people: `days_apart(dob_l, dob_r) <= 30`.
        case plain
        /// As Splink writes it for a database, with these fields as dates in text.
        case splink(Database, dates: Set<String>)
    }

    /// The databases that Splink runs on and whose words we know.
    package enum Database: String, CaseIterable, Hashable, Sendable {
        case duckdb
        case spark
    }

    /// Reads a condition; throws at the first piece that is not understood.
    ///
    /// The fields, where they are known, allow `upper(x_l)` for a field that is in capital letters anyway.
    package static func read(_ text: String, fields: [LinkageField] = []) throws(ConditionFault) -> Reading {
        var parser = ConditionParser(tokens: try SQLTokens.all(text), fields: fields)
        return try parser.whole()
    }

    /// The text of a condition, which reads back as the same condition.
    package static func write(_ condition: Condition, _ dialect: Dialect = .plain) -> String {
        ConditionWriter(dialect: dialect, naming: .suffix).text(condition)
    }
}

/// The text that blocking rules are written in: `l.dob = r.dob AND l.surname = r.surname`.
package enum BlockingText {
    /// Reads a rule; throws where it has a part that is not an equality of a left and a right value.
    package static func read(_ text: String, fields: [LinkageField] = []) throws(ConditionFault) -> BlockingRule {
        let condition = try ConditionText.read(text, fields: fields).condition
        guard let equalities = equalities(condition), !equalities.isEmpty else {
            throw ConditionFault(
                position: 1,
                piece: text,
                reason: "must be equalities of the left and the right record joined by AND, like l.dob = r.dob"
            )
        }
        return BlockingRule(equalities)
    }

    /// The text of a rule.
    package static func write(_ rule: BlockingRule, _ dialect: ConditionText.Dialect = .plain) -> String {
        let writer = ConditionWriter(dialect: dialect, naming: .prefix)
        return rule.equalities.map { writer.text(.same($0.left, $0.right)) }.joined(separator: " AND ")
    }

    private static func equalities(_ condition: Condition) -> [BlockingRule.Equality]? {
        if case .all(let parts) = condition {
            var all: [BlockingRule.Equality] = []
            for part in parts {
                guard let own = equalities(part) else { return nil }
                all += own
            }
            return all
        }
        guard case .same(let one, let other) = condition else { return nil }
        if one.side == .left && other.side == .right { return [BlockingRule.Equality(one, other)] }
        if one.side == .right && other.side == .left { return [BlockingRule.Equality(other, one)] }
        return nil
    }
}

extension Term {
    /// The record the value is of; nil for a constant.
    package var side: Side? {
        if case .field(_, let side) = source { side } else { nil }
    }

    /// The field the value is of; nil for a constant.
    package var field: String? {
        if case .field(let name, _) = source { name } else { nil }
    }
}

extension Condition {
    /// The values the condition looks at.
    package var terms: [Term] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.terms)
        case .not(let part): part.terms
        case .missing(let term): [term]
        case .same(let one, let other), .measured(_, let one, let other, _, _): [one, other]
        }
    }
}
