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

    /// The latest follow-up for that milestone within 42 days of the anniversary decides.
    ///
    /// If there is none, placements do, provided the person has a `child_id` or any placement row; otherwise it is not
    /// known.
    package func finding(caseAt index: Int, child: Position<Person>, closedOn: Day, months: Int) -> AtHome {
        let anniversary = closedOn.adding(months: months)
        if let seen = followUp(caseAt: index, child: child, months: months, near: anniversary) {
            return AtHome(finding: seen.living.finding, evidence: .followUp(seen.living, seen.observedOn))
        }
        let person = snapshot.people[child.index]
        guard person.hasChildID || !snapshot.placements(ofPerson: child.index).isEmpty else {
            return AtHome(finding: .unknown, evidence: .none)
        }
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
        for position in snapshot.followUpsOfCase[index] {
            let seen = snapshot.followUps[Int(position)]
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
        snapshot.peopleOfFamily[snapshot.cases[index].family.index].compactMap { position in
            let person = snapshot.people[Int(position)]
            guard person.role == .child, let bornOn = person.bornOn, bornOn <= closedOn,
                closedOn.age(bornOn: bornOn) < 18
            else { return nil }
            return Position(Int(position))
        }
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
