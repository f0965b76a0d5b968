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
        guard !asked.isEmpty else {
            return notTaken(
                request,
                because:
                    "Nothing is asked at \(months) months: somebody recorded it after you had opened the page, or the time is over.",
                way: Link("Follow-ups of the case", frame.address("follow-ups"))
            )
        }
        var form = TypedForm(request)
        guard try frame.work(keeper).followUp(asked, at: months, &form, leave(request)) != nil else {
            return followUpPage(frame, form, of: months)
        }
        return .onward(to: frame.address("follow-ups").with("saved", "follow-up"))
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
