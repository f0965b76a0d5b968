import Definitions
import Identify
import Invented
import Records
import Testing
import Values

@Suite struct `A cohort` {
    private let asAt = day("2022-06-30")

    private func found(_ world: World, by set: String = "troubled-families-2012", area: String? = nil) throws -> Cohort
    {
        try Cohort(shippedSet(set), in: world.snapshot, asAt: asAt, area: area)
    }

    private func twoNeeds(_ world: inout World, family: String, child: String, adult: String) {
        world.event(.permanentExclusion, on: "2022-02-01", person: child)
        world.workStatus(adult, .outOfWorkBenefit, from: "2020-01-01")
    }

    @Test func `what nobody has on record cannot be assessed, and what nobody holds never can`() throws {
        let bare = try found(World.family(), by: "supporting-families-2022")
        #expect(bare.assessability.allSatisfy { !$0.isAssessable })
        let full = try found(World.wellRecorded(), by: "supporting-families-2022")
        let open = zip(full.criteriaSet.criteria, full.assessability).filter { !$1.isAssessable }.map(\.0.id)
        #expect(open == ["early_years", "health", "substances", "relationships", "housing"])
        let finance = try #require(full.criteriaSet.criteria.firstIndex { $0.id == "finance" })
        #expect(full.assessability[finance] == .assessable(without: ["debts and rent arrears"]))
    }

    @Test func `a kind of fact is held from the day of the first on`() throws {
        var world = World.family()
        world.event(.asbIncident, on: "2022-07-01", family: "F1")
        let set = try shippedSet("troubled-families-2012")
        let before = set.assessability(in: world.snapshot, asAt: asAt)
        #expect(before[2] == .notAssessable(without: ["anti-social behaviour incidents"]))
        #expect(set.assessability(in: world.snapshot, asAt: asAt + 1)[2] == .assessable(without: []))
    }

    @Test func `facts of a source that is not accepted do not count and are not held`() throws {
        var world = World.family()
        world.event(.asbIncident, on: "2022-02-01", family: "F1", source: "rumour")
        let set = CriteriaSet(
            id: "own",
            title: "Own",
            looksBackMonths: 12,
            criteria: [
                Criterion(id: "asb", label: "Disorder", rules: [.familyEvent(.asbIncident)], sources: ["flare"])
            ],
            needs: [[0]],
            needsWithDiscretion: nil
        )
        #expect(!set.identify(family: 0, in: world.snapshot, asAt: asAt).isIdentified)
        #expect(!set.assessability(in: world.snapshot, asAt: asAt)[0].isAssessable)
        world.event(.asbIncident, on: "2022-02-01", family: "F1", source: "flare")
        let found = set.identify(family: 0, in: world.snapshot, asAt: asAt)
        #expect(found.isIdentified && found.evidence.flatMap(\.facts).count == 1)
    }

