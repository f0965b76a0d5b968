/// The register at one change number, held in memory as figures read it: immutable, sorted once, scanned many times.
///
/// Figures are pure functions of a snapshot and a question. Lists are in the order of their references, so that the same
/// facts give the same snapshot in whatever order they were recorded.
package struct Snapshot: Sendable {
    /// The last change it contains.
    package let change: Int

    package let symbols: SymbolTable

    package internal(set) var workers: [Worker]
    package internal(set) var families: [Family]
    package internal(set) var people: [Person]
    package internal(set) var referrals: [Referral]
    package internal(set) var cases: [Case]
    package internal(set) var allocations: [Allocation]
    package internal(set) var contacts: [Contact]
    package internal(set) var goals: [Goal]
    package internal(set) var assessments: [Assessment]
    package internal(set) var scores: [Score]
    package internal(set) var followUps: [FollowUp]
    /// By person, then by start.
    package internal(set) var placements: [Placement]
    package internal(set) var events: [Event]
    package internal(set) var attendance: [Attendance]
    package internal(set) var workStatus: [WorkStatus]
    package internal(set) var discretion: [Discretion]
    package internal(set) var costs: [Cost]

    package internal(set) var workerIDs: [String]
    package internal(set) var familyIDs: [String]
    package internal(set) var personIDs: [String]
    package internal(set) var referralIDs: [String]
    package internal(set) var caseIDs: [String]
    package internal(set) var goalIDs: [String]
    package internal(set) var assessmentIDs: [String]
    package internal(set) var eventIDs: [String]
    package internal(set) var costIDs: [String]

    package internal(set) var peopleOfFamily: Grouping
    package internal(set) var referralsOfFamily: Grouping
    package internal(set) var casesOfFamily: Grouping
    package internal(set) var casesOfChild: Grouping
    package internal(set) var allocationsOfCase: Grouping
    package internal(set) var contactsOfCase: Grouping
    package internal(set) var goalsOfCase: Grouping
    package internal(set) var assessmentsOfCase: Grouping
    package internal(set) var followUpsOfCase: Grouping
    package internal(set) var eventsOfPerson: Grouping
    package internal(set) var eventsOfFamily: Grouping
    package internal(set) var attendanceOfPerson: Grouping
    package internal(set) var workStatusOfPerson: Grouping
    package internal(set) var discretionOfFamily: Grouping

    /// Where each person's placements stand in `placements`.
    package internal(set) var placementsOfPerson: Grouping
    /// Where each assessment's scores stand in `scores`.
    package internal(set) var scoresOfAssessment: Grouping

    /// Programmes with any case, in the order of their codes.
    package internal(set) var programmes: [Symbol]
}

extension Snapshot {
    /// The text of a symbol.
    package func text(_ symbol: Symbol) -> String { symbols.text(symbol) }

    package func id(_ family: Position<Records.Family>) -> String { familyIDs[family.index] }
    package func id(_ person: Position<Records.Person>) -> String { personIDs[person.index] }
    package func id(_ referral: Position<Records.Referral>) -> String { referralIDs[referral.index] }

    /// Where an identifier stands in a sorted list of them, such as `familyIDs`; nil where it is not in it.
    package static func position(of id: String, in ids: [String]) -> Int? {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }

    /// The ward or locality of a family; nil where it is not known.
    package func area(ofFamily index: Int) -> String? {
        families[index].area.map(text)
    }

    /// The scores of an assessment, in the order of their items.
    package func scores(ofAssessment index: Int) -> ArraySlice<Score> {
        scores[scoresOfAssessment.range(of: index)]
    }

    /// The value of one item of an assessment.
    package func score(_ item: Symbol?, ofAssessment index: Int) -> Score? {
        guard let item else { return nil }
        return scores(ofAssessment: index).first { $0.item == item }
    }

    /// A person's placements, the earliest first.
    package func placements(ofPerson index: Int) -> ArraySlice<Placement> {
        placements[placementsOfPerson.range(of: index)]
    }
}
