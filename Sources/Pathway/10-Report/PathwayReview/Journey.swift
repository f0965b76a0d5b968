import Records
import Statistics
import Values

/// How far one referral had come by a day.
struct Journey {
    enum Standing {
        case waiting
        case accepted
        /// Declined, inappropriate or withdrawn.
        case refused
    }

    let receivedOn: Day
    let decision: ReferralDecision
    /// Where a declined or inappropriate referral went.
    let destination: Symbol?
    let standing: Standing
    /// The first case of the referral that had started.
    let caseAt: Int?
    let startedOn: Day?
    let assessedOn: Day?
    let endedOn: Day?
    let isCompleted: Bool
    let followedUpOn: Day?

    static func all(_ snapshot: Snapshot, received: Period, asAt day: Day) -> [Journey] {
        var caseOfReferral: [Int: Int] = [:]
        for (index, item) in snapshot.cases.enumerated() where item.startedOn <= day {
            guard let referral = item.referral?.index else { continue }
            if let other = caseOfReferral[referral], snapshot.cases[other].startedOn <= item.startedOn { continue }
            caseOfReferral[referral] = index
        }
        return snapshot.referrals.indices
            .filter { received.contains(snapshot.referrals[$0].receivedOn) && snapshot.referrals[$0].receivedOn <= day }
            .map { Journey(snapshot, referral: $0, caseAt: caseOfReferral[$0], asAt: day) }
    }

    private init(_ snapshot: Snapshot, referral index: Int, caseAt: Int?, asAt day: Day) {
        let referral = snapshot.referrals[index]
        receivedOn = referral.receivedOn
        decision = referral.decision
        destination = referral.destination
        standing =
            switch referral.decision {
            case .accepted: .accepted
            case .pending, .waiting: .waiting
            case .declined, .inappropriate, .withdrawn: .refused
            }
        self.caseAt = caseAt
        guard let caseAt else {
            (startedOn, assessedOn, endedOn, followedUpOn) = (nil, nil, nil, nil)
            isCompleted = false
            return
        }
        let item = snapshot.cases[caseAt]
        let end = item.endedOn.flatMap { $0 <= day ? $0 : nil }
        startedOn = item.startedOn
        endedOn = end
        isCompleted = end != nil && item.endReason == .completed
        assessedOn =
            snapshot.assessmentsOfCase[caseAt].map { snapshot.assessments[Int($0)].completedOn }
            .filter { item.startedOn <= $0 && $0 <= day }.min()
        followedUpOn = end.flatMap { end in
            snapshot.followUpsOfCase[caseAt].map { snapshot.followUps[Int($0)].observedOn }
                .filter { end <= $0 && $0 <= day }.min()
        }
    }

    /// How long it was from a day until another, until what put an end to it, or for as long as it was watched.
    ///
    /// Nil where it had not begun. What happened on an earlier day by mistake counts on the day it began.
    func wait(from start: Day?, to event: Day?, orEnd end: Day? = nil, asAt day: Day) -> Waiting? {
        guard let start else { return nil }
        if let event { return Waiting(days: Double(max(0, event - start)), end: .event) }
        if let end { return Waiting(days: Double(max(0, end - start)), end: .competing) }
        return Waiting(days: Double(max(0, day - start)), end: .censored)
    }
}
