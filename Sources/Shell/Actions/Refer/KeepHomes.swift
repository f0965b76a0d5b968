package import Records
package import Refer
package import Register
package import Values

/// Opens homes, and books, extends and ends stays in them.
///
/// A bed's nights are only ever changed over the number of changes they were checked against, so that two people who
/// book at once cannot both have the bed.
package struct KeepHomes: Sendable {
    /// Why it was not done, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
        /// The field it is about.
        package let field: String

        package init(_ words: String, at field: String) {
            self.words = words
            self.field = field
        }
    }

    private let keeper: Keeper
    private let today: Day

    package init(_ keeper: Keeper, on today: Day) {
        self.keeper = keeper
        self.today = today
    }

    /// Opens a home with so many beds.
    package func open(
        name: String,
        programme: String,
        provider: Identifier<Organisation>?,
        beds: Int,
        phase: ResidentialPhase,
        weeklyCost: Money?,
        from day: Day
    ) throws -> Home {
        let home = Home(
            id: Identifier(keeper.newReference("HOME")),
            name: name,
            organisationID: provider,
            programme: programme,
            cycleNights: phase.nights,
            turnaroundNights: phase.turnaroundNights,
            weeklyCost: weeklyCost,
            openedOn: day
        )
        var entry = Entry()
        entry.add(home)
        for number in 1...max(1, beds) {
            let id: Identifier<HomeBed> = Identifier(keeper.newReference("BED"))
            entry.add(HomeBed(id: id, homeID: home.id, name: "Room \(number)", from: day))
        }
        try keeper.enter(entry, purpose: "beds", summary: "Opened home \(home.id.text)")
        return home
    }

    /// Books a stay for the child of a referral; the planned nights are those of the home's cycle.
    @discardableResult
    package func book(
        _ child: Identifier<Person>,
        of referral: Referral,
        bed id: String,
        from day: Day,
        in view: HomeView
    )
        throws -> HomeStay
    {
        let until = day + view.home.record.cycleNights
        let bed = try free(id, from: day, until: until, in: view)
        if let other = view.stays.first(where: { $0.record.personID == child && $0.record.overlaps(day, until, today) })
        {
            throw Refusal("The child has a stay from \(other.record.arrivesOn.long) already", at: "arrives")
        }
        let stay = HomeStay(
            id: Identifier(keeper.newReference("STAY")),
            bedID: bed.record.id,
            personID: child,
            referralID: referral.id,
            arrivesOn: day,
            plannedUntil: until
        )
        var entry = Entry()
        entry.add(stay)
        try save(&entry, over: bed, "Booked stay \(stay.id.text)")
        return stay
    }

    /// Makes a stay longer or shorter.
    package func extend(
        _ held: Held<HomeStay>,
        version: Int64,
        to day: Day,
        reason: String,
        in view: HomeView
    ) throws -> HomeStay {
        guard held.record.departedOn == nil else { throw Refusal("The child has left already", at: "until") }
        let bed = try free(
            held.record.bedID.text,
            from: held.record.arrivesOn,
            until: day,
            apartFrom: held.record.id.text,
            in: view,
            field: "until"
        )
        var stay = held.record
        stay.plannedUntil = day
        var entry = Entry()
        entry.revise(stay, version: version)
        entry.add(
            StayExtension(
                id: Identifier(keeper.newReference("EXT")),
                stayID: stay.id,
                personID: stay.personID,
                decidedOn: today,
                wasUntil: held.record.plannedUntil,
                nowUntil: day,
                reason: reason
            )
        )
        try save(&entry, over: bed, "Changed the planned end of stay \(stay.id.text)")
        return stay
    }

    /// Notes that a child has left.
    package func depart(
        _ held: Held<HomeStay>,
        version: Int64,
        on day: Day,
        why: StayEnd,
        in view: HomeView
    ) throws -> HomeStay {
        guard day > held.record.arrivesOn else {
            throw Refusal(
                "Day of leaving must be after \(held.record.arrivesOn.long), when the child arrived",
                at: "left"
            )
        }
        guard day <= today else { throw Refusal("Day of leaving must be today or in the past", at: "left") }
        var stay = held.record
        stay.departedOn = day
        stay.departure = why
        var entry = Entry()
        entry.revise(stay, version: version)
        try save(&entry, over: view.bed(stay.bedID.text), "Ended stay \(stay.id.text)")
        return stay
    }

    /// Cancels a stay before the child has arrived.
    package func cancel(_ held: Held<HomeStay>, version: Int64, in view: HomeView) throws -> HomeStay {
        guard today < held.record.arrivesOn else {
            throw Refusal("The child has arrived. Record the day of leaving instead", at: "left")
        }
        var stay = held.record
        stay.cancelledOn = today
        var entry = Entry()
        entry.revise(stay, version: version)
        try save(&entry, over: view.bed(stay.bedID.text), "Cancelled stay \(stay.id.text)")
        return stay
    }

    /// Notes nights on which a bed cannot be used.
    package func void(
        bed id: String,
        from day: Day,
        until end: Day?,
        why: VoidReason,
        in view: HomeView
    ) throws -> HomeVoid {
        guard let bed = view.bed(id), let place = view.calendar.beds.first(where: { $0.id == id }) else {
            throw Refusal("Select a bed", at: "void-bed")
        }
        let until = end ?? place.nights.until ?? Day.latest
        if let clash = view.calendar.clash(bed: id, from: day, until: until, asVoid: true) {
            throw Refusal(clash.words, at: "void-from")
        }
        let item = HomeVoid(
            id: Identifier(keeper.newReference("VOID")),
            bedID: bed.record.id,
            from: day,
            until: end,
            reason: why
        )
        var entry = Entry()
        entry.add(item)
        try save(&entry, over: bed, "Bed out of use: \(item.id.text)")
        return item
    }

    /// The bed can be used again from a day on.
    package func endVoid(
        _ held: Held<HomeVoid>,
        version: Int64,
        on day: Day,
        in view: HomeView
    ) throws -> HomeVoid {
        var item = held.record
        item.until = max(day, item.from)
        var entry = Entry()
        entry.revise(item, version: version)
        try save(&entry, over: view.bed(item.bedID.text), "Bed in use again: \(item.id.text)")
        return item
    }

    private func free(
        _ id: String,
        from: Day,
        until: Day,
        apartFrom own: String? = nil,
        in view: HomeView,
        field: String = "arrives"
    ) throws -> Held<HomeBed> {
        guard let bed = view.bed(id) else { throw Refusal("Select a bed", at: "bed") }
        guard let clash = view.calendar.clash(bed: id, from: from, until: until, apartFrom: own) else { return bed }
        throw Refusal(clash.words, at: field)
    }

    private func save(_ entry: inout Entry, over bed: Held<HomeBed>?, _ summary: String) throws {
        if let bed {
            var changed = bed.record
            changed.entries += 1
            entry.revise(changed, version: bed.version)
        }
        try keeper.enter(entry, purpose: "beds", summary: summary)
    }
}

extension HomeStay {
    fileprivate func overlaps(_ from: Day, _ until: Day, _ today: Day) -> Bool {
        arrivesOn < until && from < nights.end(asAt: today)
    }
}
