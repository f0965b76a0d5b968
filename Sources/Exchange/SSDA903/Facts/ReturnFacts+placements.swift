import Records
import Values

extension ReturnFacts {
    /// Adds a placement for every row of Episodes that can be one.
    mutating func addPlacements(_ rows: [ReturnRow], _ isKnown: (String) -> Bool) {
        var first: [PlacementKey: ReturnRow] = [:]
        first.reserveCapacity(rows.count)
        records.placements.reserveCapacity(rows.count)
        for row in rows {
            guard let placement = placement(row, isKnown) else { continue }
            let key = PlacementKey(placement)
            if let earlier = first[key] {
                let message = row.repeats(earlier, "The episode (the same CHILD, DECOM, PLACE and LS)")
                report(row, .episodes, "DECOM", rule: "duplicate", blocks: true, message)
                continue
            }
            first[key] = row
            records.placements.append(placement)
            note(row, in: Placement.table)
        }
    }

    private mutating func placement(_ row: ReturnRow, _ isKnown: (String) -> Bool) -> Placement? {
        let before = problems.count
        let child = child(of: row, .episodes)
        if let child, !isKnown(child) {
            report(
                row,
                .episodes,
                "CHILD",
                rule: ReturnTable.episodes.unknownChildRule,
                blocks: true,
                Self.unknownChild
            )
        }
        let (start, end) = dates(row)
        let type: PlacementType? = code(row, "PLACE", 5, rule: .rule146, isNeeded: true)
        let legalStatus: LegalStatus? = code(row, "LS", 3, rule: .rule144)
        let reasonNew: ReasonForNewEpisode? = code(row, "RNE", 2, rule: .rule143)
        let reasonCeased: ReasonEpisodeCeased? = code(row, "REC", 8, rule: .rule149)
        guard problems.count == before, let child, let start, let type else { return nil }
        reportBlanks(row)
        return Placement(
            personID: Identifier(child),
            startedOn: start,
            endedOn: end,
            legalStatus: legalStatus,
            type: type,
            provider: optionalCode(row, "PLACE_PROVIDER", 6, rule: "178"),
            reasonNew: reasonNew,
            reasonCeased: reasonCeased,
            reasonChange: optionalCode(row, "REASON_PLACE_CHANGE", 9, rule: "1009")
        )
    }

    private mutating func dates(_ row: ReturnRow) -> (start: Day?, end: Day?) {
        let decom = Dated(row.value(1))
        let dec = Dated(row.value(7))
        if decom == .blank {
            let message = "DECOM is missing: give the day the episode began"
            report(row, .episodes, "DECOM", rule: "blank", blocks: true, message)
        } else if decom == .unreal {
            report(row, .episodes, "DECOM", rule: "141", blocks: true, EpisodeRule.rule141.message)
        }
        if dec == .unreal {
            report(row, .episodes, "DEC", rule: "147", blocks: true, EpisodeRule.rule147.message)
        }
        if let start = decom.real, let end = dec.real, end < start {
            report(row, .episodes, "DEC", rule: "356", blocks: true, EpisodeRule.rule356.message)
        }
        return (decom.real, dec.real)
    }

    /// A code without which, or with another in its place, the row is not what it says it is; blank may be allowed.
    private mutating func code<Code: CodeList>(
        _ row: ReturnRow,
        _ field: String,
        _ position: Int,
        rule: EpisodeRule,
        isNeeded: Bool = false
    ) -> Code? {
        switch Coded<Code>(row.value(position)) {
        case .code(let code): return code
        case .unknown: report(row, .episodes, field, rule: "\(rule.number)", blocks: true, rule.message)
        case .blank where isNeeded:
            report(row, .episodes, field, rule: "blank", blocks: true, "\(field) is missing: give its code")
        case .blank: break
        }
        return nil
    }

    /// A code that is left out of the placement where it is not one of the list.
    private mutating func optionalCode<Code: CodeList>(
        _ row: ReturnRow,
        _ field: String,
        _ position: Int,
        rule: String
    ) -> Code? {
        let coded = Coded<Code>(row.value(position))
        if coded == .unknown {
            let message = "\(field) must be a code of the return, or blank; it is imported as missing"
            report(row, .episodes, field, rule: rule, blocks: false, message)
        }
        return coded.known
    }

    /// RNE, LS and CIN should not be blank; the placement is imported all the same.
    private mutating func reportBlanks(_ row: ReturnRow) {
        for (field, position) in [("RNE", 2), ("LS", 3), ("CIN", 4)] where row.value(position).isEmpty {
            report(row, .episodes, field, rule: "blank", blocks: false, "\(field) is missing: give its code")
        }
    }
}

/// What no two episodes share: the key of `placements`.
struct PlacementKey: Hashable {
    let person: Identifier<Person>
    let start: Day
    let type: PlacementType
    let legalStatus: LegalStatus?

    init(_ placement: Placement) {
        person = placement.personID
        start = placement.startedOn
        type = placement.type
        legalStatus = placement.legalStatus
    }
}
