package import Values

/// A child of the plan: when they start, where they would be, and what becomes of them.
package struct PlannedChild: Hashable, Sendable {
    /// A label of the plan, no child's identifier.
    package let id: String
    package let starts: FinancialQuarter
    /// The placement without the programme, as the plan names it.
    package let placement: String
    /// What that placement costs a year.
    package var annualPrice: Money
    /// Whether the child goes home after the first phase.
    package let returns: Bool
    /// What the placement after the first phase costs a year; nothing at home, and the price as before where the child
    /// goes back.
    package var nextAnnualPrice: Money
    /// The first quarter in which nothing is saved any more, as when the child would have left care; nil where that is
    /// beyond the plan.
    package let savingEnds: FinancialQuarter?

    package init(
        id: String,
        starts: FinancialQuarter,
        placement: String,
        annualPrice: Money,
        returns: Bool,
        nextAnnualPrice: Money? = nil,
        savingEnds: FinancialQuarter? = nil
    ) {
        self.id = id
        self.starts = starts
        self.placement = placement
        self.annualPrice = annualPrice
        self.returns = returns
        self.nextAnnualPrice = nextAnnualPrice ?? (returns ? .zero : annualPrice)
        self.savingEnds = savingEnds
    }

    /// What is not spent on the placement in a quarter because of the programme.
    ///
    /// While the child is in the programme's home, the whole price; the home itself is a cost of the programme.
    /// Afterwards the price less that of the next placement, until the saving ends.
    package func avoided(in quarter: FinancialQuarter, quartersInHome: Int) -> Money {
        guard quarter >= starts, savingEnds.map({ quarter < $0 }) ?? true else { return .zero }
        let before = annualPrice.quarter(quarter.number)
        return quarter < starts + quartersInHome ? before : before - nextAnnualPrice.quarter(quarter.number)
    }
}

/// Rules that make the children of a plan: beds, cycles, and success in whole children.
package struct CohortRules: Hashable, Sendable {
    package var beds: Int
    /// Quarters a child is in the programme's home; a cycle of the home is as long.
    package let quartersInHome: Int
    /// Of 100 children, how many go home: 0 to 100.
    package var successPercent: Decimal
    /// Placements of the first children, in order, and how many of each.
    package let first: [Run]
    /// Placements of the others, again and again in this order.
    package let then: [String]
    /// Quarters after going home for which something is saved; nil is to the end of the plan.
    package let savingLasts: Int?

    /// So many children from one placement.
    package struct Run: Hashable, Sendable {
        package let placement: String
        package let children: Int
    }

    /// Every bed filled in every cycle.
    ///
    /// Of all children so far, the whole number at or below the share goes home: of three a cycle at 75 %, two, two, two
    /// and three.
    package func children(_ delivery: QuarterSpan, _ placements: [Placement]) -> [PlannedChild] {
        let prices = Dictionary(placements.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let starts = stride(from: 0, through: delivery.count - quartersInHome, by: quartersInHome).map {
            delivery.first + $0
        }
        var children: [PlannedChild] = []
        for start in starts {
            let before = children.count
            let returning = returned(of: before + beds) - returned(of: before)
            for bed in 0..<beds {
                guard let placement = prices[placement(of: before + bed)] else { continue }
                let home = bed < returning ? start + quartersInHome : nil
                children.append(
                    PlannedChild(
                        id: "C\(before + bed + 1)",
                        starts: start,
                        placement: placement.label,
                        annualPrice: placement.annualPrice,
                        returns: home != nil,
                        savingEnds: home.flatMap { home in savingLasts.map { home + $0 } }
                    )
                )
            }
        }
        return children
    }

    /// How many of so many children go home: the whole number at or below the share.
    package func returned(of children: Int) -> Int {
        let share = successPercent.scaled * Int128(children)
        return Int(share / (100 * powerOfTen(18)))
    }

    private func placement(of position: Int) -> String {
        var rest = position
        for run in first {
            if rest < run.children { return run.placement }
            rest -= run.children
        }
        return then[rest % then.count]
    }
}
