import Actions
import Assess
import Documents
import Records
import Values

/// Scores, bands and changes as tables and words.
enum MeasureTables {
    /// A score as people read it: as it is, or to two decimals where it is an exact mean with many.
    static func words(_ score: Decimal?) -> String {
        guard let score else { return "" }
        return score.places <= 3 ? score.plain : NumberText.decimal(score.double, places: 2)
    }

    /// Scores as they were entered, item by item.
    static func entered(_ sheet: KeptSheet, _ instrument: Instrument, caption: String) -> DataTable {
        let scores = sheet.completed.scores
        return DataTable(
            caption: caption,
            columns: ["Item", .number("Score"), "Means"],
            rows: instrument.entries.compactMap { entry in
                guard let value = scores[entry.name] else { return nil }
                let meaning = instrument.item(entry.name)?.meaning(of: value)
                return [.text(entry.title), .text(words(value)), .text(meaning ?? "")]
            },
            whenEmpty: "No scores are recorded."
        )
    }

    /// Each scale with its score, its band and what has become of it.
    static func scales(_ scored: ScoredSheet) -> DataTable {
        DataTable(
            caption: "Scores",
            columns: ["Scale", .number("Score"), "Band", .number("Before"), "Change"],
            rows: scored.results.map { result in
                [
                    .text(result.scale.title), .text(score(result)), .text(result.bandLabel ?? ""),
                    .text(words(result.previous)), .text(change(result)),
                ]
            },
            whenEmpty: "This measure has no scales: each item stands for itself."
        )
    }

    private static func score(_ result: ScaleResult) -> String {
        guard let score = result.score else {
            return result.items == 0
                ? "Not given" : "Not scored: \(result.answered) of \(result.items) answered"
        }
        return words(score)
    }

    /// `Better, down 8, more than the error of measurement`.
    static func change(_ result: ScaleResult) -> String {
        guard let change = result.change, let movement = result.movement else { return "" }
        guard movement != .same else { return movement.label }
        let size = words(Decimal(digits: abs(change.digits), places: change.places))
        let way = "\(movement.label), \(change.digits > 0 ? "up" : "down") \(size)"
        return switch result.isReliable {
        case nil: way
        case true?: "\(way), more than the error of measurement"
        case false?: "\(way), within the error of measurement"
        }
    }
}

extension Pages {
    /// The way to a page of a case.
    func caseWay(_ measures: CaseMeasures) -> Page.Way {
        let family = measures.item.familyID.text
        return way(
            Link("Find a family", Address("search")),
            Link("Family \(family)", Address("families", family)),
            Link("Measures", Address("cases", measures.item.id.text, "measures"))
        )
    }

    /// Notes that a page of a family's measures was read.
    func logMeasures(_ measures: CaseMeasures, _ what: String) throws {
        try keeper.logRead(what, table: "families", key: measures.item.familyID.text)
    }
}

extension Pages {
    /// A piece of a page in which a link that the viewer may not follow is written as its words alone.
    func readersHTML(_ write: (inout HTML) -> Void) -> HTML {
        var html = HTML(for: viewer.reader)
        write(&html)
        return html
    }
}
