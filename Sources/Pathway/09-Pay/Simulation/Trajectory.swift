package import Values

/// Claims made so far against those a plan expects: how a council follows payment by results while it runs.
package struct Trajectory: Hashable, Sendable {
    /// Claims that full success would bring.
    package let possible: Int
    /// The part of them the plan counts on.
    package let success: Share
    package let made: Int
    /// The last day on which a claim can be made.
    package let lastClaim: Day

    package init(possible: Int, success: Share, made: Int, lastClaim: Day) {
        self.possible = possible
        self.success = success
        self.made = made
        self.lastClaim = lastClaim
    }

    /// Claims the plan expects in all, rounded half away from zero.
    package var planned: Int {
        Int(Money(rounding: Int128(possible) * Int128(success.numerator), over: Int128(success.denominator)).pence)
    }

    package var madeOfPlanned: Share { Share(made, of: planned) }

    package var madeOfPossible: Share { Share(made, of: possible) }

    /// Claims still to be made to reach the plan; none once it is reached.
    package var remaining: Int { max(0, planned - made) }

    /// Claims a month from the day on that would reach the plan; nil once there is no month left.
    package func neededAMonth(from day: Day) -> Double? {
        let days = lastClaim - day
        return days > 0 ? Double(remaining) / (Double(days) / 30.4375) : nil
    }
}
