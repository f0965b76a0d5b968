import Invented
import Records
import Testing
import Values

@testable import FollowUp

/// A register of some hundred invented children with cases, placements and follow-ups drawn at random.
private func randomWorld(_ seed: UInt64) -> Snapshot {
    var random = Seeded(seed)
    var world = World()
    let start = day("2018-01-01")
    for family in 0..<60 {
        world.family("F\(family)")
        for child in 0..<Int.random(in: 1...3, using: &random) {
            let id = "P\(family)-\(child)"
            let born = start - Int.random(in: -300..<6800, using: &random)
            world.person(id, of: "F\(family)", born: child == 2 ? nil : born.iso) {
                $0.childID = Bool.random(using: &random) ? id : nil
            }
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let from = start + Int.random(in: 0..<1200, using: &random)
                let to = from + Int.random(in: 0..<300, using: &random)
                world.placement(id, from: from.iso, to: Bool.random(using: &random) ? to.iso : nil)
            }
        }
        for number in 0..<Int.random(in: 0...2, using: &random) {
            let from = start + Int.random(in: 0..<1000, using: &random)
            let to = from + Int.random(in: 1..<500, using: &random)
            world.addCase(
                "C\(family)-\(number)",
                family: "F\(family)",
                child: Bool.random(using: &random) ? "P\(family)-0" : nil,
                programme: ["mst", "fft", "fft-cw"].randomElement(using: &random) ?? "mst",
                from: from.iso,
                to: Bool.random(using: &random) ? to.iso : nil
            )
            world.followUp("C\(family)-\(number)", "P\(family)-0", months: 6, on: to.adding(months: 6).iso, .care)
        }
    }
    return world.snapshot
}

@Suite struct `Care days by intake` {
    /// The sum of all intakes is the sum over all cases, and each intake's that of its own cases alone.
    @Test(arguments: 0..<20) func `add up case by case`(seed: UInt64) {
        let snapshot = randomWorld(seed)
        let care = CareHistory(snapshot)
        let asAt = day("2020-06-30")
        let found = CareByIntake(snapshot, care: care, months: 30, asAt: asAt).intakes
        var expected: [String: (cases: Int, days: CareDays)] = [:]
        for item in snapshot.cases where item.startedOn <= asAt {
            guard let child = item.child else { continue }
            let key = "\(snapshot.text(item.programme)) \(Quarter(containing: item.startedOn).long)"
            let window = CareWindow(startedOn: item.startedOn, months: 30, asAt: asAt)
            let earlier = expected[key] ?? (0, .none)
            expected[key] = (earlier.cases + 1, earlier.days + care.careDays(of: child, in: window))
        }
        #expect(found.count == expected.count)
        for intake in found {
            let wanted = expected["\(snapshot.text(intake.programme)) \(intake.quarter.long)"]
            #expect(intake.cases == wanted?.cases)
            #expect(intake.days == wanted?.days)
        }
    }

    @Test func `are none where no case has started`() {
        let snapshot = randomWorld(1)
        let care = CareHistory(snapshot)
        #expect(CareByIntake(snapshot, care: care, months: 30, asAt: day("2017-12-31")).intakes.isEmpty)
        #expect(CareByIntake(World().snapshot, care: care, months: 30, asAt: day("2020-01-01")).intakes.isEmpty)
    }
}

@Suite struct `At home by month of closure` {
    private static let milestones = [0, 6, 12, 18, 24]

    /// Every child of every case found one by one must give what the cohorts give.
    @Test(arguments: 0..<20) func `agrees with the rule child by child`(seed: UInt64) {
        let snapshot = randomWorld(seed)
        let care = CareHistory(snapshot)
        let rule = AtHomeRule(snapshot, care: care)
        let asAt = day("2020-06-30")
        var expected: [String: AtHomeCount] = [:]
        for (index, item) in snapshot.cases.enumerated() {
            guard let closedOn = item.endedOn, closedOn <= asAt else { continue }
            for months in Self.milestones where closedOn.adding(months: months) <= asAt {
                for child in rule.children(ofCaseAt: index, closedOn: closedOn) {
                    let found = rule.finding(caseAt: index, child: child, closedOn: closedOn, months: months)
                    expected["\(closedOn.iso.prefix(7)) \(months)", default: AtHomeCount()].add(found.finding)
                }
            }
        }
        let cohorts = AtHomeByClosure(snapshot, care: care, milestones: Self.milestones, asAt: asAt).cohorts
        #expect(cohorts.count == expected.count)
        #expect(!cohorts.isEmpty)
        for cohort in cohorts {
            #expect(cohort.month.dayOfMonth == 1)
            #expect(cohort.count == expected["\(cohort.month.iso.prefix(7)) \(cohort.milestone)"])
        }
    }

    /// The one comparison that a million children need says the same as their age.
    @Test func `takes whoever is under 18`() {
        for closedOn in [day("2020-02-28"), day("2020-02-29"), day("2021-02-28"), day("2021-03-01"), day("2022-08-31")]
        {
            for days in (17 * 365)...(19 * 366) {
                let born = closedOn - days
                #expect((born > AtHomeRule.birthOfAdults(on: closedOn)) == (closedOn.age(bornOn: born) < 18))
            }
        }
    }

    @Test func `the share leaves out whom nobody knows of`() {
        var count = AtHomeCount()
        for finding in [AtHome.Finding.home, .home, .away, .unknown] { count.add(finding) }
        #expect(count.children == 4)
        #expect(count.share == Share(2, of: 3))
    }
}
