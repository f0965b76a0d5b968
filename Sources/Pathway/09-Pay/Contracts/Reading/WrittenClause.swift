import Definitions
import Values

/// A clause as it is written: it names other clauses, which are found once all have been read.
struct WrittenClause {
    let id: String
    let label: String
    let checked: Provenance.Evidence
    let line: Int
    let rule: ClauseRule
    /// The ids under `on`; nil where the key is missing.
    let on: [String]?
    /// The ids under `instead_of`.
    let insteadOf: [String]

    private static let keys = [
        "amount", "every", "from", "to", "price", "prices", "outcome", "instead_of", "unit", "baseline_percent",
        "baseline_percents", "window_months", "percent", "paid", "of", "measure", "at_least_percent",
        "any_cohort_percent",
        "bands", "per", "until", "up_to",
    ]

    init?(reading map: inout MapReader, outcomes: [String], term: Term, checked: Provenance.Evidence) {
        line = map.line
        let id = map.text("id")
        let label = map.text("label")
        self.checked = map.optionalCode("evidence") ?? checked
        on = map.optionalTexts("on")
        guard let kind: ClauseKind = map.code("clause") else {
            map.takeRest(WrittenClause.keys)
            return nil
        }
        insteadOf = kind == .outcome ? map.optionalTexts("instead_of") ?? [] : []
        let reader = ClauseReader(outcomes: outcomes, term: term)
        guard let rule = reader.rule(kind, &map), let id, let label else { return nil }
        self.id = id
        self.label = label
        self.rule = rule
        if kind.earns, on != nil { map.refuse("on", "must be left out: a \(kind.rawValue) clause pays on its own") }
    }
}
