/// The register at one change number, held in memory as figures read it: immutable, sorted once, scanned many times.
///
/// Figures are pure functions of a snapshot and a question. Lists are in the order of their references, so that the same
/// facts give the same snapshot in whatever order they were recorded.
package struct Snapshot: Sendable {
    /// The last change it contains.
    package let change: Int

    package let symbols: SymbolTable

    package let workers: [Worker]
    package let families: [Family]
    package let people: [Person]
    package let referrals: [Referral]
    package let cases: [Case]
    package let allocations: [Allocation]
    package let assessments: [Assessment]
    package let scores: [Score]
    package let followUps: [FollowUp]
    /// By person, then by start.
    package let placements: [Placement]
    package let events: [Event]
    package let attendance: [Attendance]
    package let workStatus: [WorkStatus]
    package let discretion: [Discretion]
    package let costs: [Cost]

    package let workerIDs: [String]
    package let familyIDs: [String]
    package let personIDs: [String]
    package let referralIDs: [String]
    package let caseIDs: [String]
    package let assessmentIDs: [String]
    package let eventIDs: [String]
    package let costIDs: [String]

    package let peopleOfFamily: Grouping
    package let referralsOfFamily: Grouping
    package let casesOfFamily: Grouping
    package let casesOfChild: Grouping
    package let allocationsOfCase: Grouping
    package let assessmentsOfCase: Grouping
    package let followUpsOfCase: Grouping
    package let eventsOfPerson: Grouping
    package let eventsOfFamily: Grouping
    package let attendanceOfPerson: Grouping
    package let workStatusOfPerson: Grouping
    package let discretionOfFamily: Grouping

    /// Where each person's placements stand in `placements`.
    package let placementsOfPerson: Grouping
    /// Where each assessment's scores stand in `scores`.
    package let scoresOfAssessment: Grouping

    /// Programmes with any case, in the order of their codes.
    package let programmes: [Symbol]
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
