/// A test on a pair of records, of which comparison levels and blocking rules are made.
///
/// It has SQL's logic of three values: a test on a value that is missing is neither met nor failed, and only a test that
/// is met counts. The text it is written as in a model (`ConditionText`) is the part of SQL that Splink's models use.
package indirect enum Condition: Hashable, Sendable {
    /// Met when every one is.
    case all([Condition])
    /// Met when any one is.
    case any([Condition])
    case not(Condition)
    /// The value is missing: `forename_l IS NULL`.
    case missing(Term)
    /// The values are there and the same: `forename_l = forename_r`.
    case same(Term, Term)
    /// A measure of two values against a bound: `jaro_winkler_similarity(forename_l, forename_r) >= 0.92`.
    case measured(Measure, Term, Term, Bound, Double)
}

/// A value of one record of the pair, or a constant.
package struct Term: Hashable, Sendable {
    /// Which record of the pair a value is of.
    package enum Side: Hashable, Sendable {
        case left
        case right
    }

    package enum Source: Hashable, Sendable {
        case field(String, Side)
        case constant(String)
    }

    /// A part taken of the value.
    package enum Part: Hashable, Sendable {
        /// So many characters from this position, counted from 1 as SQL counts: `SUBSTR(x, 1, 3)`.
        case characters(from: Int, count: Int)
        /// So many characters at the end: `RIGHT(x, 4)`.
        case ending(count: Int)
        /// A postcode's area (`LE`), district (`LE1`) or sector (`LE1 4`).
        case postcodeArea
        case postcodeDistrict
        case postcodeSector
        /// An email address up to its `@`; all of a value that has none.
        case emailName
    }

    package let source: Source
    /// Nil for the whole value.
    package let part: Part?

    package init(_ source: Source, part: Part? = nil) {
        self.source = source
        self.part = part
    }

    /// The value of a field of the left record.
    package static func left(_ field: String, _ part: Part? = nil) -> Term {
        Term(.field(field, .left), part: part)
    }

    /// The value of a field of the right record.
    package static func right(_ field: String, _ part: Part? = nil) -> Term {
        Term(.field(field, .right), part: part)
    }
}

/// A measure of how near two values are to each other.
package enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Jaro-Winkler similarity, 0 to 1, of the values' bytes (Winkler 1990): prefix of up to four, scale 0.1.
    case jaroWinkler = "jaro_winkler_similarity"
    /// Jaro similarity, 0 to 1.
    case jaro = "jaro_similarity"
    /// Insertions, deletions and replacements that turn one value into the other.
    case levenshtein
    /// As Levenshtein, an exchange of neighbours counting once (unrestricted Damerau-Levenshtein).
    case damerauLevenshtein = "damerau_levenshtein"
    /// Share of the characters of either value that are in both, 0 to 1.
    case jaccard
    /// Days between two dates written `2014-08-19`, never negative.
    case daysApart = "days_apart"
    /// Difference of two whole numbers, never negative.
    case numberApart = "number_apart"
}

/// How a measure stands to a number.
package enum Bound: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"
    case exactly = "="

    /// Whether the value is within the bound.
    package func holds(_ value: Double, _ limit: Double) -> Bool {
        switch self {
        case .atLeast: value >= limit
        case .above: value > limit
        case .atMost: value <= limit
        case .below: value < limit
        case .exactly: value == limit
        }
    }
}
