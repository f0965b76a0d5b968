package import Assess
package import Records
package import Register
package import Values

/// Saves sheets of scores, new or corrected, as they were checked against the definition of their instrument.
package struct EnterSheet {
    /// Why a sheet cannot be saved, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    private let keeper: Keeper
    private let measures: CaseMeasures
    private let instrument: Instrument

    package init(_ keeper: Keeper, _ measures: CaseMeasures, _ instrument: Instrument) {
        self.keeper = keeper
        self.measures = measures
        self.instrument = instrument
    }

    /// The sheet that stands for the same occasion, informant and person; nil where there is none, or where there may be
    /// many.
    package func standing(_ head: SheetHead, about person: Identifier<Person>?) -> KeptSheet? {
        guard head.occasion.kind != .monthly else { return nil }
        return measures.sheets.first { sheet in
            let record = sheet.completed.assessment
            return record.instrument == instrument.id && record.informant == head.informant
                && record.occasion == head.occasion.text && record.personID == about(person)
        }
    }

    /// Saves a new sheet; gives its reference.
    ///
    /// - Parameters:
    ///   - head: who answered, when in the work, and who collected it; without problems.
    ///   - person: whom it is about; nil for the index child or the family.
    ///   - sheet: the scores; without problems.
    ///   - words: what was said beside it, and what it is.
    ///   - other: what else is saved in the same change.
    /// - Returns: the reference of the assessment.
    /// - Throws: `Refusal` where there is such a sheet already; whatever saving throws.
    package func add(
        _ head: SheetHead,
        about person: Identifier<Person>? = nil,
        _ sheet: ScoreSheet,
        words: (kind: AssessmentNoteKind, text: String)? = nil,
        into other: Entry = Entry()
    ) throws -> Identifier<Assessment> {
        if standing(head, about: person) != nil {
            throw Refusal(words: "There are scores of this informant for this occasion already. Correct those instead")
        }
        var entry = other
        let id = append(head, about: person, sheet, to: &entry)
        if let words { entry.add(try note(words.kind, words.text, of: id)) }
        try keeper.enter(entry, purpose: "assessment", summary: "Entered scores of \(instrument.id)")
        return id
    }

    /// Adds a new sheet to what is to be saved; gives its reference.
    package func append(
        _ head: SheetHead,
        about person: Identifier<Person>?,
        _ sheet: ScoreSheet,
        to entry: inout Entry
    ) -> Identifier<Assessment> {
        let id = Identifier<Assessment>(keeper.newReference("MEAS"))
        entry.add(assessment(id, head, about: about(person)))
        for score in sheet.scores { entry.add(Score(assessmentID: id, item: score.item, value: score.value)) }
        return id
    }

    /// Corrects a sheet: new versions of what differs, with the reason.
    ///
    /// - Throws: `Refusal` where another sheet stands for the same occasion and informant; `RegisterError.movedOn` where
    ///   somebody else has corrected it since the form was made.
    package func correct(
        _ kept: KeptSheet,
        from stamp: String,
        _ head: SheetHead,
        _ sheet: ScoreSheet,
        because reason: String
    ) throws {
        if let other = standing(head, about: kept.completed.assessment.personID), other.record.id != kept.record.id {
            throw Refusal(words: "There are scores of this informant for this occasion already")
        }
        guard kept.stamp == stamp else { throw RegisterError.movedOn(table: Assessment.table.name) }
        var entry = Entry()
        revise(kept, head, sheet, in: &entry)
        entry.add(try note(.correction, reason, of: kept.record.id))
        try keeper.enter(entry, purpose: "assessment", summary: "Corrected scores of \(instrument.id)")
    }

    /// Adds what differs from a sheet to what is to be saved.
    package func revise(_ kept: KeptSheet, _ head: SheetHead, _ sheet: ScoreSheet, in entry: inout Entry) {
        var record = assessment(kept.record.id, head, about: kept.record.personID)
        record.version = kept.record.version
        entry.revise(record, version: kept.assessment.version)
        var given = Dictionary(sheet.scores.map { ($0.item, $0.value) }) { first, _ in first }
        for held in kept.scores {
            if let value = given.removeValue(forKey: held.record.item) {
                entry.revise(
                    Score(assessmentID: record.id, item: held.record.item, value: value),
                    version: held.version
                )
            } else {
                entry.end(held)
            }
        }
        for (item, value) in given.sorted(by: { $0.key < $1.key }) {
            entry.add(Score(assessmentID: record.id, item: item, value: value))
        }
    }

    private func about(_ person: Identifier<Person>?) -> Identifier<Person>? {
        person == measures.item.personID ? nil : person
    }

    private func assessment(
        _ id: Identifier<Assessment>,
        _ head: SheetHead,
        about person: Identifier<Person>?
    ) -> Assessment {
        Assessment(
            id: id,
            caseID: measures.item.id,
            personID: person,
            instrument: instrument.id,
            informant: head.informant,
            occasion: head.occasion.text,
            completedOn: head.completedOn,
            collectedByID: head.collectedBy
        )
    }

    private func note(
        _ kind: AssessmentNoteKind,
        _ words: String,
        of id: Identifier<Assessment>
    ) throws -> AssessmentNote {
        AssessmentNote(
            id: Identifier(keeper.newReference("NOTE")),
            caseID: measures.item.id,
            assessmentID: id,
            personID: measures.item.personID,
            kind: kind,
            on: try keeper.today(),
            by: keeper.actor.id,
            words: words
        )
    }
}
