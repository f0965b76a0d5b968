package import Values

/// A contract tried out before it is signed, on many possible courses drawn from its plan (Monte Carlo).
package struct Simulation: Sendable {
    package let contract: Contract
    package let trials: Int
    package let seed: UInt64
    /// Paid for outcomes in all, without tax.
    package let payment: Spread
    /// What the commissioner no longer spends.
    package let saving: Spread
    package let grant: Spread
    /// Saving and grant, less payment: what the commissioner is left with.
    package let commissioner: Spread
    /// Payment less cost: what the investors, or the provider, are left with.
    package let investor: Spread
    /// The return in courses at the tenth, the half and nine tenths of the investors' result.
    package let returns: [InvestorReturn]
    /// The part of the courses that reach the contract's cap.
    package let capped: Share
    package let commissionerLoss: Loss
    package let investorLoss: Loss
    /// What investors have out at the end of each quarter (below nought) or have back.
    package let gaps: [Gap]

    /// The tenth, the half and nine tenths of the courses lie at or below these.
    package struct Spread: Hashable, Sendable {
        package let p10: Money
        package let p50: Money
        package let p90: Money

        init(p10: Money, p50: Money, p90: Money) {
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
        }

        init(_ pence: some Sequence<Int64>) {
            let sorted = pence.sorted()
            p10 = Money(pence: sorted[Spread.place(10, of: sorted.count)])
            p50 = Money(pence: sorted[Spread.place(50, of: sorted.count)])
            p90 = Money(pence: sorted[Spread.place(90, of: sorted.count)])
        }

        /// The least place at or below which so many per cent lie.
        static func place(_ percent: Int, of count: Int) -> Int {
            max(0, (count * percent + 99) / 100 - 1)
        }
    }

    /// How often somebody loses, and how much it is on average when they do.
    package struct Loss: Hashable, Sendable {
        package let courses: Share
        package let average: Money

        init(_ results: [Int64]) {
            let losses = results.filter { $0 < 0 }
            courses = Share(losses.count, of: results.count)
            let sum = losses.reduce(Int128.zero) { $0 - Int128($1) }
            average = Money(rounding: sum, over: Int128(max(1, losses.count)))
        }
    }

    /// How things stand at the end of a quarter.
    package struct Gap: Hashable, Sendable {
        package let quarter: Period
        /// The investors' cash, counted from the start.
        package let cash: Spread
        /// What is still to be paid for outcomes.
        package let toCome: Spread
    }

    /// Runs so many trials (at least one); nil where the contract has no plan.
    ///
    /// The same seed gives the same courses on any machine. `progress` is told how many trials of a part are done.
    package init?(
        _ contract: Contract,
        trials: Int,
        seed: UInt64,
        progress: @Sendable (Int) -> Void = { _ in }
    ) {
        guard let plan = contract.plan, trials > 0 else { return nil }
        let quarters = SimulatedQuarters(contract.term)
        let pricing = QuarterPricing(contract, ends: quarters.all.map(\.to))
        let parts = Parts.map(trials, size: 100) { part in
            let courses = SimulatedCourses(part, seed: seed, pricing, plan, starts: quarters.starts)
            progress(part.count)
            return courses
        }
        guard var courses = parts.first else { return nil }
        for part in parts.dropFirst() { courses.append(part) }
        let costs = quarters.all.indices.map { quarter in
            (quarter < quarters.starts.count ? plan.costInQuarter.pence : 0) + (quarter == 0 ? plan.setUpCost.pence : 0)
        }
        let cost = costs.reduce(0, +)
        self.contract = contract
        self.trials = trials
        self.seed = seed
        payment = Spread(courses.payment)
        saving = Spread(courses.saving)
        grant = Spread(courses.grant)
        let commissioners = courses.payment.indices.map { courses.saving[$0] + courses.grant[$0] - courses.payment[$0] }
        let investors = courses.payment.map { $0 - cost }
        commissioner = Spread(commissioners)
        investor = Spread(investors)
        commissionerLoss = Loss(commissioners)
        investorLoss = Loss(investors)
        capped = Share(courses.capped, of: trials)
        let ranked = investors.indices.sorted { (investors[$0], $0) < (investors[$1], $1) }
        let payments = courses.payments
        returns = [10, 50, 90].map { percent in
            let first = ranked[Spread.place(percent, of: trials)] * costs.count
            return InvestorReturn(
                quarters.all.indices.map { quarter in
                    let amount = payments[first + quarter] - costs[quarter]
                    return CashFlow(on: quarters.all[quarter].to, amount: Money(pence: amount))
                }
            )
        }
        gaps = Simulation.gaps(payments, costs: costs, quarters.all)
    }

    /// The cash at the end of each quarter, and what is still to come, over all courses.
    private static func gaps(_ payments: [Int64], costs: [Int64], _ quarters: [Period]) -> [Gap] {
        let courses = payments.count / max(1, quarters.count)
        var cash = [Int64](repeating: 0, count: payments.count)
        var toCome = cash
        for course in 0..<courses {
            let paid = payments[course * quarters.count..<(course + 1) * quarters.count]
            var sum: Int64 = 0
            var rest = paid.reduce(0, +)
            for (quarter, amount) in paid.enumerated() {
                sum += amount - costs[quarter]
                rest -= amount
                cash[quarter * courses + course] = sum
                toCome[quarter * courses + course] = rest
            }
        }
        let (cashes, rests) = (cash, toCome)
        return Parts.map(quarters.count, size: 1) { part in
            part.map { quarter in
                let range = quarter * courses..<(quarter + 1) * courses
                return Gap(quarter: quarters[quarter], cash: Spread(cashes[range]), toCome: Spread(rests[range]))
            }
        }.flatMap(\.self)
    }
}
