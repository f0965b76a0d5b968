package import Records
package import Values

/// Whether a criterion can be tried at all on what the register holds.
package enum Assessability: Hashable, Sendable {
    /// It can; but not by these facts, which the register does not hold.
    case assessable(without: [String])
    /// None of the facts it asks for is held: a family that does not meet it may well have the need.
    case notAssessable(without: [String])

    package var isAssessable: Bool {
        if case .assessable = self { true } else { false }
    }

    /// The facts that are asked for and not held, in words.
    package var gaps: [String] {
        switch self {
        case .assessable(let gaps), .notAssessable(let gaps): gaps
        }
    }
}

extension CriteriaSet {
    /// Each criterion's assessability as at a day: a fact is held where the register has any of its kind, about anybody,
    /// from a source the criterion accepts, dated on or before the day.
    package func assessability(in snapshot: Snapshot, asAt day: Day) -> [Assessability] {
        criteria.map { criterion in
            let holdings = Holdings(snapshot, sources: criterion.sources, asAt: day)
            let gaps = criterion.rules.filter { !holdings.has(factsOf: $0) }.map(\.factsInWords)
            let all = gaps.count == criterion.rules.count
            return all ? .notAssessable(without: gaps) : .assessable(without: gaps)
        }
    }
}

/// Which kinds of fact the register has, as at a day.
private struct Holdings {
    let snapshot: Snapshot
    let day: Day
    private let sources: Set<Symbol>?

    init(_ snapshot: Snapshot, sources: [String], asAt day: Day) {
        self.snapshot = snapshot
        self.day = day
        self.sources = sources.isEmpty ? nil : Set(sources.compactMap { snapshot.symbols.symbol($0) })
    }

    private func accepts(_ source: Symbol?) -> Bool {
        guard let sources else { return true }
        return source.map(sources.contains) ?? false
    }

    func has(factsOf rule: CriterionRule) -> Bool {
        switch rule {
        case .provenOffence: hasEvents(.offence)
        case .familyEvent(let kind, _), .childEvents(let kind, _): hasEvents(kind)
        case .unauthorisedAbsence, .absence: snapshot.attendance.contains { $0.to <= day && accepts($0.source) }
        case .adultStatus: snapshot.workStatus.contains { $0.from <= day && accepts($0.source) }
        case .inCare: snapshot.placements.contains { $0.startedOn <= day }
        case .referral: snapshot.referrals.contains { $0.receivedOn <= day }
        case .openCase: snapshot.cases.contains { $0.startedOn <= day }
        case .notHeld: false
        }
    }

    private func hasEvents(_ kind: EventKind) -> Bool {
        snapshot.events.contains { $0.kind == kind && $0.on <= day && accepts($0.source) }
    }
}

extension CriterionRule {
    /// The facts it reads, as people call them.
    var factsInWords: String {
        switch self {
        case .provenOffence: "offences"
        case .familyEvent(let kind, _), .childEvents(let kind, _): kind.plural
        case .unauthorisedAbsence, .absence: "school attendance"
        case .adultStatus: "work and benefits"
        case .inCare: "placements in care"
        case .referral: "referrals"
        case .openCase: "cases"
        case .notHeld(let facts): facts
        }
    }
}

extension EventKind {
    /// `fixed-period exclusions`: several of them, within a sentence.
    package var plural: String {
        switch self {
        case .offence: "offences"
        case .arrest: "arrests"
        case .asbIncident: "anti-social behaviour incidents"
        case .fixedExclusion: "fixed-period exclusions"
        case .permanentExclusion: "permanent exclusions"
        case .policeCallout: "police callouts"
        case .domesticAbuseIncident: "domestic abuse incidents"
        case .missingEpisode: "missing episodes"
        case .other: "other events"
        }
    }
}
