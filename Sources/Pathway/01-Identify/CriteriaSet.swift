package import Records
package import Values

/// What makes a family one of a programme's: criteria, each met by any of its rules, and the needs they stand for.
///
/// A definition file (`Definitions/criteria`); the rules it may use are a closed list in code.
package struct CriteriaSet: Sendable {
    package let id: String
    package let title: String
    /// Facts count when they lie in the last so many months, `(day - months, day]`.
    package let looksBackMonths: Int
    package let criteria: [Criterion]
    /// Each need is met by any of the criteria it names (positions in `criteria`); a family that meets them all is
    /// identified.
    package let needs: [[Int]]
    /// So many needs are enough where a named person has decided that the family may count; nil where none is.
    package let needsWithDiscretion: Int?

    package init(
        id: String,
        title: String,
        looksBackMonths: Int,
        criteria: [Criterion],
        needs: [[Int]],
        needsWithDiscretion: Int?
    ) {
        self.id = id
        self.title = title
        self.looksBackMonths = looksBackMonths
        self.criteria = criteria
        self.needs = needs
        self.needsWithDiscretion = needsWithDiscretion
    }
}

/// One criterion: met when any of its rules is.
package struct Criterion: Sendable {
    package let id: String
    package let label: String
    package let rules: [CriterionRule]

    package init(id: String, label: String, rules: [CriterionRule]) {
        self.id = id
        self.label = label
        self.rules = rules
    }
}

/// The rules a criterion can be made of.
package enum CriterionRule: Hashable, Sendable {
    /// A proven offence by a person of the family under this age on the day of it. An offence that names only a family
    /// does not count.
    case provenOffence(underAge: Int)
    /// An event of this kind of a person of the family, or of the family itself.
    case familyEvent(EventKind)
    /// At least so many events of this kind of one child.
    case childEvents(EventKind, atLeast: Int)
    /// Unauthorised absence of at least this percentage of the possible sessions, summed over the attendance rows of one
    /// child that end in the time looked back.
    case unauthorisedAbsence(percent: Decimal)
    /// An adult (by role) with this status on the day.
    case adultStatus(WorkState)
}
