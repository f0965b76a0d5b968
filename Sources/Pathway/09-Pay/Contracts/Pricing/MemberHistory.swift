package import Values

/// What is known of one member of a contract's cohort.
package struct MemberHistory: Hashable, Sendable {
    /// The reference of the child or family; no name.
    package let id: String
    /// The day it started: its first case in the term.
    package let startedOn: Day
    package let outcomes: [OutcomeFact]
    /// Nights in care; they may overlap, and count once.
    package let care: [Nights]

    package init(id: String, startedOn: Day, outcomes: [OutcomeFact] = [], care: [Nights] = []) {
        self.id = id
        self.startedOn = startedOn
        self.outcomes = outcomes
        self.care = care
    }
}

/// An outcome a member reached.
package struct OutcomeFact: Hashable, Sendable {
    /// A position in the contract's outcomes.
    package let outcome: Int32
    package let on: Day
    /// The day its evidence was found to hold; nil while it is delivered and not yet proven.
    package let provenOn: Day?

    package init(outcome: Int, on: Day, provenOn: Day?) {
        self.outcome = Int32(truncatingIfNeeded: outcome)
        self.on = on
        self.provenOn = provenOn
    }
}

/// An evaluator's count of events in one cohort and in its comparison group.
package struct CohortResult: Hashable, Sendable {
    package let id: String
    package let reportedOn: Day
    package let members: Int
    package let events: Int
    package let comparisonMembers: Int
    package let comparisonEvents: Int

    package init(
        id: String,
        reportedOn: Day,
        members: Int,
        events: Int,
        comparisonMembers: Int,
        comparisonEvents: Int
    ) {
        self.id = id
        self.reportedOn = reportedOn
        self.members = members
        self.events = events
        self.comparisonMembers = comparisonMembers
        self.comparisonEvents = comparisonEvents
    }
}
