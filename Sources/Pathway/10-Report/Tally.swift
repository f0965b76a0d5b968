import Records
import Values

/// Counts a figure's members, and writes down which they are and why when the figure is being opened.
///
/// One path serves both, so that what is counted and what is shown cannot differ.
struct Tally {
    private let snapshot: Snapshot
    private let isOpen: Bool
    private(set) var counted = 0
    private(set) var notCounted = 0
    private(set) var unknown = 0
    private(set) var members: [Member] = []

    init(_ snapshot: Snapshot, isOpen: Bool) {
        self.snapshot = snapshot
        self.isOpen = isOpen
    }

    /// What a member is.
    enum Subject {
        case caseAt(Int)
        case person(Position<Person>)
        case family(Int)
        case referral(Int)
        case assessment(Int)
        case worker(Int)
        case cost(Int)
        case goal(Int)
    }

    mutating func add(_ standing: Member.Standing, _ subject: Subject, because: @autoclosure () -> String) {
        switch standing {
        case .counted: counted += 1
        case .notCounted: notCounted += 1
        case .unknown: unknown += 1
        }
        guard isOpen else { return }
        members.append(Member(record: reference(subject), standing: standing, because: because()))
    }

    /// Those whose standing is known.
    var known: Int { counted + notCounted }

    private func reference(_ subject: Subject) -> RecordReference {
        switch subject {
        case .caseAt(let index): RecordReference(table: "cases", key: snapshot.caseIDs[index])
        case .person(let person): RecordReference(table: "people", key: snapshot.id(person))
        case .family(let index): RecordReference(table: "families", key: snapshot.familyIDs[index])
        case .referral(let index): RecordReference(table: "referrals", key: snapshot.referralIDs[index])
        case .assessment(let index): RecordReference(table: "assessments", key: snapshot.assessmentIDs[index])
        case .worker(let index): RecordReference(table: "workers", key: snapshot.workerIDs[index])
        case .cost(let index): RecordReference(table: "costs", key: snapshot.costIDs[index])
        case .goal(let index): RecordReference(table: "goals", key: snapshot.goalIDs[index])
        }
    }
}
