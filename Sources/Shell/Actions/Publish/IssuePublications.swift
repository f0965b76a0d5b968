import Crypto
package import Documents
import Press
package import Records
package import Register
package import Report
import Statistics
package import Values

/// Makes publications that are due, has them approved by a second person, and keeps them as they were issued.
package struct IssuePublications: Sendable {
    /// Why a publication cannot be made or approved, in words for the form.
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package let words: String
        package var description: String { words }
    }

    /// What is due waits for a person's signature, in words: that is no failure.
    struct WaitsForSignOff: Error {
        let words: String
    }

    /// A publication with its forms, as kept.
    package struct Kept: Sendable {
        package let held: Held<Publication>
        package let files: [PublicationFile]

        package var publication: Publication { held.record }
    }

    /// What came of a schedule that was looked at.
    package struct Made: Sendable {
        package let edition: PublicationEdition
        /// The latest period that is due; nil where none is yet.
        package let period: Period?
        package let outcome: Outcome

        package enum Outcome: Sendable, Hashable {
            case notDue
            /// Kept before, by its reference.
            case kept(String)
            /// Made now, and waits for a second person to approve it.
            case made(String)
            /// Cannot be made until a person has signed off what it is of, in words.
            case waitsForSignOff(String)
            /// Cannot be made, and why.
            case refused(String)
        }

        package var schedule: PublicationSchedule { edition.schedule }

        /// The publication of the period: made now, or kept before.
        package var id: String? {
            switch outcome {
            case .kept(let id), .made(let id): id
            case .notDue, .waitsForSignOff, .refused: nil
            }
        }

        package var isNew: Bool { if case .made = outcome { true } else { false } }

        /// Why it was not made, where that is a failure.
        package var refusal: String? { if case .refused(let words) = outcome { words } else { nil } }
    }

    let keeper: Keeper
    private let formats: [DocumentFormat]

    /// - Parameters:
    ///   - keeper: of whoever makes or approves.
    ///   - formats: the forms that are kept of what is made.
    package init(_ keeper: Keeper, formats: [DocumentFormat] = DocumentFormat.kept) {
        self.keeper = keeper
        self.formats = formats
    }

    /// Every publication, the latest first.
    package func publications() throws -> [Publication] {
        try keeper.register.held(Publication.self).map(\.record)
            .sorted { ($0.to, $0.madeOn, $0.id) > ($1.to, $1.madeOn, $1.id) }
    }

    /// A publication with its forms; nil where there is none.
    package func publication(_ id: String) throws -> Kept? {
        guard let held = try keeper.register.held(Publication.self, key: id) else { return nil }
        let files = try keeper.register.held(PublicationFile.self, where: "publication_id", is: .text(id))
        return Kept(held: held, files: files.map(\.record).sorted { $0.format < $1.format })
    }

    /// One form of a publication as it was issued.
    ///
    /// - Throws: `Refusal` where it is not what its digest in the chain of changes says.
    package func content(_ kept: Kept, _ format: DocumentFormat) throws -> [UInt8]? {
        guard let file = kept.files.first(where: { $0.format == format.rawValue }) else { return nil }
        let id = kept.publication.id.text
        guard let bytes = try keeper.register.publicationContent(id, format: file.format),
            bytes.sha256.hex == file.digest
        else {
            throw Refusal(words: "This file is not kept as it was issued: its digest differs. Run homeward verify")
        }
        return bytes
    }

    /// Makes whatever is due by a day and not made yet; the same again makes nothing.
    package func makeDue(by day: Day) throws -> [Made] {
        let kept = try publications()
        return try keeper.definitions.publications.flatMap(editions).map { edition in
            guard let period = edition.schedule.due(by: day) else {
                return Made(edition: edition, period: nil, outcome: .notDue)
            }
            return Made(edition: edition, period: period, outcome: try outcome(of: edition, period, kept))
        }
    }

    /// Makes what a schedule names for a period of one's own, due or not; gives what came of it.
    ///
    /// - Throws: `Refusal` where there is no such schedule, the period has not ended, or every provider has its own.
    package func make(_ schedule: String, _ period: Period) throws -> Made {
        guard let schedule = keeper.definitions.publications.first(where: { $0.id == schedule }) else {
            let names = keeper.definitions.publications.map(\.id).joined(separator: ", ")
            throw Refusal(words: "There is no schedule of that name. Give one of: \(names)")
        }
        guard try period.to <= keeper.today() else { throw Refusal(words: "The period has not ended yet") }
        if case .serviceReview = schedule.content {
            throw Refusal(words: "Reviews of providers are made when they are due and signed off")
        }
        let edition = PublicationEdition(schedule: schedule, provider: nil)
        return Made(edition: edition, period: period, outcome: try outcome(of: edition, period, publications()))
    }

    private func outcome(
        of edition: PublicationEdition,
        _ period: Period,
        _ kept: [Publication]
    ) throws -> Made.Outcome {
        let same = kept.filter { $0.schedule == edition.name && $0.period == period && !$0.isTurnedDown }
        if let latest = same.first(where: { $0.correction(among: same) == nil }) { return .kept(latest.id.text) }
        do {
            return .made(try make(edition, period))
        } catch let waits as WaitsForSignOff {
            return .waitsForSignOff(waits.words)
        } catch let refusal as Refusal {
            return .refused(refusal.words)
        }
    }

    private func make(_ edition: PublicationEdition, _ period: Period) throws -> String {
        try keep(Issue(edition, period, keeper), as: edition, period)
    }

    /// Keeps what was made in every form there is, to be approved; gives its reference.
    func keep(
        _ issue: Issue,
        as edition: PublicationEdition,
        _ period: Period,
        correcting: (id: Identifier<Publication>, reason: String)? = nil
    ) throws -> String {
        let id = keeper.newReference("PUB")
        var publication = Publication(
            id: Identifier(id),
            schedule: edition.name,
            title: edition.title,
            period: period,
            knownAt: issue.knownAt,
            definitions: keeper.definitions.version,
            isPublic: edition.schedule.isPublic,
            madeOn: try keeper.today(),
            madeBy: keeper.actor.id
        )
        (publication.corrects, publication.reason) = (correcting?.id, correcting?.reason)
        var entry = Entry()
        entry.add(publication)
        for format in formats {
            let bytes = try Press.bytes(of: issue.document(format))
            // The bytes go in before the record, so that no record ever names a file that is not there.
            try keeper.register.keepPublication(id, format: format.rawValue, bytes)
            entry.add(
                PublicationFile(
                    publicationID: Identifier(id),
                    format: format.rawValue,
                    bytes: bytes.count,
                    digest: bytes.sha256.hex
                )
            )
        }
        for figure in issue.published { entry.add(PreparedFigure(figure, of: id)) }
        try keeper.enter(entry, purpose: "publication", summary: "Made publication \(id): \(edition.name)")
        return id
    }

    /// Approves and so issues what somebody else made.
    ///
    /// What anybody may read is held against all that was published since; where that would give a count away it is refused.
    package func approve(_ kept: Kept) throws {
        try checkSecondPerson(kept, "approve")
        if kept.publication.isPublic { try checkAgainstOthers(kept) }
        var publication = kept.publication
        publication.approvedOn = try keeper.today()
        publication.approvedBy = keeper.actor.id
        try revise(kept, publication, "Issued")
    }

    /// Turns down what was made, so that it is made again when it is due.
    package func turnDown(_ kept: Kept) throws {
        guard kept.publication.isWaiting else { throw Refusal(words: "This publication no longer waits for approval") }
        var publication = kept.publication
        publication.turnedDownOn = try keeper.today()
        publication.turnedDownBy = keeper.actor.id
        try revise(kept, publication, "Turned down")
    }

    private func revise(_ kept: Kept, _ publication: Publication, _ what: String) throws {
        var entry = Entry()
        entry.revise(publication, version: kept.held.version)
        let summary = "\(what) publication \(publication.id.text)"
        try keeper.enter(entry, purpose: "publication", summary: summary)
    }

    private func checkSecondPerson(_ kept: Kept, _ what: String) throws {
        guard kept.publication.isWaiting else { throw Refusal(words: "This publication no longer waits for approval") }
        guard kept.publication.madeBy != keeper.actor.id else {
            throw Refusal(words: "Somebody else must \(what) what you made")
        }
    }

    private func checkAgainstOthers(_ kept: Kept) throws {
        let id = kept.publication.id.text
        let figures = try keeper.register.held(PreparedFigure.self, where: "answer_id", is: .text(id))
            .compactMap(\.record.published)
        guard let edition = try edition(of: kept.publication), let period = kept.publication.period,
            let now = try? Issue(edition, period, keeper, knownAt: kept.publication.knownAt),
            Set(now.published) == Set(figures)
        else {
            throw Refusal(
                words: "What was published since, or other definitions, would give counts away. "
                    + "Turn this down and make it again"
            )
        }
    }
}

extension DocumentFormat {
    /// The forms that are kept of a publication.
    package static var kept: [DocumentFormat] {
        [.html, .csv, .json, .xlsx] + (Press.canPrint ? [.pdf] : [])
    }
}
