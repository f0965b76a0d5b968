import Access
import Actions
import Documents
import FollowUp
import Records
import Register
import Values

extension Pages {
    /// The milestones of a closed case: what is known of each child, and what is to be asked.
    func followUps(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case follow-ups") else { return notFound() }
        return followUpPage(frame, TypedForm(today: frame.today, in: "seen"), of: nil, saved: saved(request))
    }

    private func followUpPage(
        _ frame: CaseFrame,
        _ form: TypedForm,
        of months: Int?,
        saved: String? = nil
    ) -> PageAnswer {
        let schedule = frame.file.followUpSchedule(keeper.definitions, on: frame.today)
        let due = schedule.milestones.filter(\.isToBeAsked)
        let asked = Set(due.map(\.months)).sorted()
        return casePage(frame, "Follow-ups", current: frame.address("follow-ups"), errors: form.errors, saved: saved) {
            html in
            guard !frame.file.isOpen else {
                return html.paragraph("Children are followed up once the case has closed.")
            }
            for milestone in asked {
                html.heading("At \(milestone) months")
                let children = due.filter { $0.months == milestone }
                guard frame.may(.followUpCase) else { continue }
                // One form keeps what was typed; the others start afresh.
                let typed = months == nil || months == milestone ? form : TypedForm(today: frame.today, in: "seen")
                html.form(
                    formOf(
                        frame.address("follow-ups", "\(milestone)"),
                        followUpFields(typed, children, frame),
                        "Record the follow-up at \(milestone) months"
                    )
                )
            }
            milestones(schedule, frame, &html)
        }
    }

    private func followUpFields(
        _ form: TypedForm,
        _ children: [FollowUpSchedule.Milestone],
        _ frame: CaseFrame
    ) -> [FormField] {
        let living = Living.allCases.map { ($0.rawValue, $0.label) }
        return [form.date("seen", "Day they were seen or asked about")]
            + children.flatMap { child in
                let name = frame.file.name(child.child)
                return [
                    form.select("living-\(child.child.text)", "Where \(name) lives", among: living, none: "Not asked"),
                    form.select(
                        "busy-\(child.child.text)",
                        "\(name) is in education or work",
                        among: [("yes", "Yes"), ("no", "No")],
                        none: "Not known"
                    ),
                ]
            } + [
                form.line(
                    "source",
                    "Who said so (optional)",
                    hint: "Such as the parent, the school or the social worker."
                )
            ]
    }

    private func milestones(_ schedule: FollowUpSchedule, _ frame: CaseFrame, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Milestones",
                columns: ["Child", "Milestone", "Day", "What is known"],
                rows: schedule.milestones.map { milestone in
                    [
                        .text(frame.file.name(milestone.child)), .text("\(milestone.months) months"),
                        .text(milestone.on.short), .text(milestone.standing.words),
                    ]
                },
                whenEmpty: "No child was under 18 when the case closed."
            )
        )
    }

    /// Records what was seen of the children at a milestone.
    func saveFollowUp(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case follow-ups"),
            let months = request.parameters["name"].flatMap(Int.init)
        else { return notFound() }
        let schedule = frame.file.followUpSchedule(keeper.definitions, on: frame.today)
        let asked = schedule.milestones.filter { $0.months == months && $0.isToBeAsked }
        guard !asked.isEmpty else { return .onward(to: frame.address("follow-ups")) }
        var form = TypedForm(request)
        let records = read(&form, asked, frame)
        guard mayAct(on: &form, request) else { return followUpPage(frame, form, of: months) }
        let isSaved = try saving(&form) {
            var entry = Entry()
            for record in records { entry.add(record) }
            try keeper.enter(entry, purpose: "follow-up", summary: "Recorded a follow-up at \(months) months")
        }
        guard isSaved else { return followUpPage(frame, form, of: months) }
        return .onward(to: frame.address("follow-ups").with("saved", "follow-up"))
    }

    private func read(
        _ form: inout TypedForm,
        _ asked: [FollowUpSchedule.Milestone],
        _ frame: CaseFrame
    ) -> [FollowUpRecord] {
        let day = form.day("seen", "Day they were seen or asked about", upTo: frame.today)
        let source = form.optionalText("source", "Who said so", most: 200)
        var records: [FollowUpRecord] = []
        for milestone in asked {
            let child = milestone.child
            guard let day, let living: Living = form.optionalCode("living-\(child.text)") else { continue }
            guard day >= milestone.opensOn, day <= milestone.lastDay else {
                let words = "\(milestone.opensOn.long) to \(milestone.lastDay.long)"
                form.refuse(
                    "To count at \(milestone.months) months the day must be from \(words)",
                    at: "seen",
                    wrong: [.day]
                )
                break
            }
            records.append(
                FollowUpRecord(
                    caseID: frame.file.item.record.id,
                    personID: child,
                    milestoneMonths: milestone.months,
                    observedOn: day,
                    living: living,
                    inEducationOrWork: form.flag("busy-\(child.text)"),
                    source: source
                )
            )
        }
        if records.isEmpty, form.isSound, let first = asked.first {
            form.refuse("Select where at least one child lives", at: "living-\(first.child.text)")
        }
        return records
    }
}

extension FollowUpSchedule.Standing {
    /// As the page says it.
    var words: String {
        switch self {
        case .ahead: "Not yet"
        case .open: "To be asked now"
        case .overdue: "To be asked: its day has passed"
        case .missed: "Not asked in time"
        case .seen(let living, let day): "\(living.label), seen on \(day.short)"
        case .known(.home): "At home, from placements"
        case .known(.away): "In care, from placements"
        case .known(.unknown): "Not known"
        }
    }
}
