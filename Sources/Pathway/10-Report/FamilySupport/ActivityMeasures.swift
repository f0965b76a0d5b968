import Records
import Values

extension FamilySupport {
    /// Assessments, packages of several agencies, hours, and whether families come.
    func activityMeasures() -> [Measure] {
        [assessments(), packages(), packageShare(), hours(), engaged()]
    }

    private func assessments() -> Measure {
        Measure(
            "assessments",
            "Assessments",
            .count,
            "Assessments completed in the period in a case, with whatever instrument; audits are not among them."
        ) { tally in
            let audit = snapshot.symbols.symbol(FamilySupport.auditInstrument)
            for (index, row) in snapshot.assessments.enumerated() {
                guard row.caseAt != nil, row.instrument != audit, period.contains(row.completedOn) else { continue }
                tally.add(.counted, .assessment(index), because: "completed on \(row.completedOn.long)")
            }
            return .count
        }
    }

    /// Contacts of a case on days of the period.
    func contacts(ofCase index: Int) -> [Snapshot.Contact] {
        snapshot.contactsOfCase[index].map { snapshot.contacts[Int($0)] }.filter { period.contains($0.on) }
    }

    private func readPackages(_ tally: inout Tally, keepsOthers: Bool) {
        for index in families {
            let meetings = contacts(ofCase: index).count { $0.kind == .multiAgency }
            let family = Tally.Subject.family(snapshot.cases[index].family.index)
            if meetings > 0 {
                tally.add(.counted, family, because: "\(meetings) multi-agency contacts in the period")
            } else if keepsOthers {
                tally.add(.notCounted, family, because: "no multi-agency contact in the period")
            }
        }
    }

    private func packages() -> Measure {
        Measure(
            "packages.multi_agency",
            "Families receiving a multi-agency package",
            .count,
            "Families with a case open in the period and a multi-agency contact in it."
        ) { tally in
            readPackages(&tally, keepsOthers: false)
            return .count
        }
    }

    private func packageShare() -> Measure {
        Measure(
            "agencies.share",
            "Families whom several agencies work with",
            .share,
            "Of the families with a case open in the period, those with a multi-agency contact in it."
        ) { tally in
            readPackages(&tally, keepsOthers: true)
            return .share
        }
    }

    /// Minutes of the contacts of a case in the period.
    func minutes(ofCase index: Int) -> Int {
        contacts(ofCase: index).reduce(0) { $0 + Int($1.minutes ?? 0) }
    }

    private func hours() -> Measure {
        Measure(
            "hours",
            "Hours of service",
            .hours,
            "Minutes of all contacts in the period, divided by 60; contacts without minutes count none."
        ) { tally in
            var total = 0
            for index in open {
                let minutes = minutes(ofCase: index)
                guard minutes > 0 else { continue }
                total += minutes
                tally.add(.counted, .caseAt(index), because: "\(minutes) minutes")
            }
            return .number(Double(total) / 60)
        }
    }

    /// Families come within the first four weeks.
    private func engaged() -> Measure {
        Measure(
            "engaged.share",
            "Families who engage within 28 days",
            .share,
            """
            Of the cases started in the period and 28 days old at its end, or closed, those in which the family came to a \
            contact within 28 days of the start. Cases without any contact in that time are not known.
            """
        ) { tally in
            for index in snapshot.cases.indices {
                let item = snapshot.cases[index]
                guard period.contains(item.startedOn),
                    item.startedOn + 28 <= period.end || item.endedOn.map({ $0 < period.end }) ?? false
                else { continue }
                let first = snapshot.contactsOfCase[index].map { snapshot.contacts[Int($0)] }
                    .filter { $0.on >= item.startedOn && $0.on < item.startedOn + 28 && $0.attendance != nil }
                if let came = first.filter({ $0.attendance == .attended }).map(\.on).min() {
                    tally.add(.counted, .caseAt(index), because: "came on \(came.long)")
                } else if first.isEmpty {
                    tally.add(.unknown, .caseAt(index), because: "no contact with attendance in 28 days")
                } else {
                    tally.add(.notCounted, .caseAt(index), because: "did not come in 28 days")
                }
            }
            return .share
        }
    }
}
