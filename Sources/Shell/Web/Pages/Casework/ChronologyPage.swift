import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    /// What happened to the family, newest first, with what was written of this case.
    func chronology(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case chronology") else { return notFound() }
        let records = try keeper.register.records(ofFamily: frame.file.family.id)
        let names = try ActorNames(keeper.register)
        var entries = FamilyTimeline(records, keeper.definitions).entries
        entries += try readableNotes(frame).map { note in
            Timeline.Entry(
                day: note.on,
                kind: "Note",
                title: note.purpose.label,
                byline: names[note.author],
                words: note.words
            )
        }
        entries += frame.file.familyAssessments.map(\.record).map { assessment in
            Timeline.Entry(
                day: assessment.assessedOn,
                kind: "Assessment",
                title: "Whole-family assessment",
                byline: names[assessment.author],
                words: assessment.meaning
            )
        }
        entries += frame.file.allocations.map(\.record).map { held in
            let name = frame.file.name(held.workerID) ?? ""
            return Timeline.Entry(day: held.from, kind: "Allocation", title: "\(held.role.label): \(name)")
        }
        entries += frame.file.agreements.map(\.record).map { agreement in
            Timeline.Entry(
                day: agreement.agreedOn,
                kind: "Plan",
                title: "The family agreed to its plan",
                byline: agreement.agreedBy,
                words: agreement.familyWords
            )
        }
        entries += frame.file.moves.map(\.record).map { move in
            Timeline.Entry(
                day: move.on,
                kind: "Tier",
                title: "\(move.direction.label) to \(move.to.label.lowercased())",
                words: move.reason
            )
        }
        entries += frame.file.reopenings.map(\.record).map {
            Timeline.Entry(day: $0.reopenedOn, kind: "Case", title: "Opened again", words: $0.reason)
        }
        return casePage(frame, "Chronology", current: frame.address("chronology")) { html in
            guard !entries.isEmpty else { return html.paragraph("Nothing is recorded yet.") }
            html.heading("What happened")
            html.timeline(Timeline(entries))
        }
    }
}
