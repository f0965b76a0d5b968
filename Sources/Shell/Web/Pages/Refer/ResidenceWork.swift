import Actions
import Documents
import Records
import Refer
import Register
import Values

/// What somebody does with a home's beds, as it was typed on its pages or sent by a program: read, checked and saved in one
/// change.
///
/// Each deed gives what it saved; where something must be put right it gives nothing, and the form says what.
struct ResidenceWork {
    let keeper: Keeper
    let view: HomeView

    /// A home as it stands; nil where the register has none such.
    init?(_ keeper: Keeper, home id: String) throws {
        guard let view = try HomeView(id, keeper, asAt: keeper.today()) else { return nil }
        self.keeper = keeper
        self.view = view
    }

    private var keep: KeepHomes { KeepHomes(keeper, on: view.day) }

    /// Referrals to the home's programme whose child may be booked: accepted, or waiting.
    func candidates() throws -> [(referral: Referral, child: Person)] {
        let programme = Cell.text(view.home.record.programme)
        let restricted = try keeper.closedFamilies()
        let open = try keeper.register.held(Referral.self, where: "programme", is: programme)
            .filter { $0.record.decision == .accepted || $0.record.decision == .waiting }
            .filter { !restricted.contains($0.record.familyID.text) }
        let closed = try keeper.register.held(Case.self, where: "referral_id", isAnyOf: open.map(\.record.id.text))
            .filter { $0.record.endedOn != nil }.map(\.record.referralID)
        let round = try ReferralRound(open.filter { !closed.contains($0.record.id) }, keeper, asAt: view.day)
        return round.referrals.map(\.record).compactMap { referral in
            round.child(of: referral).map { (referral, $0) }
        }
        .sorted { ($0.child.fullName, $0.referral.id) < ($1.child.fullName, $1.referral.id) }
    }

    /// The stays of children whose families are not closed to who asks.
    func stays() throws -> [Held<HomeStay>] {
        let closed = try keeper.closedFamilies()
        let people = try keeper.register.held(
            Person.self,
            where: "person_id",
            isAnyOf: view.stays.map(\.record.personID.text)
        )
        let hidden = people.map(\.record).filter { $0.familyID.map { closed.contains($0.text) } ?? false }.map(\.id)
        return view.stays.filter { !hidden.contains($0.record.personID) }
    }

    // MARK: Stays

    /// Books a stay.
    func book(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> HomeStay? {
        let chosen = try candidates().first { $0.referral.id.text == form["referral"] }
        if chosen == nil { form.refuse("Select a child", at: "referral") }
        let day = form.day("arrives", "Day of arrival")
        guard let chosen, let day, form.isSound, leave(&form) else { return nil }
        return try doing(&form) { form in
            try keep.book(chosen.child.id, of: chosen.referral, bed: form["bed"], from: day, in: view)
        }
    }

    /// Makes a stay longer or shorter, over the version it was read with.
    func extend(
        _ held: Held<HomeStay>,
        over version: Int64,
        _ form: inout TypedForm,
        _ leave: CaseWork.Leave
    ) throws
        -> HomeStay?
    {
        let day = form.day("until", "Planned day of leaving")
        let why = form.text("why", "Why", orSay: "Enter why the planned end changes", most: 1000)
        guard let day, form.isSound, leave(&form) else { return nil }
        return try doing(&form) { _ in try keep.extend(held, version: version, to: day, reason: why, in: view) }
    }

    /// Notes that a child has left, over the version it was read with.
    func depart(
        _ held: Held<HomeStay>,
        over version: Int64,
        _ form: inout TypedForm,
        _ leave: CaseWork.Leave
    ) throws
        -> HomeStay?
    {
        let day = form.day("left", "Day of leaving")
        let why: StayEnd? = form.code("departure", orSay: "Select why the stay ended")
        guard let day, let why, form.isSound, leave(&form) else { return nil }
        return try doing(&form) { _ in try keep.depart(held, version: version, on: day, why: why, in: view) }
    }

    /// Cancels a stay before the child has arrived, over the version it was read with.
    func cancel(
        _ held: Held<HomeStay>,
        over version: Int64,
        _ form: inout TypedForm,
        _ leave: CaseWork.Leave
    ) throws
        -> HomeStay?
    {
        guard leave(&form) else { return nil }
        return try doing(&form) { _ in try keep.cancel(held, version: version, in: view) }
    }

    // MARK: Beds out of use

    /// Takes a bed out of use.
    func void(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> HomeVoid? {
        let from = form.day("void-from", "First night out of use")
        let until = form.optionalDay("void-until", "First night in use again")
        let why: VoidReason? = form.code("void-reason", orSay: "Select why the bed is out of use")
        guard let from, let why, form.isSound, leave(&form) else { return nil }
        return try doing(&form) { form in
            try keep.void(bed: form["void-bed"], from: from, until: until, why: why, in: view)
        }
    }

    /// Says that a bed can be used again from today.
    func endVoid(_ held: Held<HomeVoid>, _ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> HomeVoid? {
        guard leave(&form) else { return nil }
        return try doing(&form) { _ in
            try keep.endVoid(held, version: held.version, on: view.day, in: view)
        }
    }

    /// Does something with a home's beds; what is refused is noted at its field.
    private func doing<Kept>(_ form: inout TypedForm, _ act: (TypedForm) throws -> Kept) throws -> Kept? {
        do {
            return try act(form)
        } catch let refusal as KeepHomes.Refusal {
            let isDay = !["bed", "void-bed", "referral"].contains(refusal.field)
            form.refuse(refusal.words, at: refusal.field, wrong: isDay ? [.day] : [])
            return nil
        }
    }
}
