import Definitions
import Values

extension MapReader {
    /// The largest amount a clause can name, so that no sum over a contract can run over.
    static var largestAmount: Money { Money(pence: 10_000_000_000) }

    /// An amount in pounds and whole pence, from nought to a hundred million.
    mutating func money(_ key: String) -> Money? {
        decimal(key).flatMap { money($0, key) }
    }

    mutating func optionalMoney(_ key: String) -> Money? {
        optionalDecimal(key).flatMap { money($0, key) }
    }

    private func money(_ pounds: Decimal, _ key: String) -> Money? {
        guard pounds.places <= 2, let money = Money(pounds: pounds), money >= .zero,
            money <= MapReader.largestAmount
        else {
            refuse(key, "must be pounds and whole pence from 0 to 100,000,000, like 1600 or 85.50")
            return nil
        }
        return money
    }

    /// A whole number in a range.
    mutating func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = integer(key) else { return nil }
        guard range.contains(number) else {
            refuse(key, "must be from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A part in per cent, 0 to 100 with at most two decimals, as an exact fraction.
    mutating func part(_ key: String) -> Share? {
        decimal(key).flatMap { part($0, key) }
    }

    mutating func optionalPart(_ key: String) -> Share? {
        optionalDecimal(key).flatMap { part($0, key) }
    }

    private func part(_ percent: Decimal, _ key: String) -> Share? {
        guard percent.places <= 2, Decimal.zero <= percent, percent <= Decimal(100),
            let hundredths = percent.rounded(places: 2)
        else {
            refuse(key, "must be a percentage from 0 to 100 with at most two decimals")
            return nil
        }
        return Share(Int(hundredths), of: 10_000).reduced
    }

    /// A day in a period; refuses one outside it.
    mutating func day(_ key: String, within term: Period) -> Day? {
        day(key).flatMap { held($0, key, within: term) }
    }

    mutating func optionalDay(_ key: String, within term: Period) -> Day? {
        optionalDay(key).flatMap { held($0, key, within: term) }
    }

    private func held(_ day: Day, _ key: String, within term: Period) -> Day? {
        guard term.contains(day) else {
            refuse(key, "must be within the term, \(term.long)")
            return nil
        }
        return day
    }
}
