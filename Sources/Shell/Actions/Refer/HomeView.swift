package import Records
package import Refer
package import Register
package import Values

/// One home with its beds, stays and voids, as known on a day.
package struct HomeView: Sendable {
    package let home: Held<Home>
    package let beds: [Held<HomeBed>]
    /// Stays that were not cancelled, the earliest first.
    package let stays: [Held<HomeStay>]
    package let voids: [Held<HomeVoid>]
    package let calendar: BedCalendar
    package let day: Day

    /// The home with this reference; nil where there is none.
    package init?(_ id: String, _ keeper: Keeper, asAt day: Day) throws {
        guard let home = try keeper.register.held(Home.self, key: id) else { return nil }
        self.home = home
        self.day = day
        beds = try keeper.register.held(HomeBed.self, where: "home_id", is: .text(id))
            .sorted { ($0.record.name, $0.record.id) < ($1.record.name, $1.record.id) }
        let bedIDs = beds.map(\.record.id.text)
        stays = try keeper.register.held(HomeStay.self, where: "bed_id", isAnyOf: bedIDs)
            .filter { $0.record.cancelledOn == nil }
            .sorted { ($0.record.arrivesOn, $0.record.id) < ($1.record.arrivesOn, $1.record.id) }
        voids = try keeper.register.held(HomeVoid.self, where: "bed_id", isAnyOf: bedIDs)
            .filter { $0.record.until != $0.record.from }
        let record = home.record
        calendar = BedCalendar(
            beds: beds.map(\.record).map { bed in
                let closes = [bed.until, record.closedOn].compactMap(\.self).min()
                let nights = Nights(from: max(bed.from, record.openedOn), until: closes)
                return BedPlace(id: bed.id.text, name: bed.name, nights: nights)
            },
            stays: stays.map(\.record.nights),
            voids: voids.map(\.record).map { item in
                BedVoid(
                    id: item.id.text,
                    bed: item.bedID.text,
                    nights: Nights(from: item.from, until: item.until)
                )
            },
            turnaroundNights: record.turnaroundNights,
            today: day
        )
    }

    /// Every home, by name.
    package static func homes(_ keeper: Keeper) throws -> [Home] {
        try keeper.register.held(Home.self).map(\.record).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    package func bed(_ id: String) -> Held<HomeBed>? { beds.first { $0.record.id.text == id } }
    package func stay(_ id: String) -> Held<HomeStay>? { stays.first { $0.record.id.text == id } }

    /// When the next place is free for a whole stay, and in which bed; nil where none is in five years.
    package var nextFree: (bed: BedPlace, day: Day)? {
        calendar.nextFree(nights: home.record.cycleNights, from: day)
    }

    /// What the home costs over a period, to the penny; nil where no cost is known.
    package func cost(over period: Period) -> Money? {
        home.record.weeklyCost.map { weekly in Money(pence: (weekly.pence * Int64(period.days) + 3) / 7) }
    }
}

extension HomeStay {
    /// As the calendar of beds reads it.
    package var nights: BedNights {
        BedNights(id: id.text, bed: bedID.text, from: arrivesOn, planned: plannedUntil, left: departedOn)
    }
}
