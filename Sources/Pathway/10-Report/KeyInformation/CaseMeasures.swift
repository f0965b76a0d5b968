import Records
import Values

extension KeyInformation {
    /// Referrals, cases and their length.
    func caseMeasures() -> [Measure] {
        [
            Measure(
                "referrals.received",
                "Referrals received",
                .count,
                "Referrals received by the day, whatever was decided.",
                read: referralsReceived
            ),
            Measure("cases.opened", "Cases opened", .count, "Cases started by the day.") { tally in
                for index in cases { tally.add(.counted, .caseAt(index), because: started(index)) }
                return .count
            },
            Measure("cases.closed", "Cases closed", .count, "Cases that ended by the day.") { tally in
                for index in cases {
                    guard let ended = closedOn(index) else { continue }
                    tally.add(.counted, .caseAt(index), because: "closed on \(ended.long)")
                }
                return .count
            },
            Measure(
                "cases.completed",
                "Cases completed",
                .count,
                "Closed cases whose end reason is completed.",
                read: { completed(true, &$0) }
            ),
            Measure(
                "cases.not_completed",
                "Cases closed without completing",
                .count,
                "Closed cases with any other end reason, or none.",
                read: { completed(false, &$0) }
            ),
            Measure(
                "cases.mean_length_months",
                "Mean length of completed cases",
                .months,
                "Mean over completed cases of their length in days, divided by 30.4375.",
                read: meanLength
            ),
        ]
    }

    private func started(_ index: Int) -> String {
        "started on \(snapshot.cases[index].startedOn.long)"
    }

    private func referralsReceived(_ tally: inout Tally) -> Reading {
        for (index, referral) in snapshot.referrals.enumerated() {
            guard referral.receivedOn <= day, keeps(referral.programme) else { continue }
            tally.add(.counted, .referral(index), because: "received on \(referral.receivedOn.long)")
        }
        return .count
    }

    private func completed(_ wanted: Bool, _ tally: inout Tally) -> Reading {
        for index in cases {
            guard let ended = closedOn(index) else { continue }
            let reason = snapshot.cases[index].endReason
            guard (reason == .completed) == wanted else { continue }
            let words = reason?.label.lowercased() ?? "no end reason"
            tally.add(.counted, .caseAt(index), because: "closed on \(ended.long): \(words)")
        }
        return .count
    }

    private func meanLength(_ tally: inout Tally) -> Reading {
        var days = 0
        for index in cases {
            guard let ended = closedOn(index), snapshot.cases[index].endReason == .completed else { continue }
            let length = ended - snapshot.cases[index].startedOn
            days += length
            tally.add(.counted, .caseAt(index), because: "\(length) days, completed on \(ended.long)")
        }
        return .number(tally.counted == 0 ? nil : Double(days) / Double(tally.counted) / 30.4375)
    }
}
