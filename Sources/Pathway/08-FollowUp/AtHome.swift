package import Records
package import Values

/// Where a child was found at a milestone after a case closed.
package struct AtHome: Hashable, Sendable {
    package enum Finding: Hashable, Sendable {
        case home, away, unknown
    }

    package enum Evidence: Hashable, Sendable {
        /// Someone saw or asked, on the day.
        case followUp(Living, Day)
        /// No follow-up in time: the placements of the return say.
        case placements
        /// No follow-up in time, and the child is in no return.
        case none
    }

    package let finding: Finding
    package let evidence: Evidence
}

/// Whether children live at home so many months after a case closed (`figures.md`, At home at M months).
package struct AtHomeRule: Sendable {
    /// A follow-up counts when it was made at most this many days before or after the anniversary.
    package static let tolerance = 42

    private let snapshot: Snapshot
    private let care: CareHistory

    package init(_ snapshot: Snapshot, care: CareHistory) {
        self.snapshot = snapshot
        self.care = care
    }

    /// Where a child was found so many months after the case closed.
    package func finding(caseAt index: Int, child: Position<Person>, closedOn: Day, months: Int) -> AtHome {
        finding(caseAt: index, child: child, milestone: months, anniversary: closedOn.adding(months: months))
    }

    /// The latest follow-up for that milestone within 42 days of the anniversary decides.
    ///
    /// If there is none, placements do, provided the person has a `child_id` or any placement row; otherwise it is not
    /// known.
    func finding(caseAt index: Int, child: Position<Person>, milestone: Int, anniversary: Day) -> AtHome {
        if let seen = followUp(caseAt: index, child: child, months: milestone, near: anniversary) {
            return AtHome(finding: seen.living.finding, evidence: .followUp(seen.living, seen.observedOn))
        }
        let isKnown =
            snapshot.people[child.index].hasChildID || !snapshot.placementsOfPerson.range(of: child.index).isEmpty
        guard isKnown else { return AtHome(finding: .unknown, evidence: .none) }
        let away = care.isInCare(child, on: anniversary)
        return AtHome(finding: away ? .away : .home, evidence: .placements)
    }

    private func followUp(
        caseAt index: Int,
        child: Position<Person>,
        months: Int,
        near anniversary: Day
    ) -> Snapshot.FollowUp? {
        var latest: Snapshot.FollowUp?
        for place in snapshot.followUpsOfCase.range(of: index) {
            let seen = snapshot.followUps[snapshot.followUpsOfCase.member(at: place)]
            guard seen.person == child, Int(seen.milestone) == months,
                abs(seen.observedOn - anniversary) <= AtHomeRule.tolerance,
                latest.map({ $0.observedOn < seen.observedOn }) ?? true
            else { continue }
            latest = seen
        }
        return latest
    }

    /// The children a closed case answers for: people of role child of its family, born and under 18 on the day it
    /// closed.
    ///
    /// Someone without a date of birth is not among them.
    package func children(ofCaseAt index: Int, closedOn: Day) -> [Position<Person>] {
        var children: [Position<Person>] = []
        let of18 = AtHomeRule.birthOfAdults(on: closedOn)
        eachChild(ofCaseAt: index, closedOn: closedOn, adultsBornBy: of18) { children.append($0) }
        return children
    }

    /// Hands over the children a closed case answers for.
    package func eachChild(
        ofCaseAt index: Int,
        closedOn: Day,
        adultsBornBy of18: Day,
        _ body: (Position<Person>) -> Void
    ) {
        for place in snapshot.peopleOfFamily.range(of: snapshot.cases[index].family.index) {
            let position = snapshot.peopleOfFamily.member(at: place)
            let person = snapshot.people[position]
            guard person.role == .child, let bornOn = person.bornOn, bornOn <= closedOn, bornOn > of18 else { continue }
            body(Position(position))
        }
    }

    /// The last day of birth of those who are 18 or over on the day.
    ///
    /// The month's last day where it has no such day, so that whoever was born on 29 February is 18 on 1 March.
    package static func birthOfAdults(on day: Day) -> Day {
        day.adding(months: -18 * 12)
    }
}

extension Living {
    /// At home or with other family; away; or not known.
    package var finding: AtHome.Finding {
        switch self {
        case .home, .otherFamily: .home
        case .unknown: .unknown
        case .care, .custody, .independent, .hospital: .away
        }
    }
}
