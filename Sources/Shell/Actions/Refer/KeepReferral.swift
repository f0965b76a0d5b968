package import Records
import Refer
package import Register
package import Values

/// What is done with a referral beside deciding on it: taking it on, telling the referrer, saying whose family it is.
package struct KeepReferral: Sendable {
    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// The person who acts takes the referral on.
    @discardableResult
    package func take(_ referral: Referral, on today: Day) throws -> ReferralHolder {
        let holder = ReferralHolder(referralID: referral.id, userID: keeper.actor.id, since: today)
        var entry = Entry()
        entry.put(holder)
        try keeper.enter(entry, purpose: "gateway", summary: "Took on referral \(referral.id.text)")
        return holder
    }

    /// Notes what the referrer was told.
    package func tell(
        _ referral: Referral,
        by means: FeedbackMeans,
        said: String,
        on today: Day
    ) throws
        -> ReferrerFeedback
    {
        let feedback = ReferrerFeedback(
            id: Identifier(keeper.newReference("FEED")),
            referralID: referral.id,
            personID: referral.personID,
            toldOn: today,
            toldBy: keeper.actor.id,
            means: means,
            said: said
        )
        var entry = Entry()
        entry.add(feedback)
        try keeper.enter(entry, purpose: "gateway", summary: "Told the referrer of \(referral.id.text)")
        return feedback
    }

    /// Why a referral cannot be moved to a family that is known, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    /// The referral is of a child who was known already: it moves to them, and what only repeated them goes.
    ///
    /// The other people it named move into the family that was known, where matching can find them.
    ///
    /// - Throws: `Refusal`; `RegisterError.movedOn` where somebody else changed one of the records.
    package func recognise(_ held: Held<Referral>, version: Int64, as known: Identifier<Person>) throws {
        let register = keeper.register
        let referral = held.record
        guard let person = try register.held(Person.self, key: known.text)?.record, let family = person.familyID,
            let named = referral.personID, named != known, family != referral.familyID
        else { throw Refusal(words: "This child cannot be the one referred") }
        let familyID = referral.familyID.text
        let isNew =
            try register.held(Case.self, where: "family_id", is: .text(familyID)).isEmpty
            && register.held(Referral.self, where: "family_id", is: .text(familyID)).count == 1
        guard isNew, let details = try register.held(ReferralDetails.self, key: referral.id.text) else {
            throw Refusal(words: "The family referred has records of its own. Merge the people by matching instead")
        }
        var entry = Entry()
        var moved = referral
        moved.familyID = family
        moved.personID = known
        entry.revise(moved, version: version)
        var said = details.record
        said.personID = known
        entry.revise(said, version: details.version)
        if let equalities = try register.held(ReferralEqualities.self, key: referral.id.text) {
            var answers = equalities.record
            answers.personID = known
            entry.revise(answers, version: equalities.version)
        }
        for member in try register.held(Person.self, where: "family_id", is: .text(familyID)) {
            if member.record.id == named {
                entry.end(member)
            } else {
                var other = member.record
                other.familyID = family
                entry.revise(other, version: member.version)
            }
        }
        if let empty = try register.held(Family.self, key: familyID) { entry.end(empty) }
        try keeper.enter(entry, purpose: "gateway", summary: "Referral \(referral.id.text) is of a known child")
    }

    /// People of the register who may be the child referred.
    package func possibleDuplicates(of child: Person) throws -> [FoundPerson] {
        let words = [child.forename, child.surname].compactMap(\.self).joined(separator: " ")
        guard !words.isEmpty else { return [] }
        let search = try keeper.search()
        let found = search.find(words, limit: 20).people
        let byNumber = [child.nhsNumber, child.upn].compactMap(\.self).flatMap { number in
            search.find(number, limit: 5).people
        }
        let all = byNumber + found
        let births = try keeper.register.held(Person.self, where: "person_id", isAnyOf: all.map(\.personID))
            .reduce(into: [String: BirthDate]()) { $0[$1.record.id.text] = $1.record.birth }
        var seen: Set<String> = [child.id.text]
        return all.filter { person in
            person.role == .child && seen.insert(person.personID).inserted
                && (byNumber.contains(person) || KeepReferral.mayBeOne(births[person.personID], child.birth))
        }
    }

    /// Whether two dates of birth, as far as they are known, can be one.
    private static func mayBeOne(_ one: BirthDate?, _ other: BirthDate?) -> Bool {
        guard let other, let one else { return true }
        return one.earliest <= other.latest && other.earliest <= one.latest
    }
}
