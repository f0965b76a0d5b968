/// Who a contract is about.
package struct CohortRule: Hashable, Sendable {
    /// What a member of the cohort is.
    package enum Unit: String, CaseIterable, Sendable {
        case child, family, person
    }

    package let unit: Unit
    /// The programmes whose cases make members; a member starts with its first such case in the term.
    package let programmes: [String]
    /// The index child's age on the day it starts, in whole years; nil for any.
    package let ages: ClosedRange<Int>?
    /// The criteria set that families must meet, as words for the agreement; nil where there is none.
    package let criteria: String?
}
