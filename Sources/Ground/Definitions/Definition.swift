package import Values

/// What a definition file can define.
package enum DefinitionKind: String, CaseIterable, Sendable {
    /// A questionnaire or rating scale and its scoring.
    case instrument
    /// A set of criteria that families are identified by.
    case criteria
    /// A programme: its name, and what its figures are held against.
    case programme
    /// A partner's extract, and the agreement it is held under.
    case feed
    /// How records of people are linked.
    case linkage
    /// What is paid for what, and when: an outcomes contract.
    case contract
    /// What a programme costs, what it changes, and who pays.
    case plan
    /// What a unit of an outcome is worth, by agency and price year.
    case unitCosts = "unit_costs"
    /// What a programme costs against what it is worth.
    case benefit
    /// Which referrals are looked at, or given a place, before others.
    case priority
    /// How small counts are kept from being published.
    case disclosurePolicy = "disclosure_policy"
    /// Measures that are looked at together.
    case scorecard
    /// Questions people ask of a council, and the figures that answer them.
    case questions
    /// Measures in four boxes with the story behind them: a report card.
    case reportCard = "report_card"
    /// What a provider's service review must tell.
    case serviceReview = "service_review"
    /// What is to be achieved, how it is measured, and where the data come from.
    case evaluationFramework = "evaluation_framework"
    /// What is published again and again, and when.
    case publication
}

/// One definition file: what every definition has, and the rest as it was written.
package struct Definition: Sendable {
    package let kind: DefinitionKind
    /// Its name among those of its kind; a local definition with the same one replaces a shipped one.
    package let id: String
    package let version: String
    /// The day from which it applies.
    package let from: Day
    package let provenance: Provenance
    /// The file it was read from.
    package let file: String
    let body: YamlMap

    /// Reads what every definition has; nil, with its problems noted, where any of it is missing.
    init?(file: DefinitionFile, problems: ProblemList) {
        guard let body = YamlMap(file, problems: problems) else { return nil }
        var map = MapReader(body, file: file.name, problems: problems)
        let kind: DefinitionKind? = map.code("kind")
        let id = map.text("id")
        let version = map.text("version")
        let from = map.day("from")
        let provenance = Provenance(reading: &map)
        guard let kind, let id, let version, let from, let provenance else { return nil }
        self.kind = kind
        self.id = id
        self.version = version
        self.from = from
        self.provenance = provenance
        self.file = file.name
        self.body = body
    }

    /// The keys every definition has.
    static let commonKeys: Set = ["kind", "id", "version", "from", "source", "evidence"]
}
