package import Values

/// People who live, or lived, together at one address, and why they are taken for one household.
///
/// A person can belong to several over time: one for each address at which they are recorded.
package struct Household: Hashable, Sendable {
    package enum Reason: String, Sendable {
        /// They share a surname, or a part of one.
        case surname
        /// They are recorded at the address within a year of each other.
        case sameTime
    }

    /// Why two of its people are in it.
    package struct Tie: Hashable, Sendable {
        package let one: Int
        package let other: Int
        package let reason: Reason
    }

    /// Its people, by the first record of each.
    package let people: [Int]
    package let ties: [Tie]
    /// The first and the last day on which anybody of it is recorded at the address; nil where no day is known.
    package let recorded: Period?

    /// Above this, an address is taken for a block or a hostel, where only a surname makes a household.
    package static let mostByTime = 12
}

extension Linker {
    /// The households of linked records: at each address, the people who share a surname there or are recorded there
    /// within a year of each other.
    ///
    /// `clusters` says who is who: for each record the first record of the same person. `recordedOn` gives the day on
    /// which a record was written down, if that is known. Throws where the model asks for fields it does not have.
    package static func households(
        _ raw: RawColumns,
        by model: LinkageModel,
        clusters: [Int],
        recordedOn: (Int) -> Day? = { _ in nil }
    ) throws(LinkageFault) -> [Household] {
        guard let stage = model.household, raw.count > 1 else { return [] }
        let profiles = Profiles(raw, plan: try ValuePlan(model), scope: model.scope)
        let indexes = BlockingIndexes(stage.addressRules, profiles: profiles)
        let blocking = try Blocking(stage.addressRules, indexes, limit: .max)
        let addresses = Addresses(blocking)
        let surnames = stage.surnames.compactMap { profiles.plan.position(ofField: $0) }
        var residents: [UInt32: [Int: Resident]] = [:]
        for record in 0..<raw.count {
            let profile = Int(profiles.profileOfRecord[record])
            guard let address = addresses.address(of: profile) else { continue }
            residents[address, default: [:]][clusters[record], default: Resident()].add(
                surnames.compactMap { profiles.text($0, of: profile) },
                recordedOn(record)
            )
        }
        return residents.sorted { $0.key < $1.key }.flatMap { households(at: $0.value) }
    }

    private static func households(at residents: [Int: Resident]) -> [Household] {
        let people = residents.keys.sorted()
        let goesByTime = people.count <= Household.mostByTime
        var groups = Groups(people.count)
        var ties: [Household.Tie] = []
        for (index, one) in people.enumerated() {
            for other in (index + 1)..<max(index + 1, people.count) {
                guard let a = residents[one], let b = residents[people[other]],
                    let reason = a.reason(with: b, goesByTime: goesByTime)
                else { continue }
                groups.join(index, other)
                ties.append(Household.Tie(one: one, other: people[other], reason: reason))
            }
        }
        let members = groups.members()
        return (0..<members.count).map { group in
            let own = Set(members[group].map { people[Int($0)] })
            let days = own.compactMap { residents[$0] }.flatMap(\.days)
            let recorded = days.min().flatMap { first in days.max().flatMap { Period(from: first, to: $0) } }
            return Household(people: own.sorted(), ties: ties.filter { own.contains($0.one) }, recorded: recorded)
        }
    }
}

/// What is recorded of a person at one address.
private struct Resident {
    var surnames: Set<String> = []
    var first: Day?
    var last: Day?

    var days: [Day] { [first, last].compactMap(\.self) }

    mutating func add(_ names: [String], _ day: Day?) {
        surnames.formUnion(names)
        guard let day else { return }
        first = first.map { min($0, day) } ?? day
        last = last.map { max($0, day) } ?? day
    }

    func reason(with other: Resident, goesByTime: Bool) -> Household.Reason? {
        if !surnames.isDisjoint(with: other.surnames) { return .surname }
        guard goesByTime, let first, let last, let from = other.first, let to = other.last else { return nil }
        return from - last <= 365 && first - to <= 365 ? .sameTime : nil
    }
}
