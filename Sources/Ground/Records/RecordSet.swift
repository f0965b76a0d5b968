/// The facts of a register, of an import or of an invented authority: one list a table, in the order of the exchange
/// package, parents before what refers to them.
package struct RecordSet: Sendable, Equatable {
    package var organisations: [Organisation] = []
    package var workers: [Worker] = []
    package var families: [Family] = []
    package var people: [Person] = []
    package var referrals: [Referral] = []
    package var cases: [Case] = []
    package var allocations: [Allocation] = []
    package var contacts: [Contact] = []
    package var assessments: [Assessment] = []
    package var scores: [Score] = []
    package var goals: [Goal] = []
    package var reviews: [CaseReview] = []
    package var followUps: [FollowUpRecord] = []
    package var placements: [Placement] = []
    package var events: [Event] = []
    package var attendance: [Attendance] = []
    package var workStatus: [WorkStatus] = []
    package var discretion: [Discretion] = []
    package var costs: [Cost] = []

    package init() {}

    /// Every table, parents before what refers to them.
    package static let tables: [Table] = [
        Organisation.table,
        Worker.table,
        Family.table,
        Person.table,
        Referral.table,
        Case.table,
        Allocation.table,
        Contact.table,
        Assessment.table,
        Score.table,
        Goal.table,
        CaseReview.table,
        FollowUpRecord.table,
        Placement.table,
        Event.table,
        Attendance.table,
        WorkStatus.table,
        Discretion.table,
        Cost.table,
    ]

    /// Position of the table with this name in `tables`.
    package static func tableIndex(named name: String) -> Int? {
        tables.firstIndex { $0.name == name }
    }

    /// Reads the row as a record of the table at this position and adds it.
    package mutating func append(_ row: [Cell], toTableAt index: Int) throws(RecordRefusal) {
        switch index {
        case 0: organisations.append(try Organisation(row: row))
        case 1: workers.append(try Worker(row: row))
        case 2: families.append(try Family(row: row))
        case 3: people.append(try Person(row: row))
        case 4: referrals.append(try Referral(row: row))
        case 5: cases.append(try Case(row: row))
        case 6: allocations.append(try Allocation(row: row))
        case 7: contacts.append(try Contact(row: row))
        case 8: assessments.append(try Assessment(row: row))
        case 9: scores.append(try Score(row: row))
        case 10: goals.append(try Goal(row: row))
        case 11: reviews.append(try CaseReview(row: row))
        case 12: followUps.append(try FollowUpRecord(row: row))
        case 13: placements.append(try Placement(row: row))
        case 14: events.append(try Event(row: row))
        case 15: attendance.append(try Attendance(row: row))
        case 16: workStatus.append(try WorkStatus(row: row))
        case 17: discretion.append(try Discretion(row: row))
        case 18: costs.append(try Cost(row: row))
        default: throw RecordRefusal(field: "", message: "there is no table at position \(index)")
        }
    }

    /// How many records the table at this position has.
    package func count(ofTableAt index: Int) -> Int {
        switch index {
        case 0: organisations.count
        case 1: workers.count
        case 2: families.count
        case 3: people.count
        case 4: referrals.count
        case 5: cases.count
        case 6: allocations.count
        case 7: contacts.count
        case 8: assessments.count
        case 9: scores.count
        case 10: goals.count
        case 11: reviews.count
        case 12: followUps.count
        case 13: placements.count
        case 14: events.count
        case 15: attendance.count
        case 16: workStatus.count
        case 17: discretion.count
        case 18: costs.count
        default: 0
        }
    }

    /// The fields of one record of the table at this position.
    package func row(_ row: Int, ofTableAt index: Int) -> [Cell] {
        switch index {
        case 0: organisations[row].row
        case 1: workers[row].row
        case 2: families[row].row
        case 3: people[row].row
        case 4: referrals[row].row
        case 5: cases[row].row
        case 6: allocations[row].row
        case 7: contacts[row].row
        case 8: assessments[row].row
        case 9: scores[row].row
        case 10: goals[row].row
        case 11: reviews[row].row
        case 12: followUps[row].row
        case 13: placements[row].row
        case 14: events[row].row
        case 15: attendance[row].row
        case 16: workStatus[row].row
        case 17: discretion[row].row
        case 18: costs[row].row
        default: []
        }
    }
}
