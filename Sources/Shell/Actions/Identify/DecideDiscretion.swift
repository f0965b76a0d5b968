package import Identify
package import Records
import Register
package import Values

/// Records and withdraws local discretion: a named person's decision that a family may count.
package struct DecideDiscretion {
    /// Why a decision cannot be recorded, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    private let keeper: Keeper
    private let family: Identifier<Family>
    private let set: CriteriaSet
    private let today: Day

    package init(_ keeper: Keeper, of family: String, by set: CriteriaSet, on today: Day) {
        self.keeper = keeper
        self.family = Identifier(family)
        self.set = set
        self.today = today
    }

    /// Every decision about the family for this criteria set, the latest first.
    package func decisions() throws -> [Discretion] {
        try keeper.register.records(ofFamily: family).discretion
            .filter { $0.criteria == set.id }
            .sorted { $0.setOn > $1.setOn }
    }

    /// The decision in force today.
    package func inForce() throws -> Discretion? {
        try decisions().first { $0.setOn <= today && ($0.withdrawnOn.map { $0 > today } ?? true) }
    }

    /// Records a decision of today; gives the change.
    package func record(by name: String, reason: String) throws -> Int? {
        if try inForce() != nil { throw Refusal(words: "A decision is in force already") }
        if try decisions().contains(where: { $0.setOn == today }) {
            throw Refusal(words: "A decision of today was recorded and withdrawn. Record another one tomorrow")
        }
        let decision = Discretion(familyID: family, criteria: set.id, setOn: today, setBy: name, reason: reason)
        return try save(decision, "Recorded local discretion by \(set.id)")
    }

    /// Withdraws the decision in force, as of today; gives the change.
    package func withdraw() throws -> Int? {
        guard var decision = try inForce() else { throw Refusal(words: "There is no decision in force to withdraw") }
        decision.withdrawnOn = today
        return try save(decision, "Withdrew local discretion by \(set.id)")
    }

    private func save(_ decision: Discretion, _ summary: String) throws -> Int? {
        var records = RecordSet()
        records.discretion = [decision]
        let draft = keeper.actor.draft(purpose: "identification", summary: summary)
        return try keeper.register.record(records, as: draft, at: Clock.now).change
    }
}
