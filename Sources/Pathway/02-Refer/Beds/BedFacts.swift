package import Values

/// A bed of a home, and the nights on which it exists.
package struct BedPlace: Hashable, Sendable {
    package let id: String
    package let name: String
    package let nights: Nights

    package init(id: String, name: String, nights: Nights) {
        self.id = id
        self.name = name
        self.nights = nights
    }
}

/// A child's stay in a bed: nights are `[arrival, departure)`.
package struct BedNights: Hashable, Sendable {
    package let id: String
    package let bed: String
    package let from: Day
    /// The planned departure, as extended.
    package let planned: Day
    /// The departure; nil while the child is there, or still to come.
    package let left: Day?

    package init(id: String, bed: String, from: Day, planned: Day, left: Day? = nil) {
        self.id = id
        self.bed = bed
        self.from = from
        self.planned = planned
        self.left = left
    }

    /// Where a stay stands as at a day.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case booked
        case staying
        /// Still there on or after the planned departure.
        case overstaying
        case left
        /// Left before the planned departure.
        case leftEarly = "left_early"

        /// As people read it.
        package var label: String {
            switch self {
            case .booked: "Booked"
            case .staying: "Staying"
            case .overstaying: "Staying past the planned day"
            case .left: "Left"
            case .leftEarly: "Left early"
            }
        }
    }

    package func state(asAt day: Day) -> State {
        if let left, left <= day { return left < planned ? .leftEarly : .left }
        if day < from { return .booked }
        return left == nil && planned <= day ? .overstaying : .staying
    }

    /// The first night the bed is not held by the stay, as far as is known on the day.
    ///
    /// Whoever stays past the planned day holds the bed tonight.
    package func end(asAt day: Day) -> Day {
        left ?? max(planned, from <= day ? day + 1 : planned)
    }

    /// Nights slept by the day: those before it alone.
    package func nightsSlept(by day: Day) -> Int {
        max(0, min(left ?? day, day) - from)
    }

    /// Nights past the planned departure, slept by the day.
    package func nightsOver(by day: Day) -> Int {
        max(0, min(left ?? day, day) - max(planned, from))
    }

    /// The days on which the stay is reviewed.
    package func reviews(_ phase: ResidentialPhase) -> [Day] {
        phase.reviewNights.map { from + $0 }.filter { $0 < planned }
    }
}

/// Nights on which a bed cannot be used.
package struct BedVoid: Hashable, Sendable {
    package let id: String
    package let bed: String
    /// Without an end until somebody ends it.
    package let nights: Nights

    package init(id: String, bed: String, nights: Nights) {
        self.id = id
        self.bed = bed
        self.nights = nights
    }
}
