import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// One stay: where it stands, its reviews, and what can be done with it.
    func stay(_ request: PageRequest) throws -> PageAnswer {
        guard let (work, held) = try askedStay(request) else { return notFound() }
        try keeper.logRead("stay page", table: "people", key: held.record.personID.text)
        return try stayPage(work.view, held, ResidenceForms())
    }

    private func stayPage(_ view: HomeView, _ held: Held<HomeStay>, _ forms: ResidenceForms) throws -> PageAnswer {
        let stay = held.record
        let home = view.home.record
        let person = try keeper.register.held(Person.self, key: stay.personID.text)?.record
        let changes = try keeper.register.held(StayExtension.self, where: "stay_id", is: .text(stay.id.text)).map(
            \.record
        )
        let head = Page(
            person?.fullName ?? "Stay",
            caption: "Stay \(stay.id.text)",
            title: "Stay \(stay.id.text)",
            section: Address("homes"),
            way: way(Link("Homes and beds", Address("homes")), Link(home.name, Address("homes", home.id.text))),
            errors: forms.errors
        )
        return page(head, status: forms.errors.isEmpty ? 200 : 422) { html in
            summary(stay, view, person, &html)
            html.table(
                DataTable(
                    caption: "Changes of the planned end",
                    columns: [.date("Decided"), .date("From"), .date("To"), "Why"],
                    rows: changes.map {
                        [
                            .text($0.decidedOn.short), .text($0.wasUntil.short), .text($0.nowUntil.short),
                            .text($0.reason ?? ""),
                        ]
                    },
                    whenEmpty: "The planned end was not changed."
                )
            )
            guard stay.departedOn == nil else { return }
            stayForms(held, view, forms, &html)
        }
    }

    private func summary(_ stay: HomeStay, _ view: HomeView, _ person: Person?, _ html: inout HTML) {
        let nights = stay.nights
        let phase = keeper.definitions.eligibility.first { $0.programme == view.home.record.programme }?.residential
        let reviews = phase.map { nights.reviews($0).map(\.long).joined(separator: ", ") }
        let over = nights.nightsOver(by: view.day)
        let family = person?.familyID.map { CellContent.link($0.text, Address("families", $0.text)) }
        var rows: [SummaryRow] = [
            SummaryRow("Standing", nights.state(asAt: view.day).label),
            SummaryRow("Bed", view.bed(stay.bedID.text)?.record.name),
            SummaryRow("Arrival", stay.arrivesOn.long),
            SummaryRow("Planned day of leaving", stay.plannedUntil.long),
            SummaryRow(
                "Left",
                stay.departedOn.map { "\($0.long), \(stay.departure?.label.lowercased() ?? "")" } ?? "Not yet"
            ),
            SummaryRow("Nights slept", "\(nights.nightsSlept(by: view.day))"),
            SummaryRow("Nights past the planned day", "\(over)"),
            SummaryRow("Reviews", reviews),
            SummaryRow("Family", family ?? CellContent.text("")),
        ]
        if let referral = stay.referralID {
            rows.append(SummaryRow("Referral", CellContent.link(referral.text, Address("gateway", referral.text))))
        }
        html.summaryList(rows)
    }

    private func stayForms(_ held: Held<HomeStay>, _ view: HomeView, _ forms: ResidenceForms, _ html: inout HTML) {
        let action = Address("homes", view.home.record.id.text, "stays", held.record.id.text)
        let typed = forms.request.form
        let send = { (act: String, fields: [FormField], button: String) in
            Form(
                action: action,
                method: .post(token: tokens.give()),
                fields: fields,
                button: button,
                carried: [("act", act), ("version", "\(held.version)")]
            )
        }
        html.heading("Change the planned end")
        html.form(
            send(
                "extend",
                [
                    FormField(
                        "until",
                        label: "Planned day of leaving",
                        error: forms.error("until"),
                        input: .date(
                            typed["until-day"] == nil ? DateInput(held.record.plannedUntil) : DateInput(typed, "until")
                        )
                    ),
                    FormField(
                        "why",
                        label: "Why",
                        error: forms.error("why"),
                        input: .lines(value: typed["why"] ?? "", rows: 2)
                    ),
                ],
                "Change the planned end"
            )
        )
        guard view.day >= held.record.arrivesOn else {
            html.heading("Cancel the stay")
            return html.form(send("cancel", [], "Cancel the stay"))
        }
        html.heading("The child has left")
        html.form(
            send(
                "depart",
                leavingFields(forms),
                "Record the leaving"
            )
        )
    }

    private func leavingFields(_ forms: ResidenceForms) -> [FormField] {
        let typed = forms.request.form
        return [
            FormField(
                "left",
                label: "Day of leaving",
                error: forms.error("left"),
                input: .date(DateInput(typed, "left"))
            ),
            FormField(
                "departure",
                label: "Why the stay ended",
                error: forms.error("departure"),
                input: .radios(
                    StayEnd.allCases.map {
                        Choice($0.rawValue, $0.label, isChosen: typed["departure"] == $0.rawValue)
                    }
                )
            ),
        ]
    }

    /// The stay asked for, with its home; nil where there is none, or its family is closed to the viewer.
    private func askedStay(_ request: PageRequest) throws -> (ResidenceWork, Held<HomeStay>)? {
        guard let work = try residenceWork(request),
            let held = try work.stays().first(where: { $0.record.id.text == request.parameters["name"] })
        else { return nil }
        return (work, held)
    }

    /// Extends, ends or cancels a stay.
    func changeStay(_ request: PageRequest) throws -> PageAnswer {
        guard let (work, held) = try askedStay(request) else { return notFound() }
        let version = Int64(request.form["version"] ?? "") ?? 0
        var form = TypedForm(request)
        do {
            let home = Address("homes", work.view.home.record.id.text)
            let stay = Address("homes", work.view.home.record.id.text, "stays", held.record.id.text)
            switch request.form["act"] {
            case "extend":
                if try work.extend(held, over: version, &form, leave(request)) != nil { return .onward(to: stay) }
            case "depart":
                if try work.depart(held, over: version, &form, leave(request)) != nil { return .onward(to: stay) }
            case "cancel":
                if try work.cancel(held, over: version, &form, leave(request)) != nil { return .onward(to: home) }
            default: return notFound()
            }
        } catch RegisterError.movedOn {
            form.refuse(Pages.stayMoved)
        }
        return try stayPage(work.view, held, ResidenceForms(request: request, errors: form.errors))
    }

    static let stayMoved =
        "Somebody else changed the bed or the stay since you opened the page. Look at it as it is now and do it again"
}
