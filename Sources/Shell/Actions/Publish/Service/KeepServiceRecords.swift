package import Records
package import Register
import Values

/// Entering complaints, training, feedback and case studies, and publishing what a second person has looked at.
package struct KeepServiceRecords {
    package struct Refusal: Error {
        package let words: String
    }

    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Saves a record over the version its form was made from; a new one where there was none.
    package func save(_ record: some Record, version: Int64?, _ summary: String) throws {
        var entry = Entry()
        if let version { entry.revise(record, version: version) } else { entry.add(record) }
        try keeper.enter(entry, purpose: "service", summary: summary)
    }

    /// Publishes what was said and what was done about it, which somebody else entered.
    package func publish(_ held: Held<ServiceFeedback>) throws {
        guard held.record.publishedOn == nil else { return }
        guard held.record.did != nil else {
            throw Refusal(words: "Say first what the service did about it")
        }
        guard try !isAuthor(of: held.record.id.text, in: ServiceFeedback.table.name) else {
            throw Refusal(words: "Somebody else must publish what you entered")
        }
        var published = held.record
        published.publishedOn = try keeper.today()
        published.publishedBy = keeper.actor.id
        try save(published, version: held.version, "Published what people said and what was done")
    }

    /// Reviews a case study that somebody else wrote, and publishes it, where the family agreed.
    package func publish(_ held: Held<CaseStudy>) throws {
        guard held.record.publishedOn == nil else { return }
        guard held.record.consentedOn != nil else {
            throw Refusal(words: "The family must agree before the study is published")
        }
        guard try !isAuthor(of: held.record.id.text, in: CaseStudy.table.name) else {
            throw Refusal(words: "Somebody else must review what you wrote")
        }
        let today = try keeper.today()
        var published = held.record
        published.reviewedOn = today
        published.reviewedBy = keeper.actor.id
        published.publishedOn = today
        try save(published, version: held.version, "Reviewed and published a case study")
    }

    /// Whether the person wrote any version of a record.
    private func isAuthor(of key: String, in table: String) throws -> Bool {
        try keeper.register.history(ofTable: table, key: key).contains { $0.actor == keeper.actor.id }
    }

    /// Takes a case study back, because consent was taken back.
    package func withdraw(_ held: Held<CaseStudy>) throws {
        guard held.record.withdrawnOn == nil else { return }
        var withdrawn = held.record
        withdrawn.withdrawnOn = try keeper.today()
        try save(withdrawn, version: held.version, "Withdrew a case study")
    }
}
