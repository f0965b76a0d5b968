import Values

extension QuarterWork {
    /// Follows a member through the quarters in which anything of it changes.
    mutating func follow(_ member: Int, _ facts: CohortFacts, _ pricing: QuarterPricing) {
        let first = Int(pricing.quarterOfDay[Int(starts[member])])
        for cell in amounts.indices { amounts[cell] = 0 }
        for cell in counted.indices { counted[cell] = 0 }
        guard shares.isEmpty, pricing.memberLimits.isEmpty else {
            let isDueAtEnd = pricing.hasMemberFloor
            for quarter in first..<sums.count {
                var isTouched = countNights(member, in: quarter, facts, pricing)
                isTouched = isTouched || quarter == first || isOther[quarter] || reaches(member, in: quarter, pricing)
                guard isTouched || isDueAtEnd && quarter == sums.count - 1 else { continue }
                payNights(quarter, pricing)
                pay(member, quarter, pricing)
                limitMember(quarter, from: Int(pricing.yearOfDay[Int(starts[member])]), pricing)
            }
            return
        }
        payNights(member, facts, pricing)
        guard !pricing.payments.isEmpty else { return }
        pay(member, first, pricing)
        guard let last = lastReached(member, pricing), last > first else { return }
        for quarter in (first + 1)...last where reaches(member, in: quarter, pricing) { pay(member, quarter, pricing) }
    }

    private func reaches(_ member: Int, in quarter: Int, _ pricing: QuarterPricing) -> Bool {
        let outcomes = pricing.outcomes
        for place in member * outcomes..<(member + 1) * outcomes where reachedIn[place] == Int32(quarter) {
            return true
        }
        return false
    }

    private func lastReached(_ member: Int, _ pricing: QuarterPricing) -> Int? {
        let outcomes = pricing.outcomes
        var last: Int?
        for place in member * outcomes..<(member + 1) * outcomes where reachedIn[place] != QuarterWork.never {
            last = max(last ?? 0, Int(reachedIn[place]))
        }
        return last
    }

    /// What a member has earned for starting and for outcomes by the end of a quarter.
    private mutating func pay(_ member: Int, _ quarter: Int, _ pricing: QuarterPricing) {
        let (width, outcomes) = (pricing.payments.count, pricing.outcomes)
        let offset = Int(starts[member])
        for place in 0..<width {
            let outcome = pricing.paidOutcomes[place]
            var earned: Int64 = 0
            for other in pricing.payments[place].insteadOf { earned += paidMember[other] }
            defer { paidMember[place] = earned }
            if outcome >= 0, reachedIn[member * outcomes + outcome] > Int32(quarter) { continue }
            let price = pricing.prices[offset * width + place]
            guard price >= 0 else { continue }
            let clause = pricing.payments[place].clause
            var full = pricing.fullPrices[offset * width + place]
            if !shares.isEmpty { full = share(of: clause, quarter, pricing).of(Money(pence: price)).pence }
            if !unpaid.isEmpty, unpaid[member * width + place] { full = 0 }
            let amount = full - min(earned, full)
            earned += amount
            let year = outcome >= 0 ? reachedYear[member * outcomes + outcome] : pricing.yearOfDay[offset]
            set(amount, clause * pricing.years + Int(year), quarter)
        }
    }
}

// MARK: Nights

extension QuarterWork {
    /// Nights fewer than expected up to a step, in millionths.
    @inline(__always)
    private func avoided(_ step: UnitSteps.Step, _ member: Int, _ facts: CohortFacts, hasCare: Bool) -> Int64 {
        guard hasCare else { return step.expected }
        let nights = facts.nightsInCare(member: member, from: step.from, until: step.until)
        return step.expected - 1_000_000 * Int64(nights)
    }

    /// What a member's nights come to in every quarter, where neither limits nor shares make its quarters hang together.
    private mutating func payNights(_ member: Int, _ facts: CohortFacts, _ pricing: QuarterPricing) {
        let hasCare = facts.spellsFrom[member] < facts.spellsFrom[member + 1]
        let offset = Int(starts[member])
        for place in pricing.units.indices {
            let cell = pricing.units[place].clause * pricing.years
            for at in Int(pricing.units[place].from[offset])..<Int(pricing.units[place].from[offset + 1]) {
                let step = pricing.units[place].steps[at]
                let nights = avoided(step, member, facts, hasCare: hasCare)
                let pence = hasCare ? pricing.units[place].rate.pence(nights) : step.pence
                set(pence, cell + Int(step.year), Int(step.quarter))
                count(nights, place * pricing.years + Int(step.year))
            }
        }
    }

