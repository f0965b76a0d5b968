package import FollowUp
package import Identify
package import Records
package import Statistics
package import Values

/// Where families are lost on the way from referral to follow-up, how long each step takes, and who enters care.
///
/// It follows the referrals received in a period as far as they had come by a day. Source: seed 003, 2.4 (review the
/// pathway, not the service alone).
package struct PathwayReview: Sendable {
    /// A point on the way, and how many had reached it.
    package struct Stage: Sendable {
        package let title: String
        package let definition: String
        package let reached: Int
        /// Stopped before it, and will not reach it.
        package let lost: Int
        /// Have reached the point before it and may still come.
        package let underWay: Int
    }

    /// How long it takes from one point to the next; those still on the way are counted for as long as they were watched.
    package struct Step: Sendable {
        package let title: String
        package let curve: SurvivalCurve
        /// The share to whom it happens, with what puts an end to it taken into account.
        package let incidence: CumulativeIncidence
        package var happened: Int { curve.steps.reduce(0) { $0 + $1.events } }
    }

    /// Where referrals went that were turned away.
    package struct Destination: Sendable, Equatable {
        /// Nil where it is not recorded.
        package let name: String?
        /// Found inappropriate: not the right service.
        package let inappropriate: Int
        /// Declined, or redirected to another service.
        package let declined: Int

        package var all: Int { inappropriate + declined }

        package init(name: String?, inappropriate: Int, declined: Int) {
            self.name = name
            self.inappropriate = inappropriate
            self.declined = declined
        }
    }

    package let received: Period
    package let day: Day
    /// The change number it stands on.
    package let knownAt: Int
    package let stages: [Stage]
    package let steps: [Step]
    package let care: [CareEntry]
    /// The way before the first referral; nil where no criteria were asked for.
    package let identified: IdentifiedFamilies?
    /// Most referrals first; those without a destination last.
    package let destinations: [Destination]

    /// Follows the referrals received in the period as known on the day, and the families that criteria find at its end.
    package init(
        _ snapshot: Snapshot,
        care: CareHistory,
        received: Period,
        asAt day: Day,
        criteria: CriteriaSet? = nil
    ) {
        let journeys = Journey.all(snapshot, received: received, asAt: day)
        self.received = received
        self.day = day
        knownAt = snapshot.change
        stages = PathwayReview.stages(journeys)
        steps = PathwayReview.steps(journeys, asAt: day)
        self.care = CareEntry.groups(snapshot, care, journeys.compactMap(\.caseAt), asAt: day)
        identified = criteria.map {
            IdentifiedFamilies(snapshot, by: $0, on: min(received.to, day), followedTo: day)
        }
        destinations = PathwayReview.destinations(journeys, snapshot)
    }

    /// Of the referrals that were turned away and led to no case; one that was withdrawn was sent nowhere.
    private static func destinations(_ journeys: [Journey], _ snapshot: Snapshot) -> [Destination] {
        let away = journeys.filter {
            $0.startedOn == nil && ($0.decision == .inappropriate || $0.decision == .declined)
        }
        return Dictionary(grouping: away) { $0.destination.map(snapshot.text) }
            .map { name, journeys in
                let inappropriate = journeys.count { $0.decision == .inappropriate }
                return Destination(
                    name: name,
                    inappropriate: inappropriate,
                    declined: journeys.count - inappropriate
                )
            }
            .sorted { one, other in
                (one.name == nil ? 1 : 0, -one.all, one.name ?? "")
                    < (other.name == nil ? 1 : 0, -other.all, other.name ?? "")
            }
    }

    private static func stages(_ journeys: [Journey]) -> [Stage] {
        let accepted = journeys.filter { $0.startedOn != nil || $0.standing == .accepted }
        let started = accepted.filter { $0.startedOn != nil }
        let assessed = started.filter { $0.assessedOn != nil }
        let completed = started.filter { $0.endedOn != nil && $0.isCompleted }
        let followed = completed.filter { $0.followedUpOn != nil }
        return [
            Stage(
                title: "Referred",
                definition: "Referrals received in the period.",
                reached: journeys.count,
                lost: 0,
                underWay: 0
            ),
            Stage(
                title: "Accepted",
                definition: "Accepted by the gateway, or started.",
                reached: accepted.count,
                lost: journeys.count { $0.standing == .refused && $0.startedOn == nil },
                underWay: journeys.count { $0.standing == .waiting && $0.startedOn == nil }
            ),
            Stage(
                title: "Started",
                definition: "A case of the referral had started.",
                reached: started.count,
                lost: 0,
                underWay: accepted.count - started.count
            ),
            Stage(
                title: "Assessed",
                definition: "Any assessment of the case was completed on or after its start.",
                reached: assessed.count,
                lost: started.count { $0.assessedOn == nil && $0.endedOn != nil },
                underWay: started.count { $0.assessedOn == nil && $0.endedOn == nil }
            ),
            Stage(
                title: "Completed",
                definition: "The case had ended, completed.",
                reached: completed.count,
                lost: started.count { $0.endedOn != nil && !$0.isCompleted },
                underWay: started.count { $0.endedOn == nil }
            ),
            Stage(
                title: "Followed up",
                definition: "Of those completed, the child was observed after the end.",
                reached: followed.count,
                lost: 0,
                underWay: completed.count - followed.count
            ),
        ]
    }

    private static func steps(_ journeys: [Journey], asAt day: Day) -> [Step] {
        let open = journeys.filter { $0.standing != .refused || $0.startedOn != nil }
        let started = journeys.filter { $0.startedOn != nil }
        return [
            step("From referral to start", open.map { $0.wait(from: $0.receivedOn, to: $0.startedOn, asAt: day) }),
            step(
                "From start to the first assessment",
                started.map { $0.wait(from: $0.startedOn, to: $0.assessedOn, orEnd: $0.endedOn, asAt: day) }
            ),
            step(
                "From start to completion",
                started.map {
                    $0.wait(
                        from: $0.startedOn,
                        to: $0.isCompleted ? $0.endedOn : nil,
                        orEnd: $0.isCompleted ? nil : $0.endedOn,
                        asAt: day
                    )
                }
            ),
            step(
                "From completion to the first follow-up",
                started.filter { $0.isCompleted }
                    .map { $0.wait(from: $0.endedOn, to: $0.followedUpOn, asAt: day) }
            ),
        ]
    }

    private static func step(_ title: String, _ waits: [Waiting?]) -> Step {
        let known = waits.compactMap(\.self)
        return Step(title: title, curve: SurvivalCurve(known), incidence: CumulativeIncidence(known))
    }
}
