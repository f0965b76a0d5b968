package import Records
package import Values

extension Evidence {
    /// What was found, in words without a name: `2 of one child, of the 3 needed: fixed-period exclusions`.
    package func words(in snapshot: Snapshot, _ set: CriteriaSet) -> String {
        let rule = set.criteria[criterion].rules[self.rule]
        switch (reach, rule) {
        case (.sessions(let missed, let possible, let percent), _):
            let leave = if case .unauthorisedAbsence = rule { " without leave" } else { "" }
            return "\(missed) of \(possible) sessions missed\(leave)"
                + (isMet ? "" : ", where \(percent.plain)% is needed")
        case (.count(let found, let needed), .childEvents(let kind, _)) where needed > 1:
            return isMet
                ? "\(found) of one child: \(kind.label.lowercased())"
                : "\(found) of the \(needed) needed of one child: \(kind.plural)"
        case (.count(let found, let needed), .familyEvent(let kind, _)) where needed > 1:
            return isMet ? "\(found) of the family: \(kind.plural)" : "\(found) of the \(needed) needed: \(kind.plural)"
        default:
            return facts.first.map { snapshot.row(of: $0).sentence } ?? ""
        }
    }
}

/// A fact as a row of the register: where it stands, when, and what it says.
package struct FactRow: Hashable, Sendable {
    /// The table and the key of the record in it.
    package let table: String
    package let key: String
    /// The person it is about, by reference; nil where it names only the family.
    package let person: String?
    /// What it says, such as `Permanent exclusion`.
    package let what: String
    package let from: Day
    /// Its last day where it lasts; nil for what happened on one day, and for what goes on.
    package let to: Day?
    /// Whether it still goes on.
    package let goesOn: Bool
    /// The source system; nil where the record names none.
    package let source: String?

    init(
        _ table: String,
        key: String,
        person: String?,
        what: String,
        from: Day,
        to: Day? = nil,
        goesOn: Bool = false,
        source: String? = nil
    ) {
        self.table = table
        self.key = key
        self.person = person
        self.what = what
        self.from = from
        self.to = to
        self.goesOn = goesOn
        self.source = source
    }

    /// `1 February 2022`, `1 January 2022 to 31 March 2022`, `from 1 January 2022`.
    package var time: String {
        if goesOn { return "from \(from.long)" }
        return to.map { "\(from.long) to \($0.long)" } ?? from.long
    }

    /// `permanent exclusion on 1 February 2022`.
    package var sentence: String {
        goesOn || to != nil ? "\(what.lowercased()) \(time)" : "\(what.lowercased()) on \(time)"
    }
}

extension Snapshot {
    /// A fact as a row of the register.
    package func row(of fact: Evidence.Fact) -> FactRow {
        switch fact {
        case .event(let index): row(ofEvent: index)
        case .attendance(let index): row(ofAttendance: index)
        case .status(let index): row(ofStatus: index)
        case .placement(let index): row(ofPlacement: index)
        case .referral(let index):
            FactRow(
                "referrals",
                key: referralIDs[index],
                person: nil,
                what: "Referral, \(referrals[index].route.label.lowercased())",
                from: referrals[index].receivedOn
            )
        case .openCase(let index):
            FactRow(
                "cases",
                key: caseIDs[index],
                person: cases[index].child.map(id),
                what: "Case open",
                from: cases[index].startedOn,
                to: cases[index].endedOn.map { $0 - 1 },
                goesOn: cases[index].endedOn == nil
            )
        }
    }

    private func row(ofEvent index: Int) -> FactRow {
        let event = events[index]
        return FactRow(
            "events",
            key: eventIDs[index],
            person: event.person.map(id),
            what: event.kind == .offence && event.proven ? "Offence, proven" : event.kind.label,
            from: event.on,
            source: text(event.source)
        )
    }

    private func row(ofAttendance index: Int) -> FactRow {
        let row = attendance[index]
        let person = id(row.person)
        let missed = "\(row.authorisedAbsences) with leave and \(row.unauthorisedAbsences) without"
        return FactRow(
            "attendance",
            key: "\(person) \(row.from.iso) \(row.to.iso)",
            person: person,
            what: "Sessions missed: \(missed), of \(row.sessionsPossible)",
            from: row.from,
            to: row.to,
            source: row.source.map(text)
        )
    }

    private func row(ofStatus index: Int) -> FactRow {
        let row = workStatus[index]
        let person = id(row.person)
        return FactRow(
            "work_status",
            key: "\(person) \(row.status.rawValue) \(row.from.iso)",
            person: person,
            what: row.status.label,
            from: row.from,
            to: row.to,
            goesOn: row.to == nil,
            source: row.source.map(text)
        )
    }

    private func row(ofPlacement index: Int) -> FactRow {
        let row = placements[index]
        let person = id(row.person)
        return FactRow(
            "placements",
            key: "\(person) \(row.startedOn.iso)",
            person: person,
            what: "In care, \(row.type.label.lowercased())",
            from: row.startedOn,
            to: row.endedOn.map { $0 - 1 },
            goesOn: row.endedOn == nil
        )
    }
}
