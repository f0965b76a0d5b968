package import Pay
import Register
import Report
package import Values

extension Keeper {
    /// The facts of a contract's cohort, as the register knows them at a change; nil for now.
    package func cohort(of contract: Contract, asAt day: Day, knownAt change: Int? = nil) throws -> CohortReader {
        let ground = try picture(knownAt: change).ground
        return CohortReader(contract, ground.snapshot, care: ground.care, asAt: day)
    }

    /// The journal of a contract as a file for a finance system: commitment, and what each quarter added until the day.
    package func ledger(of contract: Contract, asAt day: Day, knownAt change: Int? = nil) throws -> [UInt8] {
        let facts = try cohort(of: contract, asAt: day, knownAt: change).facts()
        var books = ContractBooks(contract)
        books.sign()
        var earlier: ContractBooks.Position?
        for end in QuarterEnds(contract.term, until: day).days {
            let position = ContractBooks.Position(contract, facts, asAt: end)
            books.book(position, since: earlier)
            earlier = position
        }
        return books.csv
    }
}

/// The last days of the calendar quarters from a contract's start, and the day asked for.
package struct QuarterEnds {
    /// In order; none before the contract begins.
    package let days: [Day]

    package init(_ term: Term, until day: Day) {
        var days: [Day] = []
        var quarter = Quarter(containing: term.starts.from).period
        let last = min(day, term.lastClaim)
        while quarter.to < last {
            days.append(quarter.to)
            quarter = Quarter(containing: quarter.end).period
        }
        self.days = days + (term.starts.from <= last ? [last] : [])
    }
}
