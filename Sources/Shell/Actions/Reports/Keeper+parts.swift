import Records
import Register
package import Report
import Values

extension Keeper {
    /// The answer to a question asked of a part of the register; nil where the question names criteria not defined.
    package func answer(
        _ question: ReportQuestion,
        of filter: ReportFilter,
        knownAt change: Int? = nil
    ) throws -> ReportAnswer? {
        guard !filter.isEmpty else { return try answer(question, knownAt: change) }
        return try ground(filter, knownAt: change).answer(question)
    }

    /// The same with one figure opened onto its members.
    package func open(
        _ figure: String,
        of question: ReportQuestion,
        in filter: ReportFilter,
        knownAt change: Int? = nil
    ) throws -> ReportAnswer? {
        try ground(filter, knownAt: change).answer(question, opening: figure)
    }

    /// How the members of a figure are told apart by a dimension; nil where it is not a count or a share of members.
    package func breakdown(
        _ figure: String,
        of question: ReportQuestion,
        by dimension: Dimension,
        in filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> FigureBreakdown? {
        let ground = try ground(filter, knownAt: change)
        return ground.answer(question, opening: figure)?.figures.first { $0.id == figure }
            .flatMap { FigureBreakdown($0, by: dimension, ground.snapshot) }
    }

    /// The names of groups: programmes by their definitions, providers by the register.
    package func groupNames() throws -> GroupNames {
        let providers = try register.held(Organisation.self).map(\.record)
        return GroupNames(
            providers: Dictionary(providers.map { ($0.id.text, $0.name) }) { first, _ in first },
            definitions: definitions
        )
    }
}

/// What the groups of a dimension are called.
package struct GroupNames: Sendable {
    package let providers: [String: String]
    private let definitions: DefinitionsInForce

    init(providers: [String: String], definitions: DefinitionsInForce) {
        self.providers = providers
        self.definitions = definitions
    }

    /// The group's name; nil is the group of those not known.
    package func name(_ code: String?, _ dimension: Dimension) -> String {
        guard let code else { return "Not known" }
        return switch dimension {
        case .programme: definitions.programmeTitle(code)
        case .provider: providers[code] ?? code
        default: CaseGroups.label(code, dimension)
        }
    }

    /// `Provider: Lanternbridge Families; Tier of need: High`; nil for the whole.
    package func words(_ filter: ReportFilter) -> String? {
        guard !filter.isEmpty else { return nil }
        return filter.parts.map { "\($0.dimension.title): \(name($0.code, $0.dimension))" }.joined(separator: "; ")
    }
}
