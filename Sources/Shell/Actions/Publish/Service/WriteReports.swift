package import Records
package import Register
package import Values

/// Which report of which provider and period something is written in.
package struct ReportPlace: Sendable, Hashable {
    /// The report's definition.
    package let report: String
    package let provider: Identifier<Organisation>?
    package let period: Period

    package init(report: String, provider: Identifier<Organisation>?, period: Period) {
        self.report = report
        self.provider = provider
        self.period = period
    }

    /// `quarterly-service-review/O02/2026-04-01`: the same place always has the same reference.
    var reference: String { "\(report)/\(provider?.text ?? "all")/\(period.from.iso)" }

    func holds(_ report: String, _ provider: Identifier<Organisation>?, _ from: Day) -> Bool {
        report == self.report && provider == self.provider && from == period.from
    }
}

/// What people wrote in a report and agreed to do, as known at a change.
package struct ReportStory: Sendable {
    package let place: ReportPlace
    /// By part.
    package let narratives: [String: Held<ReportNarrative>]
    package let actions: [Held<ReportAction>]
    package let signOff: Held<ReviewSignOff>?

    /// What stands in a part; nil where nobody has written it.
    package func words(_ part: String) -> String? { narratives[part]?.record.words }

    /// Handed in: nothing of it may be changed until it is given back.
    package var isClosed: Bool { signOff != nil }
    package var isSigned: Bool { signOff?.record.signedOn != nil }
}

/// Writing in reports: parts with their versions, actions, handing in and signing off by somebody else.
package struct WriteReports {
    package struct Refusal: Error {
        package let words: String
    }

    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    package func story(_ place: ReportPlace, knownAt change: Int? = nil) throws -> ReportStory {
        let register = keeper.register
        let narratives = try register.known(ReportNarrative.self, at: change)
            .filter { place.holds($0.record.report, $0.record.organisationID, $0.record.from) }
        return ReportStory(
            place: place,
            narratives: Dictionary(narratives.map { ($0.record.part, $0) }) { $1 },
            actions: try register.known(ReportAction.self, at: change)
                .filter { place.holds($0.record.report, $0.record.organisationID, $0.record.from) }
                .sorted { ($0.record.dueOn, $0.record.id) < ($1.record.dueOn, $1.record.id) },
            signOff: try register.known(ReviewSignOff.self, at: change)
                .first { place.holds($0.record.report, $0.record.organisationID, $0.record.from) }
        )
    }

    /// Every version of a part, the oldest first.
    package func versions(_ place: ReportPlace, part: String) throws -> [(narrative: ReportNarrative, version: Version)]
    {
        try keeper.register.history(ofTable: ReportNarrative.table.name, key: key(place, part)).compactMap { version in
            (try? ReportNarrative(row: version.row)).map { ($0, version) }
        }
    }

    private func key(_ place: ReportPlace, _ part: String) -> String { "\(place.reference)/\(part)" }

    /// Writes a part over the version that was read; the first version where there was none.
    package func write(_ words: String, part: String, in place: ReportPlace, version: Int64?) throws {
        try refuseClosed(place)
        let narrative = ReportNarrative(
            id: Identifier(key(place, part)),
            report: place.report,
            organisationID: place.provider,
            from: place.period.from,
            to: place.period.to,
            part: part,
            words: words,
            writtenOn: try keeper.today(),
            writtenBy: keeper.actor.id
        )
        var entry = Entry()
        if let version { entry.revise(narrative, version: version) } else { entry.add(narrative) }
        try keeper.enter(entry, purpose: "reporting", summary: "Wrote in a report: \(place.report), \(part)")
    }

    /// Notes an action that was agreed on a report.
    package func agree(_ what: String, owner: String, dueOn: Day, in place: ReportPlace) throws {
        try refuseClosed(place)
        var entry = Entry()
        entry.add(
            ReportAction(
                id: Identifier(keeper.newReference("ACT")),
                report: place.report,
                organisationID: place.provider,
                from: place.period.from,
                what: what,
                owner: owner,
                dueOn: dueOn,
                madeOn: try keeper.today(),
                madeBy: keeper.actor.id
            )
        )
        try keeper.enter(entry, purpose: "reporting", summary: "Agreed an action on a report: \(place.report)")
    }

    /// Notes that an action is done; a second time changes nothing.
    package func finish(_ action: Held<ReportAction>) throws {
        guard action.record.doneOn == nil else { return }
        var done = action.record
        done.doneOn = try keeper.today()
        var entry = Entry()
        entry.revise(done, version: action.version)
        try keeper.enter(entry, purpose: "reporting", summary: "An action agreed on a report is done")
    }

    /// Hands a report in, once every part that must be written is.
    package func submit(_ place: ReportPlace, needing parts: [(id: String, title: String)]) throws {
        try refuseClosed(place)
        let story = try story(place)
        let missing = parts.filter { story.words($0.id) == nil }
        guard missing.isEmpty else {
            throw Refusal(words: "Write these first: \(missing.map(\.title).joined(separator: "; "))")
        }
        guard place.period.to < (try keeper.today()) else {
            throw Refusal(words: "The period is not over: it ends on \(place.period.to.long)")
        }
        var entry = Entry()
        entry.add(
            ReviewSignOff(
                id: Identifier(place.reference),
                report: place.report,
                organisationID: place.provider,
                from: place.period.from,
                to: place.period.to,
                knownAt: try keeper.register.latestChange(),
                submittedOn: try keeper.today(),
                submittedBy: keeper.actor.id
            )
        )
        try keeper.enter(entry, purpose: "reporting", summary: "Handed in a report: \(place.report)")
    }

    /// Signs a report off, which somebody else wrote and handed in.
    package func sign(_ place: ReportPlace) throws {
        let story = try story(place)
        guard let held = story.signOff else { throw Refusal(words: "Nobody has handed this report in yet") }
        guard held.record.signedOn == nil else { throw Refusal(words: "This report is signed off already") }
        // Whoever wrote any version of any part has a share in it.
        let authors = try story.narratives.values.flatMap { narrative in
            try keeper.register.history(ofTable: ReportNarrative.table.name, key: narrative.record.id.text).map(\.actor)
        }
        guard held.record.submittedBy != keeper.actor.id, !authors.contains(keeper.actor.id) else {
            throw Refusal(words: "Somebody else must sign off what you wrote or handed in")
        }
        var signed = held.record
        signed.signedOn = try keeper.today()
        signed.signedBy = keeper.actor.id
        var entry = Entry()
        entry.revise(signed, version: held.version)
        try keeper.enter(entry, purpose: "reporting", summary: "Signed off a report: \(place.report)")
    }

    /// Gives a report back to be written on, until it is signed off.
    package func giveBack(_ place: ReportPlace) throws {
        guard let held = try story(place).signOff, held.record.signedOn == nil else {
            throw Refusal(words: "Only a report that waits to be signed off can be given back")
        }
        var entry = Entry()
        entry.end(held)
        try keeper.enter(entry, purpose: "reporting", summary: "Gave a report back to be written on: \(place.report)")
    }

    private func refuseClosed(_ place: ReportPlace) throws {
        guard try !story(place).isClosed else {
            throw Refusal(words: "This report is handed in. It must be given back before anything in it is changed")
        }
    }
}
