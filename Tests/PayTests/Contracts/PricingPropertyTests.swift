import Invented
import Ledger
import Pay
import Testing
import Values

/// What holds of every contract, tried on hundreds of them with several cohorts each.
@Suite struct `Whatever the contract` {
    private static func each(_ seed: UInt64, _ body: (Contract, [MemberHistory], inout Seeded) throws -> Void) throws {
        var random = Seeded(seed)
        for _ in 0..<10 {
            let contract = try InventedContract.read(Generated.clauses(&random))
            for size in [0, 1, 7, 12] {
                try body(contract, Generated.histories(&random, count: size), &random)
            }
        }
    }

    @Test(arguments: UInt64(1)...30) func `a plain reading of its clauses gives the same pence`(seed: UInt64) throws {
        try Self.each(seed) { contract, histories, random in
            let asAt = Generated.day(&random)
            for proof in Statement.Proof.allCases {
                let statement = Statement(contract, CohortFacts(histories), asAt: asAt, counting: proof)
                let plain = PlainPricing(contract, histories, asAt: asAt, counting: proof)
                #expect(statement.charged.pence == plain.net)
            }
        }
    }

    @Test(arguments: UInt64(31)...60) func `no cap is passed`(seed: UInt64) throws {
        try Self.each(seed) { contract, histories, random in
            let statement = Statement(contract, CohortFacts(histories), asAt: Generated.day(&random))
            for clause in contract.clauses {
                guard case .cap(let scope, let most) = clause.rule else { continue }
                var sums: [String: Int64] = [:]
                for line in statement.lines where statement.kind(of: line) <= .cap {
                    switch scope {
                    case .member:
                        if let name = statement.name(of: line.subject) { sums[name, default: 0] += line.amount.pence }
                    case .year: sums["\(line.startYear)", default: 0] += line.amount.pence
                    case .contract: sums["", default: 0] += line.amount.pence
                    }
                }
                #expect(sums.values.allSatisfy { $0 <= most.pence })
            }
        }
    }

    @Test(arguments: UInt64(61)...75) func `the order of the facts is of no account`(seed: UInt64) throws {
        try Self.each(seed) { contract, histories, random in
            let asAt = Generated.day(&random)
            let shuffled = histories.shuffled(using: &random).map { history in
                MemberHistory(
                    id: history.id,
                    startedOn: history.startedOn,
                    outcomes: history.outcomes.shuffled(using: &random),
                    care: history.care.shuffled(using: &random)
                )
            }
            let one = Statement(contract, CohortFacts(histories), asAt: asAt)
            #expect(Statement(contract, CohortFacts(shuffled), asAt: asAt).lines == one.lines)
        }
    }

    @Test(arguments: UInt64(76)...100) func `splitting a period changes nothing`(seed: UInt64) throws {
        try Self.each(seed) { contract, histories, random in
            let facts = CohortFacts(histories)
            let days = (0..<4).map { _ in Generated.day(&random) }.sorted()
            let whole = ContractBooks.Position(contract, facts, asAt: days[3])
            var once = ContractBooks(contract)
            once.sign()
            once.book(whole, since: nil)
            var steps = ContractBooks(contract)
            steps.sign()
            var last: ContractBooks.Position?
            var moved = Money.zero
            for day in days {
                let position = ContractBooks.Position(contract, facts, asAt: day)
                steps.book(position, since: last)
                let before = last?.proven ?? Statement(contract, CohortFacts([]), asAt: .earliest)
                moved = position.proven.movements(since: before).filter { $0.kind <= .retention }
                    .reduce(moved) { $0 + $1.amount }
                last = position
            }
            #expect(moved == whole.proven.net)
            #expect(steps.journal.balances() == once.journal.balances())
            let balances = once.journal.balances()
            #expect(balances.total == 0)
            #expect(balances.balance(.expenditure) == Int128(whole.delivered.charged.pence))
            #expect(balances.balance(.provisions) == Int128(whole.provision.pence))
            #expect(balances.balance(.creditors) == Int128((whole.proven.net + whole.proven.vat).pence))
            #expect(balances.balance(.retentions) == Int128(whole.proven.retained.pence))
            #expect(balances.balance(.grantIncome) == Int128(whole.proven.grant.pence))
        }
    }

    @Test(arguments: UInt64(101)...120) func `what is paid in all is never above the cap`(seed: UInt64) throws {
        try Self.each(seed) { contract, histories, random in
            let facts = CohortFacts(histories)
            var paid = Money.zero
            for day in (0..<5).map({ _ in Generated.day(&random) }).sorted() {
                let statement = Statement(contract, facts, asAt: day)
                let settlement = try statement.settle(paid: paid)
                #expect(settlement.due == .zero || settlement.overpaid == .zero)
                paid = paid + settlement.due - settlement.recovered
                if let cap = contract.cap { #expect(paid <= cap) }
                #expect(paid >= min(statement.net, paid) && statement.net - paid <= .zero)
            }
        }
    }

    @Test func `every kind of clause is tried`() throws {
        var kinds: Set<ClauseKind> = []
        for seed in UInt64(1)...20 {
            var random = Seeded(seed)
            kinds.formUnion(try InventedContract.read(Generated.clauses(&random)).clauses.map(\.rule.kind))
        }
        #expect(kinds == Set(ClauseKind.allCases))
    }
}