    @inline(__always)
    private mutating func count(_ nights: Int64, _ cell: Int) {
        avoided += nights - counted[cell]
        counted[cell] = nights
    }

    /// Counts a member's nights to the end of a quarter; gives whether they changed in it.
    private mutating func countNights(
        _ member: Int,
        in quarter: Int,
        _ facts: CohortFacts,
        _ pricing: QuarterPricing
    ) -> Bool {
        let offset = Int(starts[member])
        var isTouched = false
        for place in pricing.units.indices {
            for at in Int(pricing.units[place].from[offset])..<Int(pricing.units[place].from[offset + 1])
            where pricing.units[place].steps[at].quarter == Int32(quarter) {
                let step = pricing.units[place].steps[at]
                count(avoided(step, member, facts, hasCare: true), place * pricing.years + Int(step.year))
                isTouched = true
            }
        }
        return isTouched
    }

    /// What the nights counted so far come to in a quarter.
    private mutating func payNights(_ quarter: Int, _ pricing: QuarterPricing) {
        for (place, unit) in pricing.units.enumerated() {
            let rate = shares.isEmpty ? unit.rate : UnitRate(unit.price, share(of: unit.clause, quarter, pricing))
            for year in 0..<pricing.years {
                let pence = rate.pence(counted[place * pricing.years + year])
                set(pence, unit.clause * pricing.years + year, quarter)
            }
        }
    }
}

// MARK: Shares that hang on the cohort

extension QuarterWork {
    /// Works out what thresholds and bands leave of each clause at the end of each quarter.
    mutating func share(_ facts: CohortFacts, _ pricing: QuarterPricing) {
        let clauses = pricing.clauses
        let values = pricing.measures.map { self.values(of: $0, facts, pricing) }
        shares.removeAll(keepingCapacity: true)
        for (quarter, end) in pricing.ends.enumerated() {
            shares.append(contentsOf: pricing.shares)
            for clause in pricing.varying {
                let factor = pricing.contract.factor(of: clause, asAt: end) { measure in
                    pricing.measures.firstIndex(of: measure).map { values[$0][quarter] } ?? .nothing
                }
                shares[quarter * clauses + clause] = factor.share
            }
            isOther[quarter] =
                quarter > 0
                && pricing.varying.contains {
                    shares[quarter * clauses + $0] != shares[(quarter - 1) * clauses + $0]
                }
        }
    }

    /// A measure of the cohort at the end of each quarter.
    private func values(of measure: CohortMeasure, _ facts: CohortFacts, _ pricing: QuarterPricing) -> [Share] {
        var above = [Int64](repeating: 0, count: sums.count)
        var below = above
        let outcomes = pricing.outcomes
        for member in 0..<starts.count where starts[member] >= 0 {
            switch measure {
            case .successRate(let outcome):
                below[Int(pricing.quarterOfDay[Int(starts[member])])] += 1
                let reached = reachedIn[member * outcomes + outcome]
                if reached != QuarterWork.never { above[Int(reached)] += 1 }
            case .careDayReduction:
                guard let unit = pricing.units.first else { continue }
                nights(member, unit, facts, pricing, &above, &below)
            case .eventReduction: continue
            }
        }
        for quarter in above.indices.dropFirst() {
            above[quarter] += above[quarter - 1]
            below[quarter] += below[quarter - 1]
        }
        return zip(above, below).map { above, below in
            measure == .careDayReduction
                ? Share(exact: Int128(above), of: Int128(below)) : Share(Int(above), of: Int(below))
        }
    }

    /// Adds a member's nights expected in care, and how many fewer there were, by the quarter in which they passed.
    private func nights(
        _ member: Int,
        _ unit: UnitSteps,
        _ facts: CohortFacts,
        _ pricing: QuarterPricing,
        _ fewer: inout [Int64],
        _ expected: inout [Int64]
    ) {
        var known = [(fewer: Int64, expected: Int64)](repeating: (0, 0), count: pricing.years)
        let offset = Int(starts[member])
        for step in unit.steps[Int(unit.from[offset])..<Int(unit.from[offset + 1])] {
            let nights = avoided(step, member, facts, hasCare: true)
            let (quarter, year) = (Int(step.quarter), Int(step.year))
            fewer[quarter] += nights - known[year].fewer
            expected[quarter] += step.expected - known[year].expected
            known[year] = (nights, step.expected)
        }
    }
}
