package import Identify
package import Records
package import Register
package import Values

/// Records that a family objects to being looked for, and that an objection ended.
package struct KeepObjections {
    /// Why it cannot be recorded, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    private let keeper: Keeper
    private let family: Identifier<Family>
    private let today: Day

    package init(_ keeper: Keeper, of family: String, on today: Day) {
        self.keeper = keeper
        self.family = Identifier(family)
        self.today = today
    }

    /// Every objection of the family, the latest first.
    package func objections() throws -> [Held<Objection>] {
        try keeper.register.held(Objection.self, where: "family_id", is: .text(family.text))
            .sorted { $0.record.objectedOn > $1.record.objectedOn }
    }

    /// The one that stands today; nil where none does.
    package func standing() throws -> Held<Objection>? {
        try objections().first { $0.record.stands(on: today) }
    }

    /// Records an objection made today.
    package func record(words: String) throws {
        if try standing() != nil { throw Refusal(words: "An objection stands already") }
        var entry = Entry()
        let objection = Objection(familyID: family, objectedOn: today, words: words.isEmpty ? nil : words)
        // One that was made and ended today is opened again.
        if let ended = try objections().first(where: { $0.record.objectedOn == today }) {
            entry.revise(objection, version: ended.version)
        } else {
            entry.add(objection)
        }
        try keeper.enter(entry, purpose: "objection", summary: "Recorded a family's objection")
    }

    /// Ends the objection that stands, as of today.
    package func end(version: Int64, reason: String) throws {
        guard let standing = try standing(), standing.version == version else {
            throw Refusal(words: "There is no such objection to end any more")
        }
        var objection = standing.record
        objection.endedOn = today
        objection.endReason = reason
        var entry = Entry()
        entry.revise(objection, version: version)
        try keeper.enter(entry, purpose: "objection", summary: "Ended a family's objection")
    }
}

extension Keeper {
    /// What must be known of families before they are nominated, as at a day.
    package func notices(asAt day: Day) throws -> FamilyNotices {
        let standing = try register.held(Objection.self).map(\.record).filter { $0.stands(on: day) }
        return FamilyNotices(
            claimed: try claimedFamilies(asAt: day),
            objecting: Set(standing.map(\.familyID.text))
        )
    }
}
