package import Values

/// How a queue is put in order: points for what is known of a referral, and points for every week it waits.
///
/// Waiting is not capped, so nobody waits for ever: whoever has waited longer by more weeks than all signals together
/// have points stands before any newcomer.
package struct PriorityRules: Sendable {
    package struct Signal: Hashable, Sendable {
        package let signal: PrioritySignal
        package let points: Int

        package init(_ signal: PrioritySignal, points: Int) {
            self.signal = signal
            self.points = points
        }
    }

    /// A name for so many points and more.
    package struct Band: Hashable, Sendable {
        package let name: String
        package let points: Int

        package init(_ name: String, points: Int) {
            self.name = name
            self.points = points
        }
    }

    package let title: String
    package let signals: [Signal]
    package let pointsEachWeek: Int
    /// The highest first; the last one begins at 0.
    package let bands: [Band]
    /// Days within which a decision should be made; nil where none are set.
    package let decideWithinDays: Int?

    package init(
        title: String,
        signals: [Signal],
        pointsEachWeek: Int,
        bands: [Band],
        decideWithinDays: Int? = nil
    ) {
        self.title = title
        self.signals = signals
        self.pointsEachWeek = pointsEachWeek
        self.bands = bands.sorted { $0.points > $1.points }
        self.decideWithinDays = decideWithinDays
    }

    /// The points of one referral as at a day, with each reason.
    package func priority(of facts: PriorityFacts, asAt day: Day) -> Priority {
        let weeks = max(0, day - facts.receivedOn) / 7
        let waiting = weeks * pointsEachWeek
        var reasons = signals.filter { $0.signal.holds(for: facts, asAt: day) }
            .map { Priority.Reason(words: $0.signal.words, points: $0.points) }
        if waiting > 0 {
            reasons.append(Priority.Reason(words: "Waiting \(weeks) \(weeks == 1 ? "week" : "weeks")", points: waiting))
        }
        let points = reasons.reduce(0) { $0 + $1.points }
        let band = bands.first { $0.points <= points } ?? bands.last
        return Priority(points: points, band: band?.name ?? "", reasons: reasons, receivedOn: facts.receivedOn)
    }

    /// The last day on which a referral received then is decided in time; nil where no time is set.
    package func decideBy(_ receivedOn: Day) -> Day? {
        decideWithinDays.map { receivedOn + $0 }
    }

    /// In words, for the page: what brings a referral forward and by how much.
    package var words: [String] {
        signals.map { "\($0.signal.words): \(Priority.words($0.points))" }
            + ["Each whole week of waiting: \(Priority.words(pointsEachWeek))"]
    }
}

/// Where a referral stands in a queue, and why.
package struct Priority: Hashable, Sendable {
    package struct Reason: Hashable, Sendable {
        package let words: String
        package let points: Int
    }

    package let points: Int
    /// `Urgent`.
    package let band: String
    package let reasons: [Reason]
    package let receivedOn: Day

    /// `5 points: the child may come into care (4), waiting 1 week (1)`.
    package var explanation: String {
        guard !reasons.isEmpty else { return "No points: in the order it came" }
        let parts = reasons.map { "\($0.words.prefix(1).lowercased())\($0.words.dropFirst()) (\($0.points))" }
        return "\(Priority.words(points)): \(parts.joined(separator: ", "))"
    }

    static func words(_ points: Int) -> String { points == 1 ? "1 point" : "\(points) points" }

    /// Whether this one comes before another: more points, then the one that came first, then by reference.
    package static func comes(_ one: (Priority, String), before other: (Priority, String)) -> Bool {
        if one.0.points != other.0.points { return one.0.points > other.0.points }
        if one.0.receivedOn != other.0.receivedOn { return one.0.receivedOn < other.0.receivedOn }
        return one.1 < other.1
    }
}
