import Access
import Actions
import Definitions
import Deliver
import Documents
import Plan
import Records
import Refer
import Register
import Review
import Values

extension Pages {
    /// A case on one page: who holds it, what is due, the plan, the latest contacts and notes, and what to do next.
    func workedCase(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request) else { return notFound() }
        return try overview(frame, saved: saved(request))
    }

    /// The overview, with a form of its own shown again where something in it must be put right.
    func overview(
        _ frame: CaseFrame,
        task: TypedForm = TypedForm(),
        note: TypedForm? = nil,
        errors: [FormError] = [],
        saved: String? = nil
    ) throws -> PageAnswer {
        let notes = try readableNotes(frame)
        let alerts = try keeper.register.held(
            FamilyAlert.self,
            where: "family_id",
            is: .text(frame.file.family.id.text)
        ).map(\.record).filter { $0.from <= frame.today && ($0.to ?? .latest) >= frame.today }
        return casePage(frame, "Overview", current: frame.address(), errors: errors, saved: saved) { html in
            warnings(alerts, &html)
            summary(frame, &html)
            actions(frame, &html)
            dueItems(frame, &html)
            tasks(frame, task, &html)
            goals(frame, &html)
            latestContacts(frame, &html)
            latestNotes(frame, notes, note, &html)
        }
    }

    private func warnings(_ alerts: [FamilyAlert], _ html: inout HTML) {
        for alert in alerts {
            html.paragraph { html in
                html.riskBadge(alert.kind.label)
                if let words = alert.words { html.text(" \(words)") }
            }
        }
    }

    private func summary(_ frame: CaseFrame, _ html: inout HTML) {
        let item = frame.file.item.record
        var rows = [
            SummaryRow("Programme", keeper.definitions.programmeTitle(item.programme)),
            SummaryRow(
                "Who holds it",
                ownerWords(frame.file.ownership.owner(on: frame.today), frame.file.workforce.byID)
            ),
            SummaryRow("Child", item.personID.map { frame.file.name($0) }),
            SummaryRow("Team", item.team), SummaryRow("Tier of need", item.tier?.label),
            SummaryRow("Started", item.startedOn.long),
        ]
        if let calendar = frame.file.calendar(keeper.definitions), let span = calendar.current(on: frame.today) {
            rows.append(SummaryRow("Phase", phaseWords(span, frame.today)))
        }
        rows.append(SummaryRow("Plan", agreementWords(frame.file.plan.agreement)))
        if let ended = item.endedOn {
            rows.append(SummaryRow("Closed", "\(ended.long): \(item.endReason?.label ?? "no reason recorded")"))
            rows.append(SummaryRow("Where the family went next", item.destination))
            rows.append(
                SummaryRow("Exit plan", frame.file.closures.last { $0.record.closedOn == ended }?.record.exitPlan)
            )
        } else {
            rows.append(SummaryRow("Next review", frame.file.reviewSchedule.next?.on.long))
        }
        html.summaryList(rows)
    }

    func phaseWords(_ span: PhaseCalendar.Span, _ today: Day) -> String {
        let overrun = span.overrun(on: today)
        let late = overrun > 0 ? ", \(NumberText.plural(overrun, "day", "days")) longer than planned" : ""
        return "\(span.phase.title) since \(span.from.long), planned to \(span.plannedEnd.long)\(late)"
    }

    func agreementWords(_ agreement: FamilyPlan.Agreement) -> String {
        switch agreement {
        case .noGoals: "No goals yet"
        case .notAgreed: "Not agreed with the family yet"
        case .agreed(let day): "Agreed on \(day.long)"
        case .addedSince(let day): "Agreed on \(day.long); something was added since"
        }
    }

    private func actions(_ frame: CaseFrame, _ html: inout HTML) {
        let steps: [(Action, Link)] =
            frame.file.isOpen
            ? [
                (.workCase, Link("Enter contacts", frame.address("week"))),
                (.workCase, Link("Record a review", frame.address("reviews"))),
                (.allocateCase, Link("Allocate or hand over", frame.address("allocation"))),
                (.workCase, Link("Close the case", frame.address("closure"))),
            ]
            : [
                (.readCase, Link("Follow-ups", frame.address("follow-ups"))),
                (.allocateCase, Link("Open the case again", frame.address("reopening"))),
            ]
        html.links(steps.filter { frame.may($0.0) }.map(\.1))
    }

    private func dueItems(_ frame: CaseFrame, _ html: inout HTML) {
        let items = frame.file.due(keeper.definitions, on: frame.today).shown(on: frame.today)
        html.table(
            DataTable(
                caption: "What is due",
                columns: ["What", "Due", "Kind"],
                rows: items.map { item in
                    [
                        item.kind == .task || item.kind == .phase
                            ? .text(item.words) : .link(item.words, dueAddress(item, of: frame.id)),
                        .html(dueWords(item.dueOn, on: frame.today)), .text(item.kind.label),
                    ]
                },
                whenEmpty: "Nothing is due."
            )
        )
    }

    private func goals(_ frame: CaseFrame, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Goals",
                columns: ["Goal", "Set", "How it stands"],
                rows: frame.file.plan.goals.map { planned in
                    [
                        .text(planned.goal.title), .text(planned.goal.setOn.short),
                        .text(planned.goal.outcome.label),
                    ]
                },
                whenEmpty: "No goals are set."
            )
        )
    }

    private func latestContacts(_ frame: CaseFrame, _ html: inout HTML) {
        let contacts = frame.file.contacts.map(\.record).sorted { $0.on > $1.on }
        html.table(contactTable("The latest contacts", Array(contacts.prefix(5)), frame))
        guard !contacts.isEmpty else { return }
        html.links([Link("All \(NumberText.plural(contacts.count, "contact", "contacts"))", frame.address("contacts"))])
    }
}
