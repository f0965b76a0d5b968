package import Deliver
package import Records
package import Values

/// When the children of a closed case are followed up, and what is known of each milestone.
///
/// A milestone counts what was seen within 42 days of its day (`figures.md`, At home at M months), so it opens 42 days
/// before and is lost 42 days after. Where placements say where a child was, nobody needs to ask.
package struct FollowUpSchedule: Sendable {
    package enum Standing: Hashable, Sendable {
        /// Its time has not come.
        case ahead
        /// It can be asked now.
        case open
        /// Its day has passed; it still counts if it is asked soon.
        case overdue
        /// It was not asked in time and placements do not say: it stays unknown.
        case missed
        /// Somebody saw or asked.
        case seen(Living, Day)
        /// The placements of the return say; nobody needs to ask.
        case known(AtHome.Finding)
    }

    /// One milestone of one child.
    package struct Milestone: Hashable, Sendable {
        package let child: Identifier<Person>
        package let months: Int
        package let on: Day
        package let standing: Standing

        package var opensOn: Day { on - AtHomeRule.tolerance }
        package var lastDay: Day { on + AtHomeRule.tolerance }

        /// Whether somebody has to ask.
        package var isToBeAsked: Bool { standing == .open || standing == .overdue }
    }

    /// By month, then by child.
    package let milestones: [Milestone]

    /// - Parameters:
    ///   - caseID: the case.
    ///   - snapshot: at least the facts of its family.
    ///   - months: the milestones of its programme.
    ///   - day: the day it is looked at.
    package init(of caseID: Identifier<Case>, in snapshot: Snapshot, months: [Int], on day: Day) {
        guard let place = Snapshot.position(of: caseID.text, in: snapshot.caseIDs),
            let closed = snapshot.cases[place].endedOn
        else {
            milestones = []
            return
        }
        let rule = AtHomeRule(snapshot, care: CareHistory(snapshot))
        let children = rule.children(ofCaseAt: place, closedOn: closed)
        milestones = months.sorted().flatMap { months in
            children.map { child in
                let on = closed.adding(months: months)
                let found = rule.finding(caseAt: place, child: child, closedOn: closed, months: months)
                return Milestone(
                    child: Identifier(snapshot.id(child)),
                    months: months,
                    on: on,
                    standing: FollowUpSchedule.standing(found, due: on, on: day)
                )
            }
        }
    }

    private static func standing(_ found: AtHome, due: Day, on day: Day) -> Standing {
        if case .followUp(let living, let seenOn) = found.evidence { return .seen(living, seenOn) }
        if day < due - AtHomeRule.tolerance { return .ahead }
        // A return says nothing yet of a day that has not come.
        if found.evidence == .placements, day >= due { return .known(found.finding) }
        if day <= due { return .open }
        return day <= due + AtHomeRule.tolerance ? .overdue : .missed
    }

    /// What is to be asked, and what will be, each milestone once for all its children.
    package var dueItems: [DueItem] {
        let asked = milestones.filter { $0.isToBeAsked || $0.standing == .ahead }
        return Dictionary(grouping: asked, by: \.months).values.compactMap { ofMonth in
            guard let first = ofMonth.first else { return nil }
            return DueItem(
                .followUp,
                id: "\(first.months)",
                "Follow-up at \(first.months) months",
                dueOn: first.on,
                showsFrom: first.opensOn
            )
        }
    }
}
