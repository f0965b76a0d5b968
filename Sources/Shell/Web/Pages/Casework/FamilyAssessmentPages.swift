import Access
import Actions
import Assess
import Documents
import Plan
import Records
import Register
import Values

extension Pages {
    /// The whole-family assessment as it stands, beside what is known of the family already.
    func familyAssessment(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "family assessment") else { return notFound() }
        let all = frame.file.familyAssessments.map(\.record)
        let names = try ActorNames(keeper.register)
        let known = try knownAlready(frame)
        return casePage(
            frame,
            "Family assessment",
            current: frame.address("assessment"),
            saved: saved(request)
        ) { html in
            if let latest = all.last {
                html.heading("Assessment of \(latest.assessedOn.long)")
                assessment(latest, names, &html)
            } else {
                html.paragraph("The family has not been assessed yet.")
            }
            if frame.may(.workCase), frame.file.isOpen {
                let words = all.isEmpty ? "Assess the family" : "Assess the family again"
                html.buttonLink(Link(words, frame.address("assessment", "new")))
            }
            known(&html)
            planned(frame, &html)
            for earlier in all.dropLast().reversed() {
                html.details("Assessment of \(earlier.assessedOn.long)") { assessment(earlier, names, &$0) }
            }
        }
    }

    private func assessment(_ one: FamilyAssessment, _ names: ActorNames, _ html: inout HTML) {
        html.summaryList([
            SummaryRow("Who took part", one.tookPart), SummaryRow("Written by", names[one.author]),
            SummaryRow("What the children say", one.childWords), SummaryRow("What the family says", one.familyWords),
            SummaryRow("What it means, and what should change", one.meaning),
        ])
        let said = [
            (one.childStrengths, one.childNeeds), (one.carerStrengths, one.carerNeeds),
            (one.familyStrengths, one.familyNeeds),
        ]
        html.table(
            DataTable(
                caption: "Strengths and needs",
                columns: ["Of whom", "What goes well", "What is needed"],
                rows: zip(CaseWork.lifeBoxes, said).map { part, said in
                    [.text(part.of), .text(said.0 ?? "Nothing written"), .text(said.1 ?? "Nothing written")]
                }
            )
        )
    }

    /// What was entered before and need not be typed again: the referral, and the areas with need.
    private func knownAlready(_ frame: CaseFrame) throws -> (inout HTML) -> Void {
        let referral = frame.file.item.record.referralID?.text
        let details = try referral.flatMap { try keeper.register.held(ReferralDetails.self, key: $0)?.record }
        let answers = AnswersText.read(details?.answers)
        let issues = try referral.flatMap { try keeper.register.held(Referral.self, key: $0)?.record.issuesInWords }
        let travelled = try CaseMeasures(frame.id, keeper)?.distance
        return { html in
            html.heading("What is known already")
            let said = [
                SummaryRow("Presenting issues", issues), SummaryRow("What the referrer said", answers["story"]),
                SummaryRow("The family’s hopes", answers["hopes"]),
            ]
            html.summaryList(said)
            html.table(self.areas(travelled))
            html.links([
                Link("Every level", frame.address("distance")), Link("Measures", frame.address("measures")),
            ])
        }
    }

    /// The areas whose level was in the worse half of its range when they were last looked at, by every view.
    private func areas(_ travelled: DistanceTravelled?) -> DataTable {
        let latest = travelled?.occasions.last
        let found = travelled.map { travelled in
            travelled.instrument.items.compactMap { area -> [CellContent]? in
                let levels = travelled.views.compactMap { view in
                    latest.flatMap { travelled.level(of: area, at: $0, by: view) }.map { (view, $0) }
                }
                guard levels.contains(where: { $0.1.double >= (area.low.double + area.high.double) / 2 }) else {
                    return nil
                }
                return [
                    .text(area.title), .text(levels.map { "\($0.0.label) \($0.1.plain)" }.joined(separator: ", ")),
                ]
            }
        }
        return DataTable(
            caption: "Areas with moderate need or more" + (latest.map { ", \($0.label.lowercased())" } ?? ""),
            columns: ["Area", "Level by each view"],
            rows: found ?? [],
            whenEmpty: travelled == nil ? "No levels were entered yet." : "There is none."
        )
    }

    private func planned(_ frame: CaseFrame, _ html: inout HTML) {
        html.heading("What the plan does about it")
        let goals = frame.file.plan.openGoals
        if goals.isEmpty { html.paragraph("The plan has no open goals.") } else { html.bullets(goals.map(\.title)) }
        html.links([Link("Plan with goals and steps", frame.address("plan"))])
    }

    // MARK: Writing one

    /// The form of an assessment, with what the latest one says: what has not changed is not typed again.
    func familyAssessmentForm(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "family assessment") else { return notFound() }
        guard frame.file.isOpen else { return .onward(to: frame.address("assessment")) }
        var form = TypedForm(today: frame.today, in: "assessed")
        if let latest = frame.file.familyAssessments.last?.record {
            let said = [
                "took-part": latest.tookPart, "child-words": latest.childWords, "family-words": latest.familyWords,
                "child-strengths": latest.childStrengths, "child-needs": latest.childNeeds,
                "carer-strengths": latest.carerStrengths, "carer-needs": latest.carerNeeds,
                "family-strengths": latest.familyStrengths, "family-needs": latest.familyNeeds,
                "meaning": latest.meaning,
            ]
            for (name, words) in said { form.set(name, words) }
        }
        return assessmentForm(frame, form)
    }

    private func assessmentForm(_ frame: CaseFrame, _ form: TypedForm, moved: Bool = false) -> PageAnswer {
        let latest = frame.file.familyAssessments.last?.record
        let heading = "Assess the family"
        return casePage(frame, heading, current: frame.address("assessment"), errors: form.errors) { html in
            standing(
                [
                    SummaryRow("Assessed on", latest?.assessedOn.long), SummaryRow("Who took part", latest?.tookPart),
                    SummaryRow("What it means, and what should change", latest?.meaning),
                ],
                moved,
                &html
            )
            html.paragraph(
                "Write what the family would recognise as its own. Leave a box empty where there is nothing to say. Levels of need are entered with distance travelled and shown beside it."
            )
            let boxes = CaseWork.lifeBoxes.flatMap { part in
                [
                    form.lines(part.strengths, "\(part.of): what goes well (optional)"),
                    form.lines(part.needs, "\(part.of): what is needed (optional)"),
                ]
            }
            let fields =
                [
                    form.date("assessed", "Day of the assessment"),
                    form.line("took-part", "Who took part", hint: "The family, and other agencies."),
                    form.lines("child-words", "What the children say, in their own words (optional)"),
                    form.lines("family-words", "What the family says, in its own words (optional)"),
                ] + boxes + [form.lines("meaning", "What it means for the family, and what should change", rows: 5)]
            html.form(
                formOf(
                    frame.address("assessment"),
                    fields,
                    "Save the assessment",
                    carried: [("after", latest?.id.text ?? "")]
                )
            )
        }
    }

    /// Saves an assessment.
    func assessFamily(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "family assessment") else { return notFound() }
        var form = TypedForm(request)
        if !frame.file.isOpen { form.refuse("The case is closed. Open it again first") }
        guard try frame.work(keeper).assess(&form, leave(request)) != nil else {
            return assessmentForm(frame, form, moved: form.problems.contains { $0.words == Pages.movedOn })
        }
        return .onward(to: frame.address("assessment").with("saved", "assessment"))
    }
}
