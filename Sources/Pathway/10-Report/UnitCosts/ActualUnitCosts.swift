package import Assess
package import FollowUp
package import Records
package import Values

/// What a programme's service cost in a period by what came of it, from the costs and the work on record.
///
/// Fully inclusive: every cost on record for the programme is in it, whatever its heading.
package struct ActualUnitCosts: Sendable {
    /// The part of a recorded cost that lies in the period.
    package struct Part: Equatable, Sendable {
        package let cost: Cost
        /// Days of the cost's own period that lie in the period.
        package let days: Int
        /// The cost spread evenly over its days, to the penny, half up.
        package let amount: Money
    }

    /// One unit cost: the whole cost by a count.
    package struct Unit: Hashable, Sendable {
        /// What is counted, such as `family`.
        package let id: String
        package let label: String
        package let definition: String
        package let counted: Share
        /// The figure of the performance report that opens the count onto its records; nil where there is none.
        package let figure: String?
    }

    /// The programme's code.
    package let programme: String
    package let period: Period
    /// In the order of their headings and periods.
    package let parts: [Part]
    package let units: [Unit]
    /// Contacts of the period without minutes on record, which bring no hours.
    package let contactsWithoutMinutes: Int

    /// Works them out.
    ///
    /// - Parameters:
    ///   - programme: the programme's code.
    ///   - snapshot: the register.
    ///   - care: its children's time in care.
    ///   - instruments: those that successes are told by.
    ///   - period: the days that count.
    ///   - costs: every cost on record.
    ///   - contacts: every contact on record of the programme's cases.
    package init(
        of programme: String,
        _ snapshot: Snapshot,
        care: CareHistory,
        instruments: InstrumentCatalogue,
        during period: Period,
        costs: [Cost],
        contacts: [Contact]
    ) {
        self.programme = programme
        self.period = period
        parts = costs.filter { $0.programme == programme }.compactMap { Part($0, period) }.sorted(by: Part.comesBefore)
        let worked = contacts.filter { period.contains($0.on) }
        contactsWithoutMinutes = worked.count { $0.minutes == nil }
        let service = ServiceHistory(snapshot)
        let whole = Performance(snapshot, care: care, service: service, instruments: instruments, during: period)
        let performance = snapshot.symbols.symbol(programme).map { ProgrammePerformance(whole, programme: $0) }
        units =
            ActualUnitCosts.served(programme, performance) + ActualUnitCosts.hours(worked)
            + ActualUnitCosts.successes(programme, performance)
    }

    private static func served(_ programme: String, _ performance: ProgrammePerformance?) -> [Unit] {
        [
            Unit(
                id: "family",
                label: "Family served",
                definition: "Families with a case open on any day of the period.",
                counted: Share(performance?.familiesServed.count ?? 0, of: 1),
                figure: "\(programme).families.served"
            ),
            Unit(
                id: "child",
                label: "Child served",
                definition: "Children of those families under 18 then, once each.",
                counted: Share(performance?.childrenServed.count ?? 0, of: 1),
                figure: "\(programme).children.served"
            ),
        ]
    }

    private static func hours(_ contacts: [Contact]) -> [Unit] {
        let direct = contacts.filter { $0.direct == true }.reduce(0) { $0 + ($1.minutes ?? 0) }
        let all = contacts.reduce(0) { $0 + ($1.minutes ?? 0) }
        return [
            Unit(
                id: "direct_hour",
                label: "Hour with families",
                definition: "Hours of direct contact in the period, from the minutes recorded.",
                counted: Share(direct, of: 60),
                figure: nil
            ),
            Unit(
                id: "hour",
                label: "Hour of service",
                definition: "Hours of all recorded contacts in the period, direct or not.",
                counted: Share(all, of: 60),
                figure: nil
            ),
        ]
    }

    private static func successes(_ programme: String, _ performance: ProgrammePerformance?) -> [Unit] {
        [
            Unit(
                id: "completed",
                label: "Case completed",
                definition: "Cases closed in the period as completed.",
                counted: Share(performance?.casesCompleted ?? 0, of: 1),
                figure: "\(programme).completed.share"
            ),
            Unit(
                id: "home_close",
                label: "Child at home at closure",
                definition: "Children of cases that closed in the period who were at home then.",
                counted: Share(performance?.childrenAtHome(0) ?? 0, of: 1),
                figure: "\(programme).home.close.share"
            ),
            Unit(
                id: "home_6",
                label: "Child at home six months after",
                definition: "Children of cases closed six months before a day of the period who were at home on it.",
                counted: Share(performance?.childrenAtHome(6) ?? 0, of: 1),
                figure: "\(programme).home.6.share"
            ),
        ]
    }

    /// What the service cost in the period: the sum of the parts.
    package var total: Money { parts.reduce(.zero) { $0 + $1.amount } }

    /// The whole cost by the count, to the penny, half up; nil where nothing is counted.
    package func cost(of unit: Unit) -> Money? {
        guard unit.counted.numerator > 0 else { return nil }
        let pence = Int128(total.pence) * Int128(unit.counted.denominator)
        let count = Int128(unit.counted.numerator)
        return Money(pence: Int64(clamping: (2 * pence + count) / (2 * count)))
    }

    /// What each heading cost in the period, in the order of the headings; nil is costs without one.
    package var headings: [(heading: String?, amount: Money)] {
        Dictionary(grouping: parts, by: \.cost.heading).mapValues { $0.reduce(Money.zero) { $0 + $1.amount } }
            .sorted { ($0.key ?? "") < ($1.key ?? "") }.map { (heading: $0.key, amount: $0.value) }
    }
}

extension ActualUnitCosts.Part {
    /// Nil where no day of the cost lies in the period.
    fileprivate init?(_ cost: Cost, _ period: Period) {
        guard let own = Period(from: cost.from, to: cost.to), let days = own.intersection(period)?.days else {
            return nil
        }
        let pence = Int128(cost.amount.pence) * Int128(days)
        let length = Int128(own.days)
        self.init(cost: cost, days: days, amount: Money(pence: Int64(clamping: (2 * pence + length) / (2 * length))))
    }

    fileprivate static func comesBefore(_ one: Self, _ other: Self) -> Bool {
        (one.cost.heading ?? "", one.cost.from, one.cost.id) < (
            other.cost.heading ?? "", other.cost.from, other.cost.id
        )
    }
}

extension ProgrammePerformance {
    /// Cases closed in the period as completed.
    fileprivate var casesCompleted: Int {
        cases.closed(before: period).count { snapshot.cases[$0].endReason == .completed }
    }

    /// Children found at home so many months after the closure of their case, where that day lies in the period.
    fileprivate func childrenAtHome(_ months: Int) -> Int {
        var count = 0
        eachChild(months) { _, found in if found.finding == .home { count += 1 } }
        return count
    }
}
