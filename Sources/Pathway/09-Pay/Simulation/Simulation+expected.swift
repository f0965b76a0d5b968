package import Values

extension Simulation {
    /// What is still to be paid for outcomes after a day; within a quarter as much less as the quarter is over.
    package func toCome(after day: Day) -> Spread {
        guard let place = gaps.firstIndex(where: { day <= $0.quarter.to }) else { return Spread([0]) }
        let gap = gaps[place]
        guard gap.quarter.contains(day) else { return payment }
        let before = place == 0 ? payment : gaps[place - 1].toCome
        let over = Share(day - gap.quarter.from + 1, of: gap.quarter.days)
        return Spread(
            p10: before.p10 + over.of(gap.toCome.p10 - before.p10),
            p50: before.p50 + over.of(gap.toCome.p50 - before.p50),
            p90: before.p90 + over.of(gap.toCome.p90 - before.p90)
        )
    }

    /// What will have been paid in all where so much is delivered by a day and the rest comes as supposed, up to the cap.
    package func expected(delivered: Money, on day: Day) -> Spread {
        let rest = toCome(after: day)
        func sum(_ rest: Money) -> Money {
            let sum = delivered + rest
            return contract.cap.map { min($0, sum) } ?? sum
        }
        return Spread(p10: sum(rest.p10), p50: sum(rest.p50), p90: sum(rest.p90))
    }
}
