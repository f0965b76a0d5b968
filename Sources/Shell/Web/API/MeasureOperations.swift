import Access
import Actions
import Assess
import Records
import Register
import Values

extension APIOperation {
    /// Sheets of scores, new and corrected.
    static let measuring: [APIOperation] = [
        APIOperation(
            id: "getAssessment",
            method: .get,
            path: "/assessments/:id",
            action: .readFamily,
            subject: .assessment,
            summary: "One sheet with its scores as they were entered",
            stage: "Measures",
            answer: sheetSchema
        ) { keeper, request in
            guard let found = try SheetInCase(request.id, keeper) else { throw APIProblem.notFound }
            let family = found.measures.item.familyID.text
            try keeper.logRead("API: one sheet with its scores", table: Family.table.name, key: family)
            return APIAnswer(found.sheet)
        },
        correction,
        sheet("recordAssessment", "assessments", "Enter the scores of a measure", needs: .measure, .ordinary),
        sheet(
            "recordAdherence",
            "adherence",
            "Enter what a family says of a therapist, by somebody who never held the case",
            needs: .collectAdherence,
            .independent
        ),
        distanceReading,
        distanceEntering,
    ]

    /// The stamp of what stands, which a change is made over.
    static let stampMeaning = "Tells this state from every other: a change names it."

    private static let sheetSchema = APISchema.parts([
        ("assessment", .record(Assessment.table)),
        (
            "scores",
            .list(
                .fields([
                    APIField("item", .text, required: true, "The item, as the instrument's definition names it."),
                    APIField("value", .decimal, required: true, "Its score as it was entered."),
                ])
            )
        ), ("stamp", .value(.text, stampMeaning)),
    ])

    // MARK: New sheets

    private static func sheet(
        _ id: String,
        _ part: String,
        _ summary: String,
        needs action: Action,
        _ journey: MeasureJourney
    ) -> APIOperation {
        let fields = [
            APIField("instrument", .text, required: true, "Its name in the definitions, such as sdq."),
            APIField("informant", .code(Informant.codes), required: true, "Who answered."),
            APIField("occasion", .text, required: true, "Such as baseline, review_1, closure or monthly."),
            APIField("completed", .day, required: true, "The day it was completed, not to come."),
            APIField("collected-by", .text, "Who collected it, by their reference as a worker."),
            APIField("about", .text, "The child it is about, where the family has several."),
        ]
        return APIOperation(
            id: id,
            method: .post,
            path: "/cases/:id/\(part)",
            action: action,
            subject: .ofCase,
            summary: "\(summary); score-ITEM gives the score of an item",
            stage: "Cases",
            body: .fields(fields),
            answer: .record(Assessment.table)
        ) { keeper, request in
            let body = try APIBody(request.body)
            let typed = TypedForm(body, fields)
            guard typed.isSound else { throw typed.problem }
            guard let measures = try CaseMeasures(request.id, keeper) else { throw APIProblem.notFound }
            guard let instrument = measures.instruments[body.text("instrument")], journey.takes(instrument),
                instrument.use.isFor(programme: measures.item.programme)
            else { throw APIProblem.wrong("instrument", "instrument must be one for this programme") }
            let worker = try keeper.register.user(keeper.actor.id)?.workerID
            guard journey.isOpen(to: worker, in: measures) else { throw APIProblem.notAllowed }
            var form = try MeasureForm(blank: instrument, measures, keeper, by: worker)
            form.take(PageRequest(form: typed.all))
            guard let (head, scores) = form.read() else { throw form.problem }
            do {
                let saved = try EnterSheet(keeper, measures, instrument).add(head, about: form.about, scores)
                guard let held = try keeper.register.held(Assessment.self, key: saved.text) else {
                    throw APIProblem.notFound
                }
                return .record(held, status: 201)
            } catch let refusal as EnterSheet.Refusal {
                throw APIProblem.wrong("occasion", refusal.words)
            }
        }
    }

    // MARK: Corrections

    private static let correction: APIOperation = {
        let fields = [
            APIField("stamp", .text, required: true, "What getAssessment gave: the state it is made over."),
            APIField("reason", .text, required: true, "Why it is corrected, up to 1,000 characters."),
            APIField("informant", .code(Informant.codes), "Who answered."),
            APIField("occasion", .text, "Such as baseline, review_1, closure or monthly."),
            APIField("completed", .day, "The day it was completed, not to come."),
            APIField("collected-by", .text, "Who collected it, by their reference as a worker."),
        ]
        return APIOperation(
            id: "correctAssessment",
            method: .post,
            path: "/assessments/:id/correction",
            action: .measure,
            subject: .assessment,
            summary: "Correct a sheet; score-ITEM gives the score of an item, and what is left out stays as it is",
            stage: "Measures",
            body: .fields(fields),
            answer: sheetSchema
        ) { keeper, request in
            let typed = try TypedForm(APIBody(request.body), fields)
            guard typed.isSound else { throw typed.problem }
            guard let found = try SheetInCase(request.id, keeper) else { throw APIProblem.notFound }
            let worker = try keeper.register.user(keeper.actor.id)?.workerID
            guard MeasureJourney(of: found.instrument).isOpen(to: worker, in: found.measures) else {
                throw APIProblem.notAllowed
            }
            guard !typed["stamp"].isEmpty else { throw APIProblem.wrong("stamp", "Name what getAssessment gave") }
            var form = try MeasureForm(blank: found.instrument, found.measures, keeper, by: worker)
            form.take(found.sheet)
            form.amend(PageRequest(form: typed.all))
            guard let (head, scores) = form.read() else { throw form.problem }
            do {
                try EnterSheet(keeper, found.measures, found.instrument)
                    .correct(found.sheet, from: typed["stamp"], head, scores, because: form.reason)
            } catch let refusal as EnterSheet.Refusal {
                throw APIProblem.wrong("occasion", refusal.words)
            }
            guard let now = try SheetInCase(request.id, keeper) else { throw APIProblem.notFound }
            return APIAnswer(now.sheet, status: 201)
        }
    }()
}

extension APIAnswer {
    /// A sheet with its scores.
    fileprivate init(_ sheet: KeptSheet, status: Int = 200) {
        var json = JSONWriter()
        json.object { json in
            json.key("assessment")
            json.record(sheet.assessment)
            json.objects("scores", sheet.scores.map(\.record).sorted { $0.item < $1.item }) { score, json in
                json.field("item", score.item)
                json.field("value", Double(score.value.plain))
            }
            json.field("stamp", sheet.stamp)
        }
        self.init(status: status, bytes: json.bytes)
    }
}

extension MeasureForm {
    /// What must be put right, as programs are told it.
    fileprivate var problem: APIProblem {
        .wrong(
            errors.sorted { $0.key < $1.key }
                .map { APIProblem.Fault(pointer: $0.key.isEmpty ? "" : "/\($0.key)", words: $0.value) }
        )
    }
}
