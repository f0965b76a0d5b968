import Definitions
import Identify
import Invented
import Records
import Testing
import Values

/// The sets of 2015 and 2022, each rule on both sides of its threshold.
@Suite struct `The criteria sets of 2015 and 2022` {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let set: String
        let criterion: String
        let expected: Bool
        let build: @Sendable (inout World) -> Void
        var testDescription: String { "\(set), \(criterion): \(name)" }
    }

    private static let tf = "troubled-families-2015"
    private static let sf = "supporting-families-2022"

    private static func exclusions(_ count: Int, on day: String) -> @Sendable (inout World) -> Void {
        { world in for _ in 0..<count { world.event(.fixedExclusion, on: day, person: "P1") } }
    }

    private static func absence(
        _ with: Int,
        _ without: Int,
        to: String = "2022-03-31"
    ) -> @Sendable (inout World) -> Void {
        { $0.attendance("P1", from: "2021-01-01", to: to, possible: 100, authorised: with, unauthorised: without) }
    }

    private static func event(
        _ kind: EventKind,
        _ day: String,
        proven: Bool? = nil,
        by person: String? = "P1"
    )
        -> @Sendable (inout World) -> Void
    {
        { $0.event(kind, on: day, person: person, family: person == nil ? "F1" : nil, proven: proven) }
    }

    static let cases: [Case] = [
        Case(
            name: "10 of 100, with leave or without",
            set: tf,
            criterion: "education",
            expected: true,
            build: absence(6, 4)
        ),
        Case(name: "9 of 100", set: tf, criterion: "education", expected: false, build: absence(5, 4)),
        Case(
            name: "a year ago",
            set: tf,
            criterion: "education",
            expected: false,
            build: absence(60, 4, to: "2021-06-30")
        ),
        Case(
            name: "three exclusions",
            set: tf,
            criterion: "education",
            expected: true,
            build: exclusions(3, on: "2021-07-01")
        ),
        Case(
            name: "two exclusions",
            set: tf,
            criterion: "education",
            expected: false,
            build: exclusions(2, on: "2021-07-01")
        ),
        Case(
            name: "three in 8 months",
            set: sf,
            criterion: "education",
            expected: true,
            build: exclusions(3, on: "2021-10-31")
        ),
        Case(
            name: "three before that",
            set: sf,
            criterion: "education",
            expected: false,
            build: exclusions(3, on: "2021-10-30")
        ),
        Case(
            name: "an adult's proven offence",
            set: tf,
            criterion: "crime",
            expected: true,
            build: event(.offence, "2022-01-01", proven: true, by: "P2")
        ),
        Case(
            name: "an offence not proven",
            set: tf,
            criterion: "crime",
            expected: false,
            build: event(.offence, "2022-01-01", by: "P2")
        ),
        Case(
            name: "disorder of the family",
            set: tf,
            criterion: "crime",
            expected: true,
            build: event(.asbIncident, "2022-06-30", by: nil)
        ),
        Case(name: "an arrest", set: tf, criterion: "crime", expected: false, build: event(.arrest, "2022-01-01")),
        Case(
            name: "a child's arrest",
            set: sf,
            criterion: "crime",
            expected: true,
            build: event(.arrest, "2022-01-01")
        ),
        Case(
            name: "an adult's arrest",
            set: sf,
            criterion: "crime",
            expected: false,
            build: event(.arrest, "2022-01-01", by: "P2")
        ),
        Case(name: "two callouts", set: sf, criterion: "crime", expected: false) { world in
            for _ in 0..<2 { world.event(.policeCallout, on: "2022-01-01", family: "F1") }
        },
        Case(name: "three callouts of anybody", set: sf, criterion: "crime", expected: true) { world in
            world.event(.policeCallout, on: "2022-01-01", family: "F1")
            world.event(.policeCallout, on: "2022-01-01", person: "P1")
            world.event(.policeCallout, on: "2022-01-01", person: "P2")
        },
        Case(name: "one callout that names both counts once", set: sf, criterion: "crime", expected: false) { world in
            for _ in 0..<2 { world.event(.policeCallout, on: "2022-01-01", person: "P1", family: "F1") }
        },
        Case(name: "in care last night of the time", set: tf, criterion: "children", expected: true) {
            $0.placement("P1", from: "2021-01-01", to: "2021-07-02")
        },
        Case(name: "home by the first night", set: tf, criterion: "children", expected: false) {
            $0.placement("P1", from: "2021-01-01", to: "2021-07-01")
        },
        Case(name: "short breaks", set: tf, criterion: "children", expected: false) {
            $0.placement("P1", from: "2022-01-01", status: .v4)
        },
        Case(name: "stepped down", set: tf, criterion: "children", expected: true) {
            $0.referral("R1", of: "F1", on: "2022-01-01", route: .stepDown, decision: .accepted)
        },
        Case(name: "referred by themselves", set: tf, criterion: "children", expected: false) {
            $0.referral("R1", of: "F1", on: "2022-01-01", route: .oneself)
        },
        Case(
            name: "went missing",
            set: sf,
            criterion: "safety",
            expected: true,
            build: event(.missingEpisode, "2022-01-01")
        ),
        Case(
            name: "domestic abuse",
            set: sf,
            criterion: "domestic_abuse",
            expected: true,
            build: event(.domesticAbuseIncident, "2021-07-01", by: nil)
        ),
        Case(
            name: "domestic abuse long ago",
            set: tf,
            criterion: "domestic_abuse",
            expected: false,
            build: event(.domesticAbuseIncident, "2021-06-30", by: nil)
        ),
        Case(name: "on a benefit", set: sf, criterion: "finance", expected: true) {
            $0.workStatus("P2", .outOfWorkBenefit, from: "2022-06-30")
        },
        Case(name: "off it again", set: tf, criterion: "work", expected: false) {
            $0.workStatus("P2", .outOfWorkBenefit, from: "2021-06-30", to: "2022-06-29")
        },
    ]

    @Test(arguments: cases) func `rule`(example: Case) throws {
        let set = try shippedSet(example.set)
        let criterion = try #require(set.criteria.firstIndex { $0.id == example.criterion })
        var world = World.wellRecorded()
        example.build(&world)
        let found = set.identify(family: 0, in: world.snapshot, asAt: day("2022-06-30"))
        #expect(found.meets(criterion) == example.expected)
        #expect(found.findings.allSatisfy { !$0.facts.isEmpty })
    }

    @Test(arguments: [(1, Identification.Standing.justShort), (2, .qualifies), (3, .qualifies)])
    func `two of six problems are enough in 2015`(problems: Int, standing: Identification.Standing) throws {
        var world = World.family()
        world.event(.domesticAbuseIncident, on: "2022-01-01", family: "F1")
        if problems > 1 { world.event(.asbIncident, on: "2022-01-01", person: "P1") }
        if problems > 2 { world.workStatus("P2", .outOfWorkBenefit, from: "2020-01-01") }
        let found = try shippedSet(Self.tf).identify(family: 0, in: world.snapshot, asAt: day("2022-06-30"))
        #expect(found.standing == standing && found.needsMet == problems && !found.meetsAll)
    }

    @Test(arguments: [(1, Identification.Standing.notIdentified), (2, .justShort), (3, .qualifies)])
    func `three of ten needs are enough in 2022`(needs: Int, standing: Identification.Standing) throws {
        var world = World.family()
        world.event(.domesticAbuseIncident, on: "2022-01-01", family: "F1")
        if needs > 1 { world.event(.asbIncident, on: "2022-01-01", person: "P1") }
        if needs > 2 { world.event(.missingEpisode, on: "2022-01-01", person: "P1") }
        let set = try shippedSet(Self.sf)
        let found = set.identify(family: 0, in: world.snapshot, asAt: day("2022-06-30"))
        #expect(found.standing == standing && found.needsMet == needs)
        #expect(set.needs.count == 10 && set.needsToQualify == 3 && set.needsWithDiscretion == nil)
    }

    @Test func `thresholds nobody could check are marked so`() throws {
        let later = try shippedSet(Self.sf)
        #expect(later.criteria.allSatisfy { $0.checked == .unverified })
        let earlier = try shippedSet(Self.tf)
        #expect(earlier.criteria.filter { $0.checked == .stated }.map(\.id) == ["education"])
        #expect(earlier.provenance?.evidence == .stated)
        #expect(try shippedSet("troubled-families-2012").criteria.allSatisfy { $0.checked == .stated })
    }
}
