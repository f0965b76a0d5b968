/// What somebody says of two records.
package enum PairVerdict: String, CaseIterable, Sendable {
    /// They are of one person.
    case same
    /// They are of two people.
    case different
    /// It cannot be told from what is recorded: somebody else is to be asked.
    case ask

    package var label: String {
        switch self {
        case .same: "The same person"
        case .different: "Different people"
        case .ask: "Ask somebody"
        }
    }
}

/// What stands of two records, by all that people have said of them.
package enum PairStanding: String, CaseIterable, Sendable {
    /// Nobody has said anything.
    case undecided
    /// It has been asked and not answered.
    case asked
    /// Some say the same, some say different.
    case disagreed
    case same
    case different

    /// What follows from the current verdict of each person.
    ///
    /// Whoever asks takes no side: the verdicts of the others stand. While people disagree nothing is settled.
    package init(_ verdicts: some Sequence<PairVerdict>) {
        let said = Set(verdicts)
        if said.isSuperset(of: [.same, .different]) {
            self = .disagreed
        } else if said.contains(.same) {
            self = .same
        } else if said.contains(.different) {
            self = .different
        } else {
            self = said.isEmpty ? .undecided : .asked
        }
    }

    /// Whether matching is to join the two records (true), to keep them apart (false), or to go by what they say (nil).
    ///
    /// While people disagree the records are kept apart: to join two children wrongly does more harm than to leave one
    /// child in two records a while longer.
    package var joins: Bool? {
        switch self {
        case .undecided, .asked: nil
        case .same: true
        case .different, .disagreed: false
        }
    }

    package var label: String {
        switch self {
        case .undecided: "Not decided"
        case .asked: "Asked"
        case .disagreed: "Disagreed"
        case .same: "The same person"
        case .different: "Different people"
        }
    }
}
