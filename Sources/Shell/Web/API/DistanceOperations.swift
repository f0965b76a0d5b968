import Access
import Actions
import Assess
import Records
import Register
import Values

extension APIOperation {
    /// The levels of a case: every area, by every view, on every occasion.
    static let distanceReading = APIOperation(
        id: "getDistance",
        method: .get,
        path: "/cases/:id/distance",
        action: .readFamily,
        subject: .ofCase,
        summary: "Distance travelled: the areas, and their levels by view and occasion",
        stage: "Measures",
        answer: .parts([
            (
                "areas",
                .list(
                    .fields([
                        APIField("area", .text, required: true, "Its name, as the fields of a level end with it."),
                        APIField("title", .text, required: true, "What people call it."),
                        APIField("group", .text, "The heading it stands under."),
                        APIField("low", .decimal, required: true, "The lowest level, which is the best."),
                        APIField("high", .decimal, required: true, "The highest level."),
                    ])
                )
            ), ("occasions", .list(occasionSchema)),
        ])
    ) { keeper, request in
        guard let form = try DistanceForm(ofCase: request.id, keeper) else { throw APIProblem.notFound }
        let family = form.measures.item.familyID.text
        try keeper.logRead("API: distance travelled", table: Family.table.name, key: family)
        let entered = form.measures.sheets.filter { $0.record.instrument == form.instrument.id }
        let occasions = Set(entered.compactMap { Occasion($0.record.occasion) }).sorted()
        var json = JSONWriter()
        json.object { json in
            json.objects("areas", form.instrument.items) { area, json in
                json.field("area", area.name)
                json.field("title", area.title)
                json.field("group", area.group)
                json.field("low", Double(area.low.plain))
                json.field("high", Double(area.high.plain))
            }
            json.objects("occasions", occasions) { form.write($0, to: &$1) }
        }
        return APIAnswer(bytes: json.bytes)
    }

    private static let occasionSchema = APISchema.parts([
        ("occasion", .value(.text, "Such as baseline, review_1 or closure.")),
        ("stamp", .value(.text, stampMeaning)),
        (
            "levels",
            .list(
                .fields([
                    APIField("view", .code(Informant.codes), required: true, "Whose view it is."),
                    APIField("area", .text, required: true, "The area."),
                    APIField("level", .decimal, required: true, "The level."),
                    APIField("completed_on", .day, required: true, "The day it was given."),
                    APIField("assessment_id", .text, required: true, "The sheet it is on."),
                ])
            )
        ),
    ])

    private static let distanceFields = [
        APIField("occasion", .text, required: true, "Such as baseline, review_1 or closure."),
        APIField("completed", .day, "The day they were given, not to come; needed where nothing stands yet."),
        APIField("stamp", .text, "What getDistance gave of this occasion; left out where nothing stands yet."),
    ]

    /// Enters the levels of an occasion.
    static let distanceEntering = APIOperation(
        id: "enterDistance",
        method: .post,
        path: "/cases/:id/distance",
        action: .measure,
        subject: .ofCase,
        summary:
            "Enter or change levels of an occasion; VIEW-AREA gives a level, and what is left out stays as it is",
        stage: "Measures",
        body: .fields(distanceFields),
        answer: occasionSchema
    ) { keeper, request in
        let typed = try TypedForm(APIBody(request.body), distanceFields)
        guard typed.isSound else { throw typed.problem }
        guard var form = try DistanceForm(ofCase: request.id, keeper) else { throw APIProblem.notFound }
        let sent = PageRequest(form: typed.all)
        let known = Occasion(typed["occasion"])
        if let known, !form.sheets(of: known).isEmpty {
            form.take(known)
            form.amend(sent)
        } else {
            form.take(sent)
        }
        guard let (occasion, views) = form.read() else { throw form.problem }
        try form.save(views, at: occasion, from: typed["stamp"], keeper)
        guard let now = try DistanceForm(ofCase: request.id, keeper) else { throw APIProblem.notFound }
        var json = JSONWriter()
        json.object { now.write(occasion, to: &$0) }
        return APIAnswer(status: 201, bytes: json.bytes)
    }
}

extension DistanceForm {
    /// What stands of an occasion.
    fileprivate func write(_ occasion: Occasion, to json: inout JSONWriter) {
        json.field("occasion", occasion.text)
        json.field("stamp", stamp(of: occasion))
        let levels = sheets(of: occasion)
            .flatMap { sheet in sheet.scores.map { (sheet: sheet.record, score: $0.record) } }
        json.objects("levels", levels) { level, json in
            json.field("view", level.sheet.informant.rawValue)
            json.field("area", level.score.item)
            json.field("level", Double(level.score.value.plain))
            json.field("completed_on", level.sheet.completedOn.iso)
            json.field("assessment_id", level.sheet.id.text)
        }
    }

    /// What must be put right, as programs are told it.
    fileprivate var problem: APIProblem {
        .wrong(
            errors.map { error in
                let field = error.field.hasPrefix("field-") ? String(error.field.dropFirst(6)) : error.field
                let isDay = field.hasPrefix("completed-")
                let pointer = field.isEmpty ? "" : isDay ? "/completed" : "/\(field)"
                return APIProblem.Fault(pointer: pointer, words: error.words)
            }
        )
    }
}
