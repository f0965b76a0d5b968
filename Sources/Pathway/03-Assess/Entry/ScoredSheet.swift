package import Records
package import Values

/// Which way a later score lies from an earlier one.
package enum Movement: String, CaseIterable, Sendable {
    case better, same, worse

    /// From one score to a later one.
    package init(from start: Decimal, to latest: Decimal, _ direction: Direction) {
        if start == latest {
            self = .same
        } else {
            self = (latest < start) == (direction == .lowerIsBetter) ? .better : .worse
        }
    }

    /// As people say it.
    package var label: String {
        switch self {
        case .better: "Better"
        case .same: "No change"
        case .worse: "Worse"
        }
    }
}

/// One completed assessment with its scores, as scoring and comparing take it.
package struct CompletedSheet: Sendable {
    package let assessment: Assessment
    package let scores: ItemScores

    package init(_ assessment: Assessment, _ scores: ItemScores) {
        self.assessment = assessment
        self.scores = scores
    }

    /// Whether a score of one may be held against one of the other: the same instrument, informant and person.
    package func isLike(_ other: CompletedSheet) -> Bool {
        assessment.instrument == other.assessment.instrument && assessment.informant == other.assessment.informant
            && assessment.personID == other.assessment.personID && assessment.caseID == other.assessment.caseID
    }

    /// The latest one like it that was completed before it.
    package func previous(among sheets: [CompletedSheet]) -> CompletedSheet? {
        sheets.filter { other in
            other.isLike(self)
                && (other.assessment.completedOn, other.assessment.id) < (assessment.completedOn, assessment.id)
        }
        .max { ($0.assessment.completedOn, $0.assessment.id) < ($1.assessment.completedOn, $1.assessment.id) }
    }
}

/// The score of one scale, with its band and what has become of it since the last one like it.
package struct ScaleResult: Sendable {
    package let scale: Scale
    /// Nil where too few items were answered.
    package let score: Decimal?
    /// Items of the scale that were answered.
    package let answered: Int
    /// Items the scale has.
    package let items: Int
    package let band: Band?
    /// The band in the words of this scale.
    package let bandLabel: String?
    /// The score the time before.
    package let previous: Decimal?
    package let movement: Movement?
    /// Whether the change is more than the error of measurement; nil where no rule says.
    package let isReliable: Bool?

    /// The later score less the earlier.
    package var change: Decimal? {
        guard let score, let previous else { return nil }
        return Decimal(sum: [score, Decimal(digits: -previous.digits, places: previous.places)])
    }
}

/// A sheet scored by the definition of its instrument.
package struct ScoredSheet: Sendable {
    package let results: [ScaleResult]
    /// The scores that mean something in the field, and whether this sheet reaches them.
    package let thresholds: [(threshold: Threshold, isReached: Bool)]
    /// The band scheme used; nil where the instrument has none.
    package let scheme: BandScheme?

    /// Scores a sheet, beside the last one like it where there is one.
    package init(_ sheet: CompletedSheet, after previous: CompletedSheet?, by instrument: Instrument) {
        let informant = sheet.assessment.informant
        let scheme = instrument.schemes.first
        let scales = instrument.scales.filter { $0.isFor(informant) }
        let scored = scales.map { scale in
            ScaleResult(
                scale,
                score: Scoring.score(of: scale.id, in: instrument, scores: sheet.scores, informant: informant),
                previous: previous.flatMap {
                    Scoring.score(of: scale.id, in: instrument, scores: $0.scores, informant: informant)
                },
                sheet: sheet.scores,
                table: scheme.flatMap { instrument.bandTable($0.id, informant: informant, scale: scale.id) },
                rule: instrument.reliableChange(informant: informant, scale: scale.id)
            )
        }
        self.scheme = scheme
        results = scored
        thresholds = instrument.thresholds.compactMap { threshold in
            guard let result = scored.first(where: { $0.scale.id == threshold.scale }),
                let value = threshold.measure == .score ? result.score : result.change
            else { return nil }
            return (threshold, value >= threshold.atLeast)
        }
    }
}

extension ScaleResult {
    fileprivate init(
        _ scale: Scale,
        score: Decimal?,
        previous: Decimal?,
        sheet: ItemScores,
        table: BandTable?,
        rule: ReliableChangeRule?
    ) {
        self.scale = scale
        self.score = score
        self.previous = previous
        let names = scale.itemNames
        items = names.count
        answered = names.count { sheet[$0] != nil }
        band = score.flatMap { table?.band(of: $0) }
        bandLabel = band.map { table?.label(of: $0) ?? $0.label }
        movement = score.flatMap { score in previous.map { Movement(from: $0, to: score, scale.direction) } }
        isReliable = score.flatMap { score in
            previous.flatMap { previous in
                rule.map { (score.scaled - previous.scaled).magnitude >= Decimal($0.threshold).scaled.magnitude }
            }
        }
    }
}

extension Scale {
    /// The items it is made of, through other scales too.
    var itemNames: [String] {
        switch rule {
        case .given: []
        case .proratedSum(let items, _, _), .mean(let items, _): items.map(\.name)
        case .gatedSum(let items, let gate): [gate.name] + items.map(\.name)
        case .sum(let scales): scales.flatMap(\.itemNames)
        }
    }
}
