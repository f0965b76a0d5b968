package import Identify
package import Records
import Values

/// What a partner's feed says of one criterion that is claimed.
package struct SourceComparison: Hashable, Sendable {
    /// The reference of the child or family.
    package let member: String
    /// The clause's id.
    package let clause: String
    /// Its number within the result, from 1.
    package let criterion: Int
    /// Whose facts it was compared with.
    package let source: String
    package let verdict: ComparisonVerdict
    /// The figures of both, or why there are none, without anybody's name.
    package let words: String
    /// The partner's rows under names that tell nothing.
    package let evidence: [String]

    package init(
        member: String,
        clause: String,
        criterion: Int,
        source: String,
        verdict: ComparisonVerdict,
        words: String,
        evidence: [String]
    ) {
        self.member = member
        self.clause = clause
        self.criterion = criterion
        self.source = source
        self.verdict = verdict
        self.words = words
        self.evidence = evidence
    }
}

/// What partners say of a criterion, before it is filed with its claim.
struct PartnerWord: Hashable, Sendable {
    let verdict: ComparisonVerdict
    let words: String
    var rows: Set<FeedRowKey> = []

    static func notCovered(_ words: String) -> PartnerWord { PartnerWord(verdict: .notCovered, words: words) }

    /// Held against what is claimed: the same standing agrees.
    init(claimed: ClaimedCriterion.Standing, told: ClaimedCriterion.Standing, _ words: String, rows: Set<FeedRowKey>) {
        verdict = claimed == told ? .agrees : .disagrees
        self.words = claimed == told ? words : "\(words): by the partner, \(told.inWords)"
        self.rows = rows
    }

    private init(verdict: ComparisonVerdict, words: String) {
        self.verdict = verdict
        self.words = words
    }
}

extension ClaimedCriterion.Standing {
    fileprivate var inWords: String {
        switch self {
        case .met: "it is met"
        case .neutral: "it did not apply at the start"
        case .notMet: "it is not met"
        }
    }
}

extension CohortReader {
    /// Holds every criterion of a result that a partner's feed can confirm against what the feed says.
    ///
    /// The same rule is worked out on the partner's facts. Where they do not go back to the time before the start, the
    /// register's count of that time stands beside the partner's of the time since.
    ///
    /// - Parameters:
    ///   - result: what is claimed.
    ///   - partners: what partners say, by their kind.
    ///   - naming: what a partner's row is called where it is kept for longer than it is held.
    /// - Returns: one comparison for each such criterion, in their order.
    package func comparisons(
        of result: ClaimedResult,
        with partners: [FeedKind: PartnerFacts],
        naming: (FeedRowKey) -> String
    ) -> [SourceComparison] {
        let member = members.first { $0.id == result.member }
        return zip(contract.measures(of: result.clause), result.criteria).enumerated().compactMap {
            (place, pair) -> SourceComparison? in
            let (measure, claimed) = pair
            guard let kind = measure.confirmedBy else { return nil }
            let word: PartnerWord =
                if let facts = partners[kind] {
                    if let member, let day = result.reachedOn {
                        self.word(of: facts, on: measure, claimed.standing, PartnerQuestion(member, day))
                    } else {
                        .notCovered("the member is no longer in the register under this reference")
                    }
                } else {
                    .notCovered("no feed of this kind may be used to verify claims")
                }
            return SourceComparison(
                member: result.member,
                clause: result.clause,
                criterion: place + 1,
                source: partners[kind]?.source ?? kind.label,
                verdict: word.verdict,
                words: word.words,
                evidence: word.rows.sorted().map(naming)
            )
        }
    }

    private func word(
        of facts: PartnerFacts,
        on measure: OutcomeMeasure,
        _ claimed: ClaimedCriterion.Standing,
        _ asked: PartnerQuestion
    ) -> PartnerWord {
        switch measure {
        case .school(let exclusions, let percent):
            school(facts, SchoolLimits(exclusions: exclusions, absencePercent: percent), claimed, asked)
        case .antisocialBehaviour(let percent):
            fall(facts, CountedEvents(incidents(of: asked.member), .asbIncident, "incidents"), percent, claimed, asked)
        case .youthOffending(let percent):
            fall(facts, CountedEvents(offences(of: asked.member), .offence, "offences"), percent, claimed, asked)
        default: .notCovered("no feed tells of it")
        }
    }
}

/// Of whom partners are asked, and as at which day.
struct PartnerQuestion: Sendable {
    let member: ContractMember
    let day: Day

    init(_ member: ContractMember, _ day: Day) {
        self.member = member
        self.day = day
    }
}

/// The register's events of a kind, by their positions, and what they are called.
struct CountedEvents: Sendable {
    let places: [Int]
    let kind: EventKind
    let words: String

    init(_ places: [Int], _ kind: EventKind, _ words: String) {
        self.places = places
        self.kind = kind
        self.words = words
    }
}
