import Ledger
import Actions
import Pay
import Records
import Register
import Testing
import Values
import Workshop

/// A claim from the record to payment, on a register of one family under the contract of the demonstration.
@Suite struct `A claim in the register` {
    private static let contract = "priority-families-demonstration"
    private let folder: ScratchFolder
    private let keeper: Keeper
    private let asAt: Day

    init() throws {
        folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        var package = SmallPackage()
        package.cases = package.cases.replacing("2018-01-10,2018-06-10", with: "2024-01-10,2024-06-10")
        package.placements = package.placements.replacing("2018-09-01,,", with: "2018-09-01,2018-12-01,")
        try register.take([package.write(to: folder)])
        keeper = try Keeper.shipped(register)
        asAt = try #require(Day(iso: "2024-09-30"))
    }

    private func contract() throws -> Contract { try #require(keeper.definitions.contract(Self.contract)) }

    private func work(_ person: String) -> WorkClaims { WorkClaims(keeper.acting(as: Actor(person))) }

    private func kept(_ number: String) throws -> Claim { try #require(try keeper.claim(number)) }

    /// Checked and looked up by others than who entered it.
    private func verified() throws -> Claim {
        let claim = try work("ann").enter(contract(), asAt: asAt)
        try work("bob").take(.checked, of: claim.number)
        for member in claim.sample {
            try work("bob").note(
                VerificationFinding(member: member, source: "education", agrees: true),
                of: claim.number
            )
        }
        try work("cat").take(.verified, of: claim.number)
        return try kept(claim.number)
    }

    @Test func `is kept as it was entered, with its evidence and its sample`() throws {
        let entered = try work("ann").enter(contract(), asAt: asAt)
        let claim = try kept(entered.number)
        #expect(claim == entered)
        #expect(claim.number == "priority-families-demonstration-1" && claim.state == .entered)
        #expect(claim.results.map(\.clause) == ["completed", "start"] && claim.amount == Money(pence: 120_000))
        #expect(claim.results.allSatisfy { $0.criteria.allSatisfy { !$0.evidence.isEmpty && $0.standing == .met } })
        #expect(claim.sample == ["F1"])
        #expect(try keeper.register.verify().problems == [])
    }

    @Test func `pays each result once`() throws {
        _ = try work("ann").enter(contract(), asAt: asAt)
        #expect(throws: ClaimRefusal.empty) { try work("ann").enter(contract(), asAt: asAt) }
        #expect(try keeper.claims(of: Self.contract).count == 1)
        // The better result stands instead of the first, so only what it adds can be claimed.
        let later = try work("ann").proposal(contract(), asAt: #require(Day(iso: "2025-03-31")))
        #expect(later.results.map(\.clause) == ["home"] && later.amount == Money(pence: 110_000))
    }

    @Test func `needs other eyes, and the sample looked up`() throws {
        let claim = try work("ann").enter(contract(), asAt: asAt)
        #expect(throws: ClaimRefusal.samePerson(.entered, .checked)) {
            try work("ann").take(.checked, of: claim.number)
        }
        try work("bob").take(.checked, of: claim.number)
        #expect(throws: ClaimRefusal.notVerified(members: ["F1"])) {
            try work("cat").take(.verified, of: claim.number)
        }
        #expect(try kept(claim.number).steps.map(\.by) == ["ann", "bob"])
        #expect(try work("ann").take(.checked, of: "nonsense") == nil)
    }

    @Test func `is paid, booked and paid back`() throws {
        let claim = try verified()
        try work("dan").take(.approved, of: claim.number)
        let owed = try keeper.books(of: contract()).journal.balances()
        // A twentieth of £1,200 is held back.
        #expect(owed.balance(.creditors) == 114_000 && owed.balance(.retentions) == 6_000)
        try work("ann").take(.paid, of: claim.number)
        #expect(try kept(claim.number).paid == Money(pence: 114_000))
        let paid = try keeper.books(of: contract()).journal.balances()
        #expect(paid.balance(.creditors) == 0 && paid.balance(.bank) == 114_000 && paid.total == 0)
        try work("bob").take(.reversed, of: claim.number, note: "entered twice")
        #expect(try kept(claim.number).paid == .zero)
        #expect(try keeper.books(of: contract()).journal.balances().balance(.bank) == 0)
        #expect(try keeper.register.verify().problems == [])
    }

    @Test func `comes to the same pence again, and shows what a correction changes`() throws {
        let claim = try verified()
        #expect(try keeper.replay(claim, under: contract()).isSame)
        var package = SmallPackage()
        package.cases = package.cases.replacing(
            "2018-01-10,2018-06-10,completed",
            with: "2024-01-10,2024-06-10,disengaged"
        )
        try keeper.register.take([package.write(to: folder, as: "correction")])
        let replay = try keeper.replay(claim, under: contract())
        #expect(replay.isSame)
        #expect(replay.adjustments.contains { $0.clause == "completed" && $0.amount == Money(pence: -40_000) })
        #expect(try kept(claim.number) == claim)
    }

    @Test func `is not taken a step twice`() throws {
        let claim = try work("ann").enter(contract(), asAt: asAt)
        try work("bob").take(.checked, of: claim.number)
        #expect(throws: ClaimRefusal.wrongStep(from: .checked, to: .checked)) {
            try work("cat").take(.checked, of: claim.number)
        }
        #expect(throws: ClaimRefusal.dayToCome) { try work("ann").enter(contract(), asAt: Clock.today + 1) }
    }
}
