package import Assess
package import Records
package import Register
package import Values

/// One assessment as the register holds it, with its scores.
package struct KeptSheet: Sendable {
    package let assessment: Held<Assessment>
    package let scores: [Held<Score>]
    /// As comparing takes it: about nobody in particular where it is about the index child.
    package let completed: CompletedSheet

    package init(_ assessment: Held<Assessment>, _ scores: [Held<Score>], of item: Case?) {
        self.assessment = assessment
        self.scores = scores
        var record = assessment.record
        if record.personID == item?.personID { record.personID = nil }
        completed = CompletedSheet(
            record,
            ItemScores(scores.map { (item: $0.record.item, value: $0.record.value) })
        )
    }

    package var record: Assessment { assessment.record }

    /// What tells this state of the sheet from every other: a form made from it carries it along.
    package var stamp: String {
        ([assessment.version] + scores.map(\.version).sorted()).map { "\($0)" }.joined(separator: "-")
    }
}

/// Everything that was measured in one case, and what the definitions say of it.
package struct CaseMeasures: Sendable {
    package let item: Case
    /// In the order of the days on which they were completed.
    package let sheets: [KeptSheet]
    package let reviews: [CaseReview]
    package let allocations: [Allocation]
    package let goals: [Goal]
    package let notes: [AssessmentNote]
    package let instruments: InstrumentCatalogue

    /// Reads a case; nil where the register has none such.
    package init?(_ id: String, _ keeper: Keeper) throws {
        guard let item = try keeper.register.held(Case.self, key: id)?.record else { return nil }
        let of = Cell.text(id)
        let register = keeper.register
        let assessments = try register.held(Assessment.self, where: "case_id", is: of)
        let scores = try register.held(
            Score.self,
            where: "assessment_id",
            isAnyOf: assessments.map(\.record.id.text)
        )
        let scoresOf = Dictionary(grouping: scores, by: \.record.assessmentID)
        self.item = item
        sheets = assessments.map { KeptSheet($0, scoresOf[$0.record.id] ?? [], of: item) }
            .sorted { ($0.record.completedOn, $0.record.id) < ($1.record.completedOn, $1.record.id) }
        reviews = try register.held(CaseReview.self, where: "case_id", is: of).map(\.record)
        allocations = try register.held(Allocation.self, where: "case_id", is: of).map(\.record)
        goals = try register.held(Goal.self, where: "case_id", is: of).map(\.record).sorted { $0.setOn < $1.setOn }
        notes = try register.held(AssessmentNote.self, where: "case_id", is: of).map(\.record)
        instruments = keeper.definitions.instruments
    }

    /// What is still to be measured.
    package func due(on day: Day) -> [DueMeasure] {
        DueMeasures(of: item, reviews: reviews, assessments: sheets.map(\.record), on: day).due(instruments)
    }

    /// A sheet scored beside the last one like it; nil where its instrument is not defined.
    package func scored(_ sheet: KeptSheet) -> ScoredSheet? {
        instruments[sheet.record.instrument].map { instrument in
            ScoredSheet(sheet.completed, after: previous(of: sheet)?.completed, by: instrument)
        }
    }

    /// The last sheet like it that was completed before it.
    package func previous(of sheet: KeptSheet) -> KeptSheet? {
        let found = sheet.completed.previous(among: sheets.map(\.completed))
        return found.flatMap { found in sheets.first { $0.record.id == found.assessment.id } }
    }

    /// How far the family has come; nil where no instrument has areas, or nothing was entered.
    package var distance: DistanceTravelled? {
        guard let instrument = instruments[CaseMeasures.distanceInstrument] else { return nil }
        let travelled = DistanceTravelled(instrument, sheets.map(\.completed))
        return travelled.occasions.isEmpty ? nil : travelled
    }

    /// The instrument of distance travelled; an installation with other areas has its own under the same name.
    package static let distanceInstrument = "distance-travelled"

    /// Phases of a treatment that readings are taken in: Functional Family Therapy has three.
    private static let phases = 3

    /// The occasions there can be in this case for an instrument, in the order of the work.
    package func occasions(for instrument: Instrument) -> [Occasion] {
        let taken = sheets.compactMap { Occasion($0.record.occasion) }
        let reviewed = taken.map { if case .review(let number) = $0 { number } else { 0 } }.max() ?? 0
        let reviews = max(reviewed, reviews.count { $0.heldOn != nil }) + 1
        let usual = Occasion.Kind.allCases.filter { $0 != .phase }
        let kinds = instrument.use.occasions.isEmpty ? usual : instrument.use.occasions
        return kinds.flatMap { kind -> [Occasion] in
            switch kind {
            case .baseline: [.baseline]
            case .phase: (1...CaseMeasures.phases).map { .phase($0) }
            case .review: (1...min(reviews, 99)).map { .review($0) }
            case .closure: [.closure]
            case .followUp: [6, 12, 18, 24].map { .followUp($0) }
            case .monthly: [.monthly]
            case .audit: [.audit]
            }
        }
        .sorted()
    }

    /// Whether somebody who acts as this worker holds the case or ever has.
    package func isHeld(by worker: String?) -> Bool {
        worker.map { SheetHead.hold(item.id, Identifier($0), allocations) } ?? false
    }
}
