import Invented
import Records
import Refer
import Testing
import Values

@Suite struct `Somebody answers at every moment` {
    private let start = day("2026-01-05")

    private func worker(_ id: String, _ role: WorkerRole, team: String?, from: Int? = nil, until: Int? = nil) -> Worker
    {
        Worker(
            id: Identifier(id),
            name: "Test \(id)",
            organisationID: Identifier("O2"),
            team: team,
            role: role,
            startedOn: from.map { start + $0 },
            endedOn: until.map { start + $0 }
        )
    }

    private let item = Case(
        id: Identifier("C1"),
        familyID: Identifier("F1"),
        programme: "mst",
        organisationID: Identifier("O2"),
        team: "North",
        startedOn: day("2026-01-05")
    )

    private func allocation(_ worker: String, _ role: AllocationRole, from: Int, to: Int? = nil) -> Allocation {
        Allocation(
            caseID: Identifier("C1"),
            workerID: Identifier(worker),
            role: role,
            from: start + from,
            to: to.map { start + $0 }
        )
    }

    private func owner(_ workers: [Worker], _ allocations: [Allocation], on offset: Int) -> CaseOwner {
        Ownership(gatewayStaff: [], among: Workforce(workers), asAt: start + offset).owner(
            of: item,
            allocations: allocations
        )
    }

    @Test func `a case falls to the next one up when its worker leaves`() {
        let workers = [
            worker("T1", .therapist, team: "North", until: 30), worker("S1", .supervisor, team: "North", until: 60),
            worker("M1", .programmeManager, team: nil, until: 90),
        ]
        let held = [allocation("T1", .therapist, from: 5)]
        #expect(owner(workers, held, on: 0).worker?.text == "S1")
        #expect(owner(workers, held, on: 5) == .holder(Identifier("T1"), .therapist))
        #expect(owner(workers, held, on: 29) == .holder(Identifier("T1"), .therapist))
        #expect(owner(workers, held, on: 30).worker?.text == "S1")
        #expect(owner(workers, held, on: 60).worker?.text == "M1")
        #expect(owner(workers, held, on: 90) == .gateway)
    }

    private func referral(_ decision: ReferralDecision) -> Referral {
        Referral(
            id: Identifier("R1"),
            familyID: Identifier("F1"),
            receivedOn: start,
            source: .school,
            route: .nomination,
            decision: decision
        )
    }

    @Test(arguments: ReferralDecision.allCases)
    func `a referral is the one’s who took it, while they may`(decision: ReferralDecision) {
        let staffed = Ownership(gatewayStaff: ["U1"], among: Workforce([]), asAt: start)
        let empty = Ownership(gatewayStaff: [], among: Workforce([]), asAt: start)
        let referral = referral(decision)
        #expect(staffed.owner(of: referral, takenBy: "U1", itsCase: nil, allocations: []) == .person("U1"))
        #expect(staffed.owner(of: referral, takenBy: nil, itsCase: nil, allocations: []) == .gateway)
        #expect(empty.owner(of: referral, takenBy: "U1", itsCase: nil, allocations: []) == .gateway)
    }

    @Test func `an accepted referral is whoever’s its case is`() {
        let workers = [worker("S1", .supervisor, team: "North")]
        let ownership = Ownership(gatewayStaff: ["U1"], among: Workforce(workers), asAt: start)
        #expect(
            ownership.owner(of: referral(.accepted), takenBy: "U1", itsCase: item, allocations: [])
                == .ofCase(.supervisor(Identifier("S1")))
        )
    }

    @Test(arguments: 0..<200) func `whoever answers is there on the day`(seed: UInt64) {
        var random = Seeded(seed)
        let workers = (0..<8).map { number in
            let from = Int.random(in: 0..<100, using: &random)
            let role: WorkerRole =
                [.therapist, .keyWorker, .supervisor, .programmeManager].randomElement(using: &random) ?? .duty
            return worker(
                "W\(number)",
                role,
                team: Bool.random(using: &random) ? "North" : "South",
                from: from,
                until: Bool.random(using: &random) ? from + Int.random(in: 1..<100, using: &random) : nil
            )
        }
        let allocations = (0..<5).map { _ in
            let from = Int.random(in: 0..<150, using: &random)
            return allocation(
                "W\(Int.random(in: 0..<9, using: &random))",
                AllocationRole.allCases.randomElement(using: &random) ?? .keyWorker,
                from: from,
                to: Bool.random(using: &random) ? from + Int.random(in: 0..<60, using: &random) : nil
            )
        }
        for offset in 0..<220 {
            let isThere = { (id: String) in
                workers.contains { $0.id.text == id && $0.isInPost(on: start + offset) }
            }
            switch owner(workers, allocations, on: offset) {
            case .holder(let id, _), .supervisor(let id): #expect(isThere(id.text))
            case .gateway:
                let leads = workers.contains {
                    $0.isInPost(on: start + offset) && ($0.role == .supervisor || $0.role == .programmeManager)
                }
                #expect(!leads, "the gateway has it only where nobody else is there")
            }
        }
    }
}
