package import Values

/// Money out (below nought) or in on a day, seen by an investor.
package struct CashFlow: Hashable, Sendable {
    package let on: Day
    package let amount: Money

    package init(on: Day, amount: Money) {
        self.on = on
        self.amount = amount
    }
}

/// What an investment comes to.
package struct InvestorReturn: Hashable, Sendable {
    /// By day.
    package let flows: [CashFlow]

    package init(_ flows: [CashFlow]) {
        self.flows = flows.sorted { ($0.on, $0.amount) < ($1.on, $1.amount) }
    }

    package var paidIn: Money { flows.reduce(.zero) { $0 + max(.zero, .zero - $1.amount) } }

    package var distributed: Money { flows.reduce(.zero) { $0 + max(.zero, $1.amount) } }

    /// Distributions over what was paid in; nil where nothing was.
    package var multiple: Double? {
        paidIn == .zero ? nil : Double(distributed.pence) / Double(paidIn.pence)
    }

    /// The most that was ever out and not yet back.
    package var peakAtRisk: Money {
        var sum = Money.zero
        var least = Money.zero
        for flow in flows {
            sum = sum + flow.amount
            least = min(least, sum)
        }
        return .zero - least
    }

    /// The day from which all that was paid in is back for good; nil where it never is.
    package var paidBackOn: Day? {
        var sum = Money.zero
        var day: Day?
        for flow in flows {
            let before = sum
            sum = sum + flow.amount
            if sum < .zero { day = nil } else if before < .zero { day = flow.on }
        }
        return day
    }
}
