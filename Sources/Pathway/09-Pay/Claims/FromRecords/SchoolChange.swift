import Records

/// What a child's school record shows over a year.
struct SchoolYear: Hashable, Sendable {
    var exclusions = 0
    /// Sessions of unauthorised absence, of those possible.
    var missed = 0
    var possible = 0

    func isBelow(_ limits: SchoolLimits) -> Bool {
        exclusions < limits.exclusions && missed * 100 < max(1, possible) * limits.absencePercent
    }
}

/// From how many exclusions, and from how much unauthorised absence, a child's school is a worry.
struct SchoolLimits: Hashable, Sendable {
    let exclusions: Int
    let absencePercent: Int
}

/// A child's school in the year before the start, and in the year to the day it is judged on.
struct SchoolChange: Hashable, Sendable {
    var before: SchoolYear
    var after: SchoolYear
}

extension [SchoolChange] {
    /// Whether any child was above the limits before the start, so that there is something to meet.
    func applies(_ limits: SchoolLimits) -> Bool { contains { !$0.before.isBelow(limits) } }

    /// Why the children of a family are not all below the limits now; nil where they are.
    ///
    /// A child with no attendance on record is not below the limits: leaving school is no result.
    func fault(_ limits: SchoolLimits) -> String? {
        for child in self {
            if child.before.possible > 0, child.after.possible == 0 { return "a child has no attendance on record" }
            if !child.after.isBelow(limits) { return "a child is above the limits" }
        }
        return contains { $0.after.possible > 0 } ? nil : "no child has attendance on record"
    }

    /// How the criterion stands on these children.
    func standing(_ limits: SchoolLimits) -> CriterionStanding {
        guard applies(limits) else { return .neutral }
        return fault(limits) == nil ? .met : .notMet
    }
}
