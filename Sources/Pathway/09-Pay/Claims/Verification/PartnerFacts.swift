package import Identify
package import Records
package import Values

/// What partners of one kind say of the register's people, as far as claims may be held against it.
package struct PartnerFacts: Sendable {
    /// A fact, and the partner's record that holds it.
    package struct Told: Hashable, Sendable {
        package let row: FeedRowKey
        package let fact: FeedFact

        package init(row: FeedRowKey, fact: FeedFact) {
            self.row = row
            self.fact = fact
        }
    }

    /// What the feeds are called.
    package let source: String
    /// From the first to the last day of which they say anything of anybody.
    package let covers: Period
    /// Whether rows were deleted because no criterion needed them, so that silence about somebody means nothing.
    package let isThinned: Bool
    private let told: [Identifier<Person>: [Told]]

    /// Puts the feeds of one kind together.
    ///
    /// What two feeds both tell is one fact; what one feed tells twice is two.
    ///
    /// - Parameters:
    ///   - source: what they are called.
    ///   - covers: from the first to the last day of which they say anything.
    ///   - isThinned: whether rows of people that no criterion needed were deleted.
    ///   - feeds: what each feed says of each person.
    package init(
        source: String,
        covers: Period,
        isThinned: Bool,
        feeds: [[Identifier<Person>: [Told]]]
    ) {
        self.source = source
        self.covers = covers
        self.isThinned = isThinned
        var all: [Identifier<Person>: [Told]] = [:]
        for feed in feeds {
            for (person, facts) in feed {
                var known: [Sameness: Int] = [:]
                for item in all[person] ?? [] { known[Sameness(item.fact), default: 0] += 1 }
                for item in facts {
                    let same = Sameness(item.fact)
                    let left = known[same, default: 0]
                    known[same] = left - 1
                    if left <= 0 { all[person, default: []].append(item) }
                }
            }
        }
        told = all
    }

    func facts(of person: Identifier<Person>) -> [Told] { told[person] ?? [] }

    /// By what two facts of a person are the same: references are each feed's own.
    private enum Sameness: Hashable {
        case event(EventKind, Day)
        case attendance(Day, Day)
        case work(WorkState, Day)

        init(_ fact: FeedFact) {
            switch fact {
            case .event(let kind, let on, _, _): self = .event(kind, on)
            case .attendance(let from, let to, _, _, _): self = .attendance(from, to)
            case .work(let status, _, let from, _): self = .work(status, from)
            }
        }
    }
}

extension OutcomeMeasure {
    /// The kind of partner whose feed can confirm it; nil where no feed tells of it.
    package var confirmedBy: FeedKind? {
        switch self {
        case .school: .education
        case .antisocialBehaviour: .asb
        case .youthOffending: .youthOffending
        case .completed, .atHome, .reunified, .outOfCare, .employment, .workProgramme, .recorded: nil
        }
    }
}

extension Contract {
    /// The measures that a clause pays for, in the order of a result's criteria; none where it pays for no outcome.
    func measures(of clause: String) -> [OutcomeMeasure] {
        switch clauses.first(where: { $0.id == clause })?.rule {
        case .outcome(let outcome, _, _): outcomes[outcome].criteria
        default: []
        }
    }

    /// Whether a partner's feed can confirm any criterion of a clause.
    package func canCompare(_ clause: String) -> Bool { measures(of: clause).contains { $0.confirmedBy != nil } }
}
