import Records
import Statistics
import Values

extension FamilySupport {
    /// Referrals received in the period: by area, referrer and issue; again for a family referred before; inappropriate.
    func referralMeasures() -> [Measure] {
        [referralCount("referrals", "Referrals received", referrals)] + bySource() + byArea() + byIssues()
            + again() + inappropriate() + allocated()
    }

    private func referralCount(_ id: String, _ label: String, _ members: [Int]) -> Measure {
        Measure(id, label, .count, "Referrals received in the period, whatever was decided.") { tally in
            for index in members { tally.add(.counted, .referral(index), because: received(index)) }
            return .count
        }
    }

    private func received(_ index: Int) -> String {
        "received on \(snapshot.referrals[index].receivedOn.long)"
    }

    private func bySource() -> [Measure] {
        ReferralSource.allCases.compactMap { source in
            let members = referrals.filter { snapshot.referrals[$0].source == source }
            guard !members.isEmpty else { return nil }
            let label = "Referrals by: \(source.label.lowercased())"
            return referralCount("referrals.source.\(source.rawValue)", label, members)
        }
    }

    private func byArea() -> [Measure] {
        let areas = Dictionary(grouping: referrals) { snapshot.area(ofFamily: snapshot.referrals[$0].family.index) }
        return areas.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map { area, members in
            referralCount(
                "referrals.area.\((area ?? "unknown").figureName)",
                "Referrals: area, \(area ?? "not known")",
                members
            )
        }
    }

    private func byIssues() -> [Measure] {
        byIssue(referrals) { $0 }.map { issue, members in
            referralCount("referrals.issue.\(issue.figureName)", "Referrals: \(issue)", members)
        }
    }

    /// Of the referrals of the period those for a family that had been referred on an earlier day.
    private func again() -> [Measure] {
        let read: @Sendable (inout Tally, Bool) -> Void = { tally, keepsFirst in
            for index in referrals {
                let row = snapshot.referrals[index]
                let before = snapshot.referralsOfFamily[row.family.index].map { snapshot.referrals[Int($0)].receivedOn }
                    .filter { $0 < row.receivedOn }.max()
                if let before {
                    tally.add(.counted, .referral(index), because: "referred before, on \(before.long)")
                } else if keepsFirst {
                    tally.add(.notCounted, .referral(index), because: "the family's first")
                }
            }
        }
        return [
            Measure(
                "referrals.again",
                "Re-referrals",
                .count,
                "Referrals received in the period for a family that had been referred on an earlier day."
            ) { tally in
                read(&tally, false)
                return .count
            },
            Measure(
                "referrals.again.share",
                "Share of referrals that are re-referrals",
                .share,
                "Of the referrals received in the period, those for a family that had been referred on an earlier day."
            ) { tally in
                read(&tally, true)
                return .share
            },
        ]
    }

    /// Referrals that the gateway found inappropriate, all and by where they went.
    private func inappropriate() -> [Measure] {
        let members = referrals.filter { snapshot.referrals[$0].decision == .inappropriate }
        let byPlace = Dictionary(grouping: members) { snapshot.referrals[$0].destination.map(snapshot.text) }
        let count = { (id: String, label: String, definition: String, members: [Int]) in
            Measure(id, label, .count, definition) { tally in
                for index in members { tally.add(.counted, .referral(index), because: received(index)) }
                return .count
            }
        }
        let all = count(
            "referrals.inappropriate",
            "Inappropriate referrals",
            "Referrals received in the period that the gateway found inappropriate.",
            members
        )
        return [all]
            + byPlace.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map { place, members in
                count(
                    "referrals.inappropriate.destination.\((place ?? "unknown").figureName)",
                    "Inappropriate referrals: destination, \(place ?? "not known")",
                    "Referrals received in the period that the gateway found inappropriate, by where they went.",
                    members
                )
            }
    }

    /// Cases given to a worker in the period, and how soon after the referral.
    private func allocated() -> [Measure] {
        let waits = snapshot.cases.indices.compactMap { index -> (index: Int, days: Int)? in
            let item = snapshot.cases[index]
            guard period.contains(item.startedOn), let referral = item.referral else { return nil }
            return (index, item.startedOn - snapshot.referrals[referral.index].receivedOn)
        }
        return [
            Measure(
                "cases.allocated",
                "Cases allocated",
                .count,
                "Cases that a key worker or therapist first held on a day of the period."
            ) { tally in
                for index in snapshot.cases.indices {
                    let first = snapshot.allocationsOfCase[index].map { snapshot.allocations[Int($0)] }
                        .filter { $0.role != .supervisor }.map(\.from).min()
                    guard let first, period.contains(first) else { continue }
                    tally.add(.counted, .caseAt(index), because: "held from \(first.long)")
                }
                return .count
            },
            Measure(
                "response.median_days",
                "Median days from referral to start",
                .days,
                "Over the cases started in the period that have a referral: days from its receipt to the start."
            ) { tally in
                for wait in waits { tally.add(.counted, .caseAt(wait.index), because: "\(wait.days) days") }
                return .number(Sample(waits.map(\.days)).median)
            },
        ]
    }
}
