package import Records
import Register
package import Report
package import Values

/// One document of a schedule: the schedule's own, or, where every provider has one, that of a provider.
package struct PublicationEdition: Sendable {
    package let schedule: PublicationSchedule
    /// Whose it is; nil where it is about all.
    package let provider: Organisation?

    /// What a publication says it was made by: `service-review-quarterly/O02`.
    package var name: String { provider.map { "\(schedule.id)/\($0.id.text)" } ?? schedule.id }

    package var title: String { provider.map { "\(schedule.title): \($0.name)" } ?? schedule.title }
}

extension Publication {
    /// The schedule it was made by, and the provider it is about; nil where it is about all.
    package var edition: (schedule: String, provider: Identifier<Organisation>?) {
        guard let slash = schedule.firstIndex(of: "/") else { return (schedule, nil) }
        return (String(schedule[..<slash]), Identifier(String(schedule[schedule.index(after: slash)...])))
    }
}

extension IssuePublications {
    /// What a schedule makes every time: one document, or one for each provider with a case.
    func editions(of schedule: PublicationSchedule) throws -> [PublicationEdition] {
        guard case .serviceReview = schedule.content else {
            return [PublicationEdition(schedule: schedule, provider: nil)]
        }
        return try keeper.providersWithCases().map { PublicationEdition(schedule: schedule, provider: $0) }
    }

    /// What a publication was made as; nil where its schedule or its provider is no longer known.
    func edition(of publication: Publication) throws -> PublicationEdition? {
        let (name, id) = publication.edition
        guard let schedule = keeper.definitions.publications.first(where: { $0.id == name }) else { return nil }
        guard let id else { return PublicationEdition(schedule: schedule, provider: nil) }
        guard let provider = try keeper.register.held(Organisation.self, key: id.text)?.record else { return nil }
        return PublicationEdition(schedule: schedule, provider: provider)
    }
}
