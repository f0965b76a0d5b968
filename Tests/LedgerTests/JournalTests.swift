import Ledger
import Testing
import Values

@Suite struct `A journal` {
    private static let year = FinancialYear(startYear: 2013)

    private static func account(_ heading: Heading, _ contract: String = "c", year: Int = 2013) -> Account {
        Account(heading, contract: contract, party: "provider", year: FinancialYear(startYear: year))
    }

    private static func day(_ number: Int32) -> Day { Day(number: 16_000 + number) }

    /// A journal of entries drawn by a seed, over all headings, two contracts and three years.
    private static func journal(_ seed: UInt64, entries: Int) -> Journal {
        var random = SplitMix(seed)
        var journal = Journal()
        for _ in 0..<entries {
            let postings = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
                Posting(
                    Money(pence: Int64.random(in: -1_000_000...1_000_000, using: &random)),
                    debit: drawn(&random),
                    credit: drawn(&random)
                )
            }
            let on = day(Int32.random(in: 0...1000, using: &random))
            journal.post(postings, on: on, reference: "r", text: "t")
        }
        return journal
    }

    private static func drawn(_ random: inout SplitMix) -> Account {
        let heading = Heading.allCases[Int.random(in: 0..<Heading.allCases.count, using: &random)]
        return account(
            heading,
            Bool.random(using: &random) ? "c" : "d",
            year: Int.random(in: 2012...2014, using: &random)
        )
    }

    @Test func `debits what it credits`() throws {
        let posting = try #require(
            Posting(Money(pence: 400_000), debit: Self.account(.expenditure), credit: Self.account(.creditors))
        )
        var journal = Journal()
        journal.post([posting], on: Self.day(0), reference: "claim 1", text: "Attachment fee")
        let balances = journal.balances()
        #expect(balances.balance(.expenditure) == 400_000)
        #expect(balances.balance(.creditors) == 400_000)
        #expect(balances.balance(.creditors, year: FinancialYear(startYear: 2014)) == 0)
        #expect(balances.total == 0)
    }

    @Test func `moves a negative amount the other way`() throws {
        let expense = Self.account(.expenditure)
        let owed = Self.account(.creditors)
        let posting = try #require(Posting(Money(pence: -5), debit: expense, credit: owed))
        #expect(posting.debit == owed && posting.credit == expense && posting.amount == Money(pence: 5))
        #expect(Posting(.zero, debit: expense, credit: owed) == nil)
        #expect(Posting(Money(pence: 1), debit: expense, credit: expense) == nil)
        #expect(Posting(Money(pence: .min), debit: expense, credit: owed) == nil)
    }

    @Test(arguments: UInt64(1)...40)
    func `balances whatever is posted, in any order, in one period or two`(seed: UInt64) throws {
        let journal = Self.journal(seed, entries: 60)
        let balances = journal.balances()
        #expect(balances.total == 0 && !balances.accounts.isEmpty)
        var random = SplitMix(seed)
        var shuffled = Journal()
        for entry in journal.entries.shuffled(using: &random) {
            shuffled.post(entry.postings.shuffled(using: &random), on: entry.on, reference: "r", text: "t")
        }
        #expect(shuffled.balances() == balances)
        let split = Self.day(Int32.random(in: 0...1000, using: &random))
        let before = try #require(Period(from: .earliest, to: split))
        let after = try #require(Period(from: split + 1, to: .latest))
        #expect(journal.balances(in: before) + journal.balances(in: after) == balances)
    }

    @Test(arguments: UInt64(1)...10) func `comes to nothing once every entry is reversed`(seed: UInt64) {
        var journal = Self.journal(seed, entries: 20)
        let count = journal.entries.count
        for number in 1...count {
            let isReversed = journal.reverse(number, on: Self.day(2000), text: "undone")
            #expect(isReversed)
        }
        #expect(journal.entries.count == 2 * count && journal.balances().accounts.isEmpty)
        let isFound = journal.reverse(2 * count + 1, on: Self.day(2000), text: "undone")
        #expect(!isFound)
        #expect(journal.entries.last?.reference == "entry \(count)")
    }

    @Test func `says what cannot be right`() {
        func findings(_ debit: Heading, _ credit: Heading) -> [BookFinding.Fault] {
            var journal = Journal()
            let posting = Posting(Money(pence: 1), debit: Self.account(debit), credit: Self.account(credit))
            journal.post(posting.map { [$0] } ?? [], on: Self.day(0), reference: "r", text: "t")
            return journal.balances().findings().map(\.fault)
        }
        #expect(findings(.expenditure, .creditors) == [])
        #expect(findings(.creditors, .bank) == [.overpaid])
        #expect(findings(.provisions, .bank) == [.provenBeyondCharge])
        #expect(findings(.retentions, .bank) == [.releasedBeyondRetention])
        #expect(findings(.bank, .commitments) == [.beyondCommitment])
    }

    @Test func `is written as lines for a finance system`() throws {
        var journal = Journal()
        let posting = try #require(
            Posting(Money(pence: 123_456), debit: Self.account(.expenditure), credit: Self.account(.provisions))
        )
        journal.post([posting], on: Self.day(0), reference: "statement", text: "Delivered")
        let cells = journal.lines.map(\.cells)
        #expect(JournalLine.columns.count == 10)
        #expect(
            cells == [
                [
                    "1", "2013-10-22", "statement", "c", "provider", "2013/14", "expenditure", "1234.56", "",
                    "Delivered",
                ],
                ["1", "2013-10-22", "statement", "c", "provider", "2013/14", "provisions", "", "1234.56", "Delivered"],
            ]
        )
    }
}

/// A seeded generator, so that a random test fails the same way twice.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
