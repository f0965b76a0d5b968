package import Assess
package import Definitions
import FoundationEssentials
package import Identify
package import Linkage
package import Pay
package import Records
package import Refer
package import Report
package import Values

/// The definitions an installation works by: those the program carries, with the council's own over them.
package struct DefinitionsInForce: Sendable {
    package let instruments: InstrumentCatalogue
    package let criteria: [CriteriaSet]
    package let programmes: [Programme]
    /// Partners' extracts and the agreements they are held under.
    package let feeds: [Feed]
    /// How records of people are linked.
    package let linkage: [LinkageModel]
    /// What is paid for what: outcomes contracts.
    package let contracts: [Contract]
    /// What programmes cost, what they change, and who pays.
    package let plans: [Plan]
    /// Who programmes are for.
    package let eligibility: [ProgrammeEligibility]
    /// How queues are put in order, by their names.
    package let priorities: [String: PriorityRules]
    /// Measures that are looked at together.
    package let scorecards: [Scorecard]
    /// How small counts are kept from being published.
    package let disclosure: [DisclosureRules]
    /// Questions put to the council, and the figures that answer them.
    package let questions: [QuestionLibrary]
    /// Measures in boxes, with what people write beside them.
    package let reportCards: [ReportCard]
    /// What providers' service reviews must tell.
    package let serviceReviews: [ServiceReview]
    /// Outcomes, their measures, and how the data come in.
    package let frameworks: [EvaluationFramework]
    /// What is published again and again, and when.
    package let publications: [PublicationSchedule]
    /// Names the whole set, so that a document can say by which definitions it was made.
    package let version: String

    /// Reads the shipped definitions and those of a folder, if one is named.
    ///
    /// Throws everything that is wrong with any file, with its file and line.
    package static func load(folder: String?) throws -> DefinitionsInForce {
        let local = try folder.map(files) ?? []
        let set = try DefinitionSet(local: local)
        return DefinitionsInForce(
            instruments: try InstrumentCatalogue(set),
            criteria: try CriteriaSet.all(set),
            programmes: try Programme.all(set),
            feeds: try Feed.all(set),
            linkage: try LinkageModel.all(set),
            contracts: try Contract.all(set),
            plans: try Plan.all(set),
            eligibility: try ProgrammeEligibility.all(set),
            priorities: try PriorityRules.all(set),
            scorecards: try Scorecard.all(set),
            disclosure: try DisclosureRules.all(set),
            questions: try QuestionLibrary.all(set),
            reportCards: try ReportCard.all(set),
            serviceReviews: try ServiceReview.all(set),
            frameworks: try EvaluationFramework.all(set),
            publications: try PublicationSchedule.all(set),
            version: version(with: local)
        )
    }

    /// What names the whole set, for a document that needs no more of it; the definitions themselves are not read.
    package static func version(folder: String?) throws -> String {
        version(with: try folder.map(files) ?? [])
    }

    private static func version(with local: [DefinitionFile]) -> String {
        local.isEmpty ? ShippedVersion.text : "\(ShippedVersion.text) with \(local.count) of the installation"
    }

    static func files(_ folder: String) throws -> [DefinitionFile] {
        let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
        let files = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        guard !files.isEmpty else {
            throw FileRefusal("There are no definition files (.yml) in \(folder). Check the path.")
        }
        return try files.map { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw FileRefusal("\(folder)/\(name) cannot be read. Check that you may open it.")
            }
            return DefinitionFile(name: name, bytes: [UInt8](data))
        }
    }

    /// The criteria sets by name, for a message.
    package var criteriaNames: String { criteria.map(\.id).joined(separator: ", ") }

    /// The criteria set asked about unless another is named: the one the reports have always used, else the first.
    package var usualCriteria: String {
        let usual = "troubled-families-2012"
        return hasCriteria(usual) ? usual : criteria.first?.id ?? usual
    }

    package func criteriaSet(_ id: String) -> CriteriaSet? {
        criteria.first { $0.id == id }
    }

    package func hasCriteria(_ id: String) -> Bool {
        criteria.contains { $0.id == id }
    }

    /// The contracts by name, for a message.
    package var contractNames: String { contracts.map(\.id).joined(separator: ", ") }

    package func contract(_ id: String) -> Contract? {
        contracts.first { $0.id == id }
    }

    package func scorecard(_ id: String) -> Scorecard? {
        scorecards.first { $0.id == id }
    }

    /// The rule for small counts that is used unless another is named.
    package var usualDisclosure: DisclosureRules? {
        disclosure.first { $0.id == DisclosureRules.usual } ?? disclosure.first
    }

    package func programme(_ id: String) -> Programme? {
        programmes.first { $0.id == id }
    }

    /// `MST`, or the code itself where nobody has named the programme.
    package func programmeTitle(_ id: String) -> String {
        programme(id)?.shortTitle ?? id
    }

    /// The instrument's title, or its code where it is not defined.
    package func instrumentTitle(_ id: String) -> String {
        instruments[id]?.title ?? id
    }

    /// The total of an assessment: the one given, or scored from its items.
    package func total(_ instrument: String, _ scores: [Score], _ informant: Informant) -> Values.Decimal? {
        let items = ItemScores(scores.map { (item: $0.item, value: $0.value) })
        guard let instrument = instruments[instrument] else { return items["total"] }
        return Scoring.total(of: instrument, scores: items, informant: informant)
    }
}

/// The version of the shipped definitions; raised with each release that changes one.
enum ShippedVersion {
    static let text = "2026.2"
}
