import Access
import Actions
import Definitions
import Documents
import Plan
import Records
import Register
import Review
import Values

extension Pages {
    /// What is typed on the page of reviews; each form keeps its own.
    struct ReviewForms {
        var review: TypedForm
        var level = TypedForm()
        var phase = TypedForm()

        var errors: [FormError] { review.errors + level.errors + phase.errors }
    }

    /// Reviews held and due, and what follows from them: step up, step down, the next phase.
    func caseReviews(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reviews") else { return notFound() }
        return reviewsPage(frame, freshForms(frame), saved: saved(request))
    }

    private func freshForms(_ frame: CaseFrame) -> ReviewForms {
        ReviewForms(review: TypedForm(today: frame.today, in: "held"))
    }

    private func reviewsPage(_ frame: CaseFrame, _ forms: ReviewForms, saved: String? = nil) -> PageAnswer {
        let schedule = frame.file.reviewSchedule
        return casePage(frame, "Reviews", current: frame.address("reviews"), errors: forms.errors, saved: saved) {
            html in
            html.paragraph("A case is reviewed after one month and then every three months.")
            if let next = schedule.next {
                html.paragraph { html in
                    html.text("Next review: ")
                    html.append(dueWords(next.on, on: frame.today))
                }
                if frame.may(.workCase) {
                    let carried = [("next", next.on.iso), ("review", next.recorded?.text ?? "")]
                    html.form(
                        formOf(
                            frame.address("reviews"),
                            reviewFields(forms.review),
                            "Record the review",
                            carried: carried
                        )
                    )
                }
            }
            heldReviews(schedule, frame, &html)
            levels(frame, forms.level, &html)
            phases(frame, forms.phase, &html)
        }
    }

    private func reviewFields(_ form: TypedForm) -> [FormField] {
        [
            form.date("held", "Day it was held"), form.radios("result", "What was decided", of: ReviewResult.self),
            form.yesNo("family", "Somebody of the family took part"),
            form.line(
                "agencies",
                "Agencies that took part (optional)",
                hint: "Separated by semicolons, such as: school; youth justice."
            ), form.lines("summary", "What was said and decided (optional)"),
        ]
    }

    private func heldReviews(_ schedule: ReviewSchedule, _ frame: CaseFrame, _ html: inout HTML) {
        let details = Dictionary(frame.file.reviewDetails.map { ($0.record.reviewID, $0.record) }) { first, _ in first }
        html.table(
            DataTable(
                caption: "Reviews held",
                columns: ["Held", "Due", "Decided", "Family", "Agencies", "What was said"],
                rows: schedule.held.map { review in
                    let detail = details[review.id]
                    return [
                        .text(review.heldOn?.short ?? ""), .text(review.dueOn.short),
                        .text(review.result?.label ?? "Not recorded"),
                        .text(detail?.familyCame.map { $0 ? "Took part" : "Did not take part" } ?? ""),
                        .text(detail?.agencies ?? ""), .text(detail?.summary ?? ""),
                    ]
                },
                whenEmpty: "None has been held."
            )
        )
        guard !schedule.missed.isEmpty else { return }
        html.note("Not held: due on \(schedule.missed.map(\.dueOn.long).joined(separator: ", ")).")
    }

    /// Records a review: over the one that was due, or as a new one.
    func holdReview(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reviews") else { return notFound() }
        guard frame.file.isOpen else {
            return notTaken(
                request,
                because: "The case was closed after you had opened the page, and no review is due.",
                way: Link("Reviews of the case", frame.address("reviews"))
            )
        }
        var form = TypedForm(request)
        guard try frame.work(keeper).holdReview(&form, for: request.form["next"], leave(request)) != nil else {
            return reviewsPage(frame, ReviewForms(review: form))
        }
        return .onward(to: frame.address("reviews").with("saved", "review"))
    }

    // MARK: Step up and step down

    private func levels(_ frame: CaseFrame, _ form: TypedForm, _ html: inout HTML) {
        let item = frame.file.item
        html.table(
            DataTable(
                caption: "Tier of need: \(item.record.tier?.label.lowercased() ?? "not recorded")",
                columns: ["Day", "Which way", "From", "To", "Why"],
                rows: frame.file.moves.map(\.record).sorted { $0.on > $1.on }.map { move in
                    [
                        .text(move.on.short), .text(move.direction.label), .text(move.from?.label ?? ""),
                        .text(move.to.label), .text(move.reason),
                    ]
                },
                whenEmpty: "It has not changed."
            )
        )
        guard frame.file.isOpen, frame.may(.workCase) else { return }
        html.details("Step up or step down", isOpen: !form.isSound) { html in
            let tiers = Tier.allCases.filter { $0 != item.record.tier }.map { ($0.rawValue, $0.label) }
            let fields = [
                form.select("tier", "New tier of need", among: tiers), form.lines("why", "Why"),
            ]
            let carried = [("version", "\(item.version)")]
            html.form(formOf(frame.address("level"), fields, "Change the tier", carried: carried))
        }
    }

    /// Changes the tier of need of a case, with the reason.
    func moveLevel(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reviews") else { return notFound() }
        var form = TypedForm(request)
        if hasMoved(request, from: frame.file.item.version) { form.refuse(Pages.movedOn) }
        if try frame.work(keeper).moveLevel(&form, leave(request)) != nil {
            return .onward(to: frame.address("reviews").with("saved", "level"))
        }
        var forms = freshForms(frame)
        forms.level = form
        return reviewsPage(frame, forms)
    }

    // MARK: Phases

    private func phases(_ frame: CaseFrame, _ form: TypedForm, _ html: inout HTML) {
        guard let calendar = frame.file.calendar(keeper.definitions) else { return }
        html.table(
            DataTable(
                caption: "Phases",
                columns: ["Phase", "From", "Planned to", "Ended", .number("Days over")],
                rows: calendar.spans.map { span in
                    [
                        .text(span.phase.title), .text(span.from.short + (span.isStarted ? "" : " (planned)")),
                        .text(span.plannedEnd.short), .text(span.endedOn?.short ?? ""),
                        .text(NumberText.count(span.overrun(on: frame.today))),
                    ]
                }
            )
        )
        guard frame.file.isOpen, let next = calendar.next(on: frame.today), frame.may(.workCase) else { return }
        html.details("Begin the next phase: \(next.phase.title.lowercased())", isOpen: !form.isSound) { html in
            var form = form
            if form.isSound { form.set("begins", frame.today) }
            let fields = [form.date("begins", "First day of the phase")]
            let carried = [("phase", next.phase.id)]
            html.form(formOf(frame.address("phase"), fields, "Begin the phase", carried: carried))
        }
    }

    /// Ends the phase the case is in and begins the next, on one day.
    func movePhase(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reviews") else { return notFound() }
        var form = TypedForm(request)
        guard frame.file.calendar(keeper.definitions)?.next(on: frame.today) != nil else {
            return notTaken(
                request,
                because: "The next phase was begun after you had opened the page.",
                way: Link("Reviews of the case", frame.address("reviews"))
            )
        }
        if try frame.work(keeper).beginPhase(&form, leave(request)) != nil {
            return .onward(to: frame.address("reviews").with("saved", "phase"))
        }
        var forms = freshForms(frame)
        forms.phase = form
        return reviewsPage(frame, forms)
    }
}
