import Records
import Refer
import Register
import Values

/// What the invented authority has that no exchange package holds: a home with children in it, partners' links, and what
/// was written of families.
///
/// So their pages have something on them. Nobody knows the links' secrets: they cannot be used.
enum DemonstrationHomes {
    /// Adds them to a demonstration register, as of its last day.
    static func add(to register: Register, on day: Day) throws {
        let people = try register.held(Person.self).map(\.record)
        var entry = Entry()
        addHome(to: &entry, people, on: day)
        addLinks(to: &entry, try register.held(Organisation.self).map(\.record), on: day)
        DemonstrationAssessments.add(to: &entry, try register.held(Case.self).map(\.record), on: day)
        try register.enter(
            entry,
            as: LocalActor.draft(purpose: "demonstration", summary: "A home, partners' links and family assessments"),
            at: Clock.now
        )
    }

    private static func addHome(to entry: inout Entry, _ people: [Person], on day: Day) {
        let home = Home(
            id: Identifier("HOME-LARCH"),
            name: "Larch House",
            programme: "mst-fit",
            cycleNights: 84,
            turnaroundNights: 7,
            weeklyCost: Money(pence: 1_500_000),
            openedOn: day.adding(months: -12)
        )
        entry.add(home)
        let children = people.filter { person in
            person.role == .child && (person.birth.map { (12...16).contains(day.age(bornOn: $0.latest)) } ?? false)
        }
        .sorted { $0.id < $1.id }
        // Three beds: stays that ended, one that was left early, one under way, one that is late to end, one to come.
        let stays: [(bed: Int, from: Int, planned: Int, left: Int?, why: StayEnd?)] = [
            (1, -200, -116, -116, .completed), (1, -100, -16, nil, nil), (2, -190, -106, -130, .returnHome),
            (2, -60, 24, nil, nil), (3, 10, 94, nil, nil),
        ]
        for number in 1...3 {
            entry.add(
                HomeBed(
                    id: Identifier("BED-\(number)"),
                    homeID: home.id,
                    name: "Room \(number)",
                    from: home.openedOn
                )
            )
        }
        for (number, stay) in stays.enumerated() {
            guard children.indices.contains(number) else { break }
            entry.add(
                HomeStay(
                    id: Identifier("STAY-\(number + 1)"),
                    bedID: Identifier("BED-\(stay.bed)"),
                    personID: children[number].id,
                    arrivesOn: day + stay.from,
                    plannedUntil: day + stay.planned,
                    departedOn: stay.left.map { day + $0 },
                    departure: stay.why
                )
            )
        }
    }

    private static func addLinks(to entry: inout Entry, _ organisations: [Organisation], on day: Day) {
        let schools = organisations.filter { $0.kind == .school }.sorted { $0.id < $1.id }.prefix(3)
        for (number, school) in schools.enumerated() {
            entry.add(
                ReferralLink(
                    id: Identifier("LINK-\(number + 1)"),
                    organisationID: school.id,
                    source: .school,
                    digest: ServiceKey.random(32).hexadecimal,
                    madeOn: day.adding(months: -6 * (number + 1)),
                    madeBy: LocalActor.actor.id,
                    withdrawnOn: number == 2 ? day.adding(months: -3) : nil
                )
            )
        }
    }
}
