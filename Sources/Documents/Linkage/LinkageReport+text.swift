import Linkage
import Values

extension LinkageReport {
    /// What the linking came to, for a terminal.
    package func text(_ imprint: Imprint) -> String {
        var lines = [headline, ""]
        lines += sourceTable.lines()
        lines += absentLines
        lines += ["", "Pairs compared: \(NumberText.count(summary.compared)), each once. By blocking rule:", ""]
        lines += ruleTable.lines()
        lines += trainingLines
        lines += ["", thresholdLine, ""]
        lines += thresholdTable.lines()
        lines += ["", "A record is in other company where it would be together with more or fewer records."]
        if !cautions.isEmpty { lines += ["", "To be known before this is relied on:", ""] }
        lines += cautions.flatMap { LinkageReport.bullet($0) }
        lines += [""] + self.lines(imprint).flatMap { wrap($0, width: pageWidth) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let trained = isTrained ? ", trained on these records" : ""
        return "\(NumberText.plural(summary.records, "record", "records")) linked by the model \(model.id) "
            + "(version \(model.version))\(trained), in \(secondsText)"
    }

    var secondsText: String {
        NumberText.decimal(seconds, places: seconds < 10 ? 1 : 0) + " seconds"
    }

    private var sourceTable: TextTable {
        TextTable(
            columns: [
                .init(title: "Source", isNumeric: false, limit: 60),
                .init(title: "Records", isNumeric: true, limit: 14),
            ],
            rows: sources.map { [$0.name, NumberText.count($0.records)] }
        )
    }

    private var absentLines: [String] {
        let lines = files.filter { !$0.absent.isEmpty }.flatMap { file in
            LinkageReport.bullet("\(file.name) has no column for \(NumberText.list(file.absent))")
        }
        return lines.isEmpty ? [] : ["", "Fields of the model that files lack:", ""] + lines
    }

    private var ruleTable: TextTable {
        TextTable(
            columns: [
                .init(title: "Records that agree in", isNumeric: false, limit: 80),
                .init(title: "Pairs", isNumeric: true, limit: 18),
            ],
            rows: rules.map { [$0.words, NumberText.count($0.pairs)] }
        )
    }

    private var trainingLines: [String] {
        guard isTrained, !account.sessions.isEmpty else { return [] }
        let table = TextTable(
            columns: [
                .init(title: "Trained on pairs that agree in", isNumeric: false, limit: nil),
                .init(title: "Pairs", isNumeric: true, limit: 14),
                .init(title: "One person", isNumeric: true, limit: 10),
                .init(title: "Rounds", isNumeric: true, limit: 6),
                .init(title: "Settled", isNumeric: false, limit: 26),
            ],
            rows: account.sessions.map { session in
                [
                    session.name, NumberText.decimal(session.pairs, places: 0), NumberText.percent(session.matches),
                    NumberText.count(session.rounds), LinkageReport.settled(session),
                ]
            }
        )
        return [""] + table.lines()
    }

    /// Whether a session's parameters stopped moving, in plain words.
    static func settled(_ session: TrainingAccount.Session) -> String {
        session.hasConverged ? "converged" : "NOT converged"
    }

    private var thresholdLine: String {
        let links = NumberText.plural(chosen?.links ?? 0, "link", "links")
        let people = NumberText.plural(chosen?.clusters ?? 0, "person", "people")
        let one = isOneToOne ? ", no two of one source" : ""
        return "At \(NumberText.probability(threshold)): \(links), \(people)\(one); "
            + "the most records taken for one person are \(NumberText.count(summary.largest))."
    }

    private var thresholdTable: TextTable {
        TextTable(
            columns: [
                .init(title: "Threshold", isNumeric: true, limit: 14),
                .init(title: "Links", isNumeric: true, limit: 16),
                .init(title: "People", isNumeric: true, limit: 16),
                .init(title: "In other company", isNumeric: true, limit: 18),
            ],
            rows: summary.thresholds.map { at in
                [
                    NumberText.probability(at.probability), NumberText.count(at.links), NumberText.count(at.clusters),
                    at.probability == threshold ? "chosen" : NumberText.count(at.moved),
                ]
            }
        )
    }

    /// Words after a hyphen, wrapped below each other.
    private static func bullet(_ words: String) -> [String] {
        wrap(words, width: pageWidth - 2).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
}
