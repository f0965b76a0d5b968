package import Records
package import Values

/// Who answered, when in the work, and who collected it: what a sheet says beside its scores.
package struct SheetHead: Hashable, Sendable {
    package let informant: Informant
    package let occasion: Occasion
    package let completedOn: Day
    /// Nil where nobody is named.
    package let collectedBy: Identifier<Worker>?

    package init(
        informant: Informant,
        occasion: Occasion,
        completedOn: Day,
        collectedBy: Identifier<Worker>? = nil
    ) {
        self.informant = informant
        self.occasion = occasion
        self.completedOn = completedOn
        self.collectedBy = collectedBy
    }

    /// Which question of the form a problem is about.
    package enum Part: Hashable, Sendable {
        case informant, occasion, completedOn, collectedBy
    }

    /// What is wrong with it, in words for the form.
    package struct Problem: Error, Hashable, Sendable {
        package let part: Part
        package let words: String
    }

    /// What is wrong, by the instrument's definition and by who holds the case.
    ///
    /// - Parameters:
    ///   - instrument: the definition.
    ///   - item: the case.
    ///   - allocations: everybody who has ever held the case.
    ///   - today: a sheet of a later day is wrong.
    /// - Returns: the problems; none where it can be saved.
    package func problems(
        by instrument: Instrument,
        in item: Case,
        allocations: [Allocation],
        today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        if !instrument.informants.contains(informant) {
            problems.append(Problem(part: .informant, words: "Select one of the people this measure is for"))
        }
        if !instrument.use.isFor(occasion) {
            problems.append(Problem(part: .occasion, words: "Select one of the occasions this measure is for"))
        }
        if completedOn > today {
            problems.append(Problem(part: .completedOn, words: "Date completed must be today or in the past"))
        } else if completedOn < item.startedOn.adding(months: -SheetHead.monthsBefore) {
            let words = "Date completed must be the same as or after \(item.startedOn.long) when the case started"
            problems.append(Problem(part: .completedOn, words: words))
        }
        if let problem = collectorProblem(instrument, item, allocations) {
            problems.append(Problem(part: .collectedBy, words: problem))
        }
        return problems
    }

    /// A baseline may be older than the case: it may have come with the referral.
    private static let monthsBefore = 3

    private func collectorProblem(_ instrument: Instrument, _ item: Case, _ allocations: [Allocation]) -> String? {
        guard instrument.use.collector == .somebodyElse else { return nil }
        guard let collectedBy else { return "Select who collected it" }
        guard !SheetHead.hold(item.id, collectedBy, allocations) else {
            return "Select somebody who does not hold this case"
        }
        return nil
    }

    /// Whether a worker holds a case or ever has, as anything.
    package static func hold(
        _ item: Identifier<Case>,
        _ worker: Identifier<Worker>,
        _ allocations: [Allocation]
    ) -> Bool {
        allocations.contains { $0.caseID == item && $0.workerID == worker }
    }
}
