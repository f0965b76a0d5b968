package import Values

/// The beds of one home, night by night, as known on a day.
///
/// Every night of a bed that exists is in exactly one state: held by a stay, void, kept for turnaround, or free.
package struct BedCalendar: Sendable {
    package enum NightState: Hashable, Sendable {
        /// The bed does not exist on that night.
        case none
        case free
        /// Between two stays.
        case turnaround
        case void(String)
        /// Held by the stay.
        case stay(String)
    }

    package let beds: [BedPlace]
    package let stays: [BedNights]
    package let voids: [BedVoid]
    package let turnaroundNights: Int
    /// The day it is looked at: whoever stays past the planned day holds the bed tonight.
    package let today: Day

    package init(beds: [BedPlace], stays: [BedNights], voids: [BedVoid], turnaroundNights: Int, today: Day) {
        self.beds = beds
        self.stays = stays.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        self.voids = voids
        self.turnaroundNights = max(0, turnaroundNights)
        self.today = today
    }

    /// What becomes of a bed on the night of a day.
    package func state(of bed: BedPlace, on night: Day) -> NightState {
        guard bed.nights.contains(night) else { return .none }
        let here = stays.filter { $0.bed == bed.id && $0.from <= night }
        if let stay = here.first(where: { night < $0.end(asAt: today) }) { return .stay(stay.id) }
        if let void = voids.first(where: { $0.bed == bed.id && $0.nights.contains(night) }) { return .void(void.id) }
        let isTurnaround = here.contains { stay in
            let end = stay.end(asAt: today)
            return end > stay.from && night < end + turnaroundNights
        }
        return isTurnaround ? .turnaround : .free
    }

    /// What a stay would run into.
    package enum Clash: Hashable, Sendable {
        case stay(String)
        case void(String)
        /// The nights between two stays would be too few: with the stay before or after.
        case turnaround(String)
        /// The bed does not exist on all of the nights.
        case noBed
        /// It would end before it begins.
        case noNights

        /// As the form says it; names nobody.
        package var words: String {
            switch self {
            case .stay: "The bed is taken on some of these nights"
            case .void: "The bed cannot be used on some of these nights"
            case .turnaround: "There is too little time to make the room ready between this stay and another"
            case .noBed: "The bed does not exist on some of these nights"
            case .noNights: "The day of leaving must be after the day of arrival"
            }
        }
    }

    /// The first thing a stay in `[from, until)` runs into, apart from the stay that is being changed; nil where it fits.
    ///
    /// A void needs no time to make the room ready before or after it.
    package func clash(
        bed id: String,
        from: Day,
        until: Day,
        apartFrom own: String? = nil,
        asVoid isVoid: Bool = false
    ) -> Clash? {
        guard from < until else { return .noNights }
        guard let bed = beds.first(where: { $0.id == id }), bed.nights.from <= from,
            bed.nights.until.map({ until <= $0 }) ?? true
        else { return .noBed }
        for stay in stays where stay.bed == id && stay.id != own {
            let end = stay.end(asAt: today)
            guard stay.from < end else { continue }
            if from < end, stay.from < until { return .stay(stay.id) }
            if !isVoid, from < end + turnaroundNights, stay.from < until + turnaroundNights {
                return .turnaround(stay.id)
            }
        }
        for void in voids where void.bed == id {
            if void.nights.from < until, void.nights.until.map({ from < $0 }) ?? true { return .void(void.id) }
        }
        return nil
    }

    /// The first day from `day` on which some bed is free for a whole stay, and which bed; nil where none is in five years.
    package func nextFree(nights: Int, from day: Day) -> (bed: BedPlace, day: Day)? {
        guard nights > 0 else { return nil }
        var best: (bed: BedPlace, day: Day)?
        for bed in beds {
            // A stay can only begin on the first day asked for, or where something before it ends.
            let ends =
                stays.filter { $0.bed == bed.id }.map { $0.end(asAt: today) + turnaroundNights }
                + voids.filter { $0.bed == bed.id }.compactMap(\.nights.until) + [bed.nights.from]
            let starts = ([day] + ends.filter { $0 > day }).sorted()
            let first = starts.first { clash(bed: bed.id, from: $0, until: $0 + nights) == nil }
            guard let first, first - day <= BedCalendar.horizon else { continue }
            if best.map({ first < $0.day }) ?? true { best = (bed, first) }
        }
        return best
    }

    private static let horizon = 1826

    /// Nights of each kind in `[start, end)`, over all beds.
    package func occupancy(from start: Day, until end: Day) -> Occupancy {
        var sum = Occupancy()
        guard start < end else { return sum }
        for bed in beds {
            for offset in 0..<(end - start) {
                switch state(of: bed, on: start + offset) {
                case .none: continue
                case .free: sum.free += 1
                case .turnaround: sum.turnaround += 1
                case .void: sum.void += 1
                case .stay: sum.occupied += 1
                }
            }
        }
        return sum
    }
}

/// Bed nights of a home in a period, each counted once.
package struct Occupancy: Hashable, Sendable {
    package var occupied = 0
    package var free = 0
    package var turnaround = 0
    package var void = 0

    package init(occupied: Int = 0, free: Int = 0, turnaround: Int = 0, void: Int = 0) {
        self.occupied = occupied
        self.free = free
        self.turnaround = turnaround
        self.void = void
    }

    /// Bed nights that exist.
    package var all: Int { occupied + free + turnaround + void }

    /// Bed nights that could be used: without those void or kept for turnaround.
    package var usable: Int { occupied + free }

    /// Occupied of all bed nights that exist.
    package var ofAll: Share { Share(occupied, of: all) }

    /// Occupied of those that could be used.
    package var ofUsable: Share { Share(occupied, of: usable) }

    /// What an occupied night costs, rounded half up to a penny; nil where none was occupied.
    package func costPerNight(of cost: Money) -> Money? {
        occupied > 0 ? Money(pence: (2 * cost.pence + Int64(occupied)) / (2 * Int64(occupied))) : nil
    }
}