    @Test(arguments: [("2012-02-02", true), ("2012-02-01", false), ("2017-02-01", true), ("2017-02-02", false)])
    func `ages are those on the day of the fact`(born: String, expected: Bool) {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: born)
        world.event(.missingEpisode, on: "2022-02-01", person: "P1")
        let set = CriteriaSet(
            id: "own",
            title: "Own",
            looksBackMonths: 12,
            criteria: [
                Criterion(
                    id: "missing",
                    label: "Missing",
                    rules: [.childEvents(.missingEpisode, atLeast: 1)],
                    ages: 5..<10
                )
            ],
            needs: [[0]],
            needsWithDiscretion: nil
        )
        #expect(set.identify(family: 0, in: world.snapshot, asAt: asAt).isIdentified == expected)
    }

    @Test func `every row behind a criterion is evidence, and what comes near is kept apart`() throws {
        var world = World.wellRecorded()
        twoNeeds(&world, family: "F1", child: "P1", adult: "P2")
        for month in ["2022-01-10", "2022-02-10"] { world.event(.fixedExclusion, on: month, person: "P1") }
        world.attendance("P1", from: "2021-09-01", to: "2021-12-20", possible: 100, unauthorised: 14)
        let cohort = try found(world)
        let member = try #require(cohort.members.first { $0.family.index == 0 })
        #expect(member.standing == .justShort)
        #expect(member.identification.evidence(for: 0).flatMap(\.facts).count == 1)
        let nearest = try #require(member.identification.nearest(to: 0))
        #expect(nearest.reach == .sessions(missed: 14, possible: 100, percent: Decimal(15)))
        #expect(member.identification.shortfalls(of: cohort.criteriaSet, cohort.assessability).map(\.need) == [0])
        #expect(
            cohort.missing(from: member.identification, in: world.snapshot) == [
                "Youth crime: nothing on record", "Anti-social behaviour: nothing on record",
            ]
        )
    }

    @Test func `what is missing says how near it comes`() throws {
        var world = World.wellRecorded()
        world.event(.asbIncident, on: "2022-02-01", family: "F1")
        world.workStatus("P2", .outOfWorkBenefit, from: "2020-01-01")
        for month in ["2022-01-10", "2022-02-10"] { world.event(.fixedExclusion, on: month, person: "P1") }
        let cohort = try found(world)
        let member = try #require(cohort.members(.justShort).first)
        #expect(
            cohort.missing(from: member.identification, in: world.snapshot)
                == ["Education: 2 of the 3 needed of one child: fixed-period exclusions"]
        )
    }

    @Test func `marks are of the day`() throws {
        var world = World.wellRecorded()
        twoNeeds(&world, family: "F1", child: "P1", adult: "P2")
        #expect(try #require(found(world).members.first { $0.family.index == 0 }).marks.refusal == nil)
        world.referral("R1", of: "F1", on: "2022-06-30", route: .dataMatch)
        let nominated = try #require(found(world).members.first { $0.family.index == 0 }).marks
        #expect(nominated.isNominated && !nominated.isOpen && nominated.refusal != nil)
        world.addCase("K1", family: "F1", child: "P1", from: "2022-06-30")
        #expect(
            try #require(found(world).members.first { $0.family.index == 0 }).marks.refusal == "a case is open already"
        )
        let later = try Cohort(shippedSet("troubled-families-2012"), in: world.snapshot, asAt: day("2022-06-29"))
        #expect(later.members.first { $0.family.index == 0 }?.marks.refusal == nil)
    }

    @Test(arguments: [
        (ReferralRoute.nomination, ReferralDecision.pending, true), (.dataMatch, .waiting, true),
        (.dataMatch, .declined, false), (.oneself, .pending, false),
    ])
    func `a nomination is pending until it is decided`(route: ReferralRoute, decision: ReferralDecision, expected: Bool)
    {
        var world = World.family()
        world.referral("R1", of: "F1", on: "2022-01-01", route: route, decision: decision)
        #expect(world.snapshot.marks(ofFamily: 0, asAt: asAt).isNominated == expected)
    }

    /// Overlaps, areas and standings over a random register add up.
    @Test(arguments: 0..<20) func `counts add up`(seed: UInt64) throws {
        let world = World.random(seed)
        for id in ["troubled-families-2012", "troubled-families-2015", "supporting-families-2022"] {
            let cohort = try found(world, by: id)
            let identified = cohort.identified
            #expect(cohort.overlaps.reduce(0) { $0 + $1.families } == identified.count)
            for index in cohort.criteriaSet.criteria.indices {
                let sum = cohort.overlaps.filter { $0.criteria.contains(index) }.reduce(0) { $0 + $1.families }
                #expect(sum == cohort.meeting[index])
                #expect(cohort.areas.reduce(0) { $0 + $1.meeting[index] } == sum)
                if !cohort.assessability[index].isAssessable { #expect(sum == 0) }
            }
            #expect(cohort.areas.reduce(0) { $0 + $1.families } == world.records.families.count)
            #expect(cohort.areas.reduce(0) { $0 + $1.identified } == identified.count)
            let byArea = try cohort.areas.compactMap(\.name).map {
                try found(world, by: id, area: $0).identified.count
            }
            let unknown = cohort.areas.first { $0.name == nil }?.identified ?? 0
            #expect(byArea.reduce(0, +) + unknown == identified.count)
        }
    }

    @Test func `a nomination's basis reads back as it was written`() throws {
        var world = World()
        world.family("F 1; (odd): |%")
        world.person("P,1 %3B", of: "F 1; (odd): |%", born: "2008-06-15")
        world.event(.permanentExclusion, on: "2022-02-01", person: "P,1 %3B")
        world.attendance("P,1 %3B", from: "2022-01-01", to: "2022-03-31", possible: 10, unauthorised: 9)
        let set = try shippedSet("troubled-families-2012")
        let found = set.identify(family: 0, in: world.snapshot, asAt: asAt)
        let basis = NominationBasis(found, of: set, in: world.snapshot, asAt: asAt)
        #expect(basis.evidence.map(\.rows.count) == [2])
        let issues = basis.presentingIssues(set)
        #expect(issues.hasPrefix("Education; found by troubled-families-2012 version 1 as at 2022-06-30 known at 1 ("))
        #expect(NominationBasis(presentingIssues: issues) == basis)
        #expect(issues.split(separator: ";").count == 2)
        for other in [
            nil, "", "Debt; School", "found by somebody", "found by x version 1 as at 2022-13-30 known at 1 ()",
        ] {
            #expect(NominationBasis(presentingIssues: other) == nil)
        }
    }
}

extension World {
    /// Twenty families with facts of every kind, thrown over them.
    static func random(_ seed: UInt64) -> World {
        var numbers = Seeded(seed)
        var world = World()
        for index in 0..<20 {
            let family = "F\(index)"
            world.family(family, area: ["North", "South", nil].randomElement(using: &numbers) ?? nil)
            world.person("C\(index)", of: family, born: "20\(Int.random(in: 10...19, using: &numbers))-01-01")
            world.person("A\(index)", of: family, born: "1980-01-01", role: .parentCarer)
            for kind in EventKind.allCases where Int.random(in: 0..<4, using: &numbers) == 0 {
                let month = Int.random(in: 1...6, using: &numbers)
                let child = Bool.random(using: &numbers)
                for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                    world.event(kind, on: "2022-0\(month)-15", person: child ? "C\(index)" : "A\(index)", proven: true)
                }
            }
            if Bool.random(using: &numbers) { world.workStatus("A\(index)", .outOfWorkBenefit, from: "2020-01-01") }
            let missed = Int.random(in: 0...30, using: &numbers)
            world.attendance("C\(index)", from: "2022-01-01", to: "2022-03-31", possible: 100, unauthorised: missed)
        }
        return world
    }
}
