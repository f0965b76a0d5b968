import Identify
import Invented
import Records
import Testing
import Values

/// The criteria set of 2012 as figures.md states it, each rule on both sides of its threshold.
@Suite struct `Troubled Families 2012` {
    private static let set = CriteriaSet(
        id: "troubled-families-2012",
        title: "Troubled Families",
        looksBackMonths: 12,
        criteria: [
            Criterion(
                id: "education",
                label: "Education",
                rules: [
                    .childEvents(.permanentExclusion, atLeast: 1), .childEvents(.fixedExclusion, atLeast: 3),
                    .unauthorisedAbsence(percent: Decimal(15)),
                ]
            ),
            Criterion(id: "crime", label: "Crime", rules: [.provenOffence(underAge: 18)]),
            Criterion(id: "asb", label: "Anti-social behaviour", rules: [.familyEvent(.asbIncident)]),
            Criterion(id: "work", label: "Out of work", rules: [.adultStatus(.outOfWorkBenefit)]),
        ],
        needs: [[1, 2], [0], [3]],
        needsWithDiscretion: 2
    )

    private func meets(_ criterion: Int, _ build: (inout World) -> Void) -> Bool {
        stands(build).meets(criterion)
    }

    private func stands(_ build: (inout World) -> Void) -> Identification {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2004-06-30")
        world.person("P2", of: "F1", born: "1980-01-01", role: .parentCarer)
        build(&world)
        return Self.set.identify(family: 0, in: world.snapshot, asAt: day("2022-06-30"))
    }

    @Test(arguments: [
        ("2022-06-29", true, true), ("2022-06-30", true, false), ("2021-07-01", true, true),
        ("2021-06-30", true, false),
        ("2022-06-29", false, false), ("2022-07-01", true, false),
    ])
    func `crime is a proven offence under 18 in the last 12 months`(on: String, proven: Bool, expected: Bool) {
        #expect(meets(1) { $0.event(.offence, on: on, person: "P1", proven: proven) } == expected)
    }

    @Test func `crime needs a person of the family with a date of birth`() {
        #expect(!meets(1) { $0.event(.offence, on: "2022-01-01", family: "F1", proven: true) })
        #expect(
            !meets(1) {
                $0.person("P3", of: "F1", born: nil)
                $0.event(.offence, on: "2022-01-01", person: "P3", proven: true)
            }
        )
    }

    @Test func `anti-social behaviour may be anyone's, or the family's`() {
        #expect(meets(2) { $0.event(.asbIncident, on: "2022-01-01", person: "P2") })
        #expect(meets(2) { $0.event(.asbIncident, on: "2022-06-30", family: "F1") })
        #expect(!meets(2) { $0.event(.asbIncident, on: "2021-06-30", family: "F1") })
        #expect(!meets(2) { $0.event(.policeCallout, on: "2022-01-01", family: "F1") })
    }

    @Test(arguments: [(2, 1, false), (3, 0, true), (3, 2, true), (2, 2, false)])
    func `three fixed exclusions must be one child's`(first: Int, second: Int, expected: Bool) {
        let met = meets(0) { world in
            world.person("P3", of: "F1", born: "2010-01-01")
            for _ in 0..<first { world.event(.fixedExclusion, on: "2022-02-01", person: "P1") }
            for _ in 0..<second { world.event(.fixedExclusion, on: "2022-02-01", person: "P3") }
        }
        #expect(met == expected)
    }

    @Test(arguments: [
        (15, 100, "2022-03-31", true), (14, 100, "2022-03-31", false), (15, 100, "2021-06-30", false),
        (0, 0, "2022-03-31", false),
    ])
    func `absence is unauthorised and at least 15 per cent`(missed: Int, possible: Int, to: String, expected: Bool) {
        let met = meets(0) { world in
            world.records.attendance.append(
                Attendance(
                    personID: Identifier("P1"),
                    from: day(to) - 60,
                    to: day(to),
                    sessionsPossible: possible,
                    authorisedAbsences: 50,
                    unauthorisedAbsences: missed
                )
            )
        }
        #expect(met == expected)
    }

    @Test(arguments: [
        ("2022-06-30", nil, true), ("2022-07-01", nil, false), ("2020-01-01", "2022-06-30", true),
        ("2020-01-01", "2022-06-29", false),
    ])
    func `work is an adult on a benefit on the day`(from: String, to: String?, expected: Bool) {
        let met = { (person: String) in
            self.meets(3) { world in
                world.records.workStatus.append(
                    WorkStatus(
                        personID: Identifier(person),
                        status: .outOfWorkBenefit,
                        from: day(from),
                        to: to.map { day($0) }
                    )
                )
            }
        }
        #expect(met("P2") == expected)
        #expect(!met("P1"))
    }

    @Test(arguments: [
        ("2022-06-30", nil, true), ("2022-07-01", nil, false), ("2022-01-01", "2022-06-30", false),
        ("2022-01-01", "2022-07-01", true),
    ])
    func `two needs are enough with discretion in force`(setOn: String, withdrawn: String?, expected: Bool) {
        let found = stands { world in
            world.event(.permanentExclusion, on: "2022-02-01", person: "P1")
            world.event(.asbIncident, on: "2022-02-01", family: "F1")
            world.event(.offence, on: "2022-02-01", person: "P1", proven: true)
            world.records.discretion.append(
                Discretion(
                    familyID: Identifier("F1"),
                    criteria: "troubled-families-2012",
                    setOn: day(setOn),
                    setBy: "panel",
                    reason: "high cost",
                    withdrawnOn: withdrawn.map { day($0) }
                )
            )
        }
        #expect(found.needsMet == 2)
        #expect(!found.meetsAll)
        #expect(found.isIdentified == expected)
    }
}
