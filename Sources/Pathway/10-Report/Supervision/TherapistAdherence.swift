package import Records
package import Values

/// How far one therapist keeps to the model, as the families they work with rate it, and which way it goes.
package struct TherapistAdherence: Sendable {
    /// Of the latest three months against the three before.
    package enum Trend: String, Sendable {
        case rising, steady, falling
        /// Too few ratings in one of the two.
        case unknown
    }

    /// One rating of a family.
    package struct Rating: Hashable, Sendable {
        package let caseID: Identifier<Case>
        package let on: Day
        package let score: Decimal

        package init(caseID: Identifier<Case>, on day: Day, score: Decimal) {
            self.caseID = caseID
            on = day
            self.score = score
        }
    }

    package let worker: Identifier<Worker>
    /// The ratings of the year, the earliest first.
    package let ratings: [Rating]
    /// Mean of the latest three months; nil without ratings.
    package let latest: Decimal?
    /// Mean of the three months before those.
    package let before: Decimal?
    /// Mean of each of the last twelve months, the earliest first; nil for a month without ratings.
    package let months: [Decimal?]

    /// Which way it goes; a change of less than 0.05 is none.
    package var trend: Trend {
        guard let latest, let before else { return .unknown }
        let change = latest.scaled - before.scaled
        guard change.magnitude >= TherapistAdherence.least.scaled.magnitude else { return .steady }
        return change > 0 ? .rising : .falling
    }

    /// Whether the latest mean reaches the score from which a therapist is adherent; nil without ratings.
    package func isAdherent(from threshold: Decimal) -> Bool? {
        latest.map { $0 >= threshold }
    }

    /// Smaller changes of a mean of few ratings say nothing.
    private static let least = Decimal(digits: 5, places: 2)

    /// Adherence of each therapist with a rating in the year to a day, in the order of their references.
    ///
    /// A rating counts for who held the case as therapist on the day it was completed.
    package static func all(_ ratings: [Rating], _ allocations: [Allocation], on day: Day) -> [TherapistAdherence] {
        let held = Dictionary(grouping: allocations.filter { $0.role == .therapist }, by: \.caseID)
        var mine: [Identifier<Worker>: [Rating]] = [:]
        for rating in ratings where Period.last(months: 12, asAt: day).contains(rating.on) {
            let holders = (held[rating.caseID] ?? []).filter { allocation in
                allocation.from <= rating.on && (allocation.to.map { $0 >= rating.on } ?? true)
            }
            for worker in Set(holders.map(\.workerID)) { mine[worker, default: []].append(rating) }
        }
        return mine.sorted { $0.key < $1.key }.map { TherapistAdherence($0.key, $0.value, on: day) }
    }

    private init(_ worker: Identifier<Worker>, _ ratings: [Rating], on day: Day) {
        self.worker = worker
        self.ratings = ratings.sorted { ($0.on, $0.caseID) < ($1.on, $1.caseID) }
        let mean = { (period: Period) in
            Decimal.mean(ofRatings: ratings.filter { period.contains($0.on) }.map(\.score))
        }
        latest = mean(Period.last(months: 3, asAt: day))
        before = mean(Period.last(months: 3, asAt: day.adding(months: -3)))
        months = (0..<12).reversed().map { mean(Period.last(months: 1, asAt: day.adding(months: -$0))) }
    }
}

extension Decimal {
    /// The mean, rounded half away from zero to three places; nil of nothing.
    fileprivate static func mean(ofRatings values: [Decimal]) -> Decimal? {
        guard !values.isEmpty else { return nil }
        return Decimal(mean: values.reduce(Int128(0)) { $0 + $1.scaled }, of: values.count)
    }
}
