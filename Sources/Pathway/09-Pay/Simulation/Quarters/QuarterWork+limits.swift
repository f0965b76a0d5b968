import Values

extension QuarterWork {
    /// Puts the limits of a year and of the contract on the sums; gives whether a cap takes something away.
    mutating func limit(_ whole: inout [Int64], _ quarter: Int, _ pricing: QuarterPricing) -> Bool {
        let years = pricing.years
        let last = pricing.yearAtEnd[quarter]
        let isLast = pricing.isLast[quarter]
        var isCapped = false
        for clause in pricing.wholeLimits {
            var looked = [Int64](repeating: 0, count: years)
            for other in clause.looks {
                for year in 0..<years { looked[year] += whole[other * years + year] }
            }
            let at = clause.clause * years
            for year in 0..<years { whole[at + year] = 0 }
            switch clause.rule {
            case .floor(let scope, _), .cap(let scope, _):
                let spans = scope == .year ? (0...last).map { $0...$0 } : [0...last]
                for span in spans {
                    YearSums.hold(looked[span], within: { clause.held($0, isLast: isLast) }) { year, _, change in
                        whole[at + year] = change
                        if !clause.isFloor { isCapped = true }
                    }
                }
            case .retention(let part, let until) where pricing.ends[quarter] < until:
                YearSums.take(part, of: looked, upTo: nil) { year, _, change in whole[at + year] = -change }
            case .vat(let part):
                YearSums.take(part, of: looked, upTo: nil) { year, _, change in whole[at + year] = change }
            case .grant(let part, let most):
                YearSums.take(part, of: looked, upTo: most) { year, _, change in whole[at + year] = change }
            default: continue
            }
        }
        return isCapped
    }

    /// Puts the floors and caps per member on one member's amounts.
    mutating func limitMember(_ quarter: Int, from first: Int, _ pricing: QuarterPricing) {
        let years = pricing.years
        let last = pricing.yearAtEnd[quarter]
        let isLast = pricing.isLast[quarter]
        for place in pricing.memberLimits.indices {
            let at = pricing.memberLimits[place].clause * years
            var sum: Int64 = 0
            var held: Int64 = 0
            for year in first...last {
                var amount: Int64 = 0
                for other in pricing.memberLimits[place].looks { amount += amounts[other * years + year] }
                sum += amount
                let next = pricing.memberLimits[place].held(sum, isLast: isLast)
                set(next - held - amount, at + year, quarter)
                held = next
            }
        }
    }

    /// Gives one amount of a member a new value, and notes the change.
    @inline(__always)
    mutating func set(_ pence: Int64, _ cell: Int, _ quarter: Int) {
        changes[quarter * amounts.count + cell] += pence - amounts[cell]
        amounts[cell] = pence
    }
}
