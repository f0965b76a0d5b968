import Actions
import Assess
import Definitions
import Documents
import Identify
import Records
import Report
import Values

extension Pages {
    /// What every figure means, and the definitions they rest on, each with its source.
    func definitions(_ request: PageRequest) throws -> PageAnswer {
        let day = try keeper.today()
        let criteria = keeper.definitions.usualCriteria
        let questions: [ReportQuestion] = [
            .keyInformation(asAt: day, programme: nil), .performance(during: .last(months: 12, asAt: day)),
            .intelligence(asAt: day, criteria: criteria),
        ]
        let answers = try questions.compactMap { try keeper.answer($0) }
        return page(Page("What each figure means", way: way())) { html in
            html.lead(
                "Definitions version \(keeper.definitions.version). A figure's id stays the same from year to year."
            )
            for answer in answers { figures(answer, &html) }
            for instrument in keeper.definitions.instruments.instruments { self.instrument(instrument, &html) }
            sources(&html)
        }
    }

    /// One row a definition: the sets of all programmes share theirs.
    private func figures(_ answer: ReportAnswer, _ html: inout HTML) {
        var seen: Set<String> = []
        let rows = answer.figures.filter { figure in
            seen.insert("\(figure.label)\u{1F}\(figure.definition)").inserted
        }
        html.table(
            DataTable(
                caption: answer.title,
                columns: ["Figure", "Id", "Definition"],
                rows: rows.map { [.text($0.label), .text($0.id), .text($0.definition)] }
            )
        )
    }

    private func instrument(_ instrument: Instrument, _ html: inout HTML) {
        let tables = instrument.schemes.flatMap(\.tables).filter { $0.scale == "total" }
        guard !tables.isEmpty else { return }
        html.table(
            DataTable(
                caption: "\(instrument.title): bands of the total",
                columns: ["Scheme", "Who answered", "Bands", "Source", "Evidence"],
                rows: tables.map { table in
                    let bands = zip(table.bands, table.ranges).map {
                        "\($0.label) \($1.lowerBound) to \($1.upperBound)"
                    }
                    return [
                        .text(table.scheme), .text(table.informant.label), .text(bands.joined(separator: ", ")),
                        .text(table.provenance.document), .text(table.provenance.evidence.rawValue),
                    ]
                }
            )
        )
    }

    private func sources(_ html: inout HTML) {
        let instruments = keeper.definitions.instruments.instruments.map { ($0.title, $0.provenance) }
        let criteria = keeper.definitions.criteria.compactMap { set in set.provenance.map { (set.title, $0) } }
        let programmes = keeper.definitions.programmes.map { ($0.title, $0.provenance) }
        html.table(
            DataTable(
                caption: "Where the definitions come from",
                columns: ["Definition", "Source", "Section", "Evidence"],
                rows: (instruments + criteria + programmes).map { title, provenance in
                    [
                        .text(title), .text(provenance.document), .text(provenance.section),
                        .text(provenance.evidence.rawValue),
                    ]
                }
            )
        )
    }
}
