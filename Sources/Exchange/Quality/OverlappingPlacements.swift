import Records
import Values

extension QualityChecks {
    /// Two placements of a child on the same night, short breaks (V3, V4) aside.
    static let overlappingPlacements = QualityCheck(
        "overlapping-placements",
        "A child is in two placements on the same night."
    ) { records, report in
        let placements = records.placements
        let order = placements.indices.filter { !placements[$0].isShortBreak }.sorted { one, other in
            let (first, second) = (placements[one], placements[other])
            if first.personID != second.personID { return first.personID < second.personID }
            return first.startedOn < second.startedOn
        }
        var latest: Int?
        for index in order {
            let placement = placements[index]
            if let earlier = latest, placements[earlier].personID == placement.personID {
                if placements[earlier].runs(beyond: placement.startedOn), placement.runs(beyond: placement.startedOn) {
                    report.add(
                        Placement.table,
                        index,
                        "started_on",
                        "the placement starts while another of the child's goes on; their nights count once"
                    )
                }
                guard placements[earlier].ends(before: placement) else { continue }
            }
            latest = index
        }
    }
}

extension Placement {
    /// Whether it is a short break, which is no placement for the figures (`figures.md`, Placement).
    fileprivate var isShortBreak: Bool { legalStatus == .v3 || legalStatus == .v4 }

    /// Whether it goes on in the night of the day.
    fileprivate func runs(beyond day: Day) -> Bool {
        guard let endedOn else { return true }
        return endedOn > day
    }

    fileprivate func ends(before other: Placement) -> Bool {
        guard let endedOn else { return false }
        guard let end = other.endedOn else { return true }
        return endedOn < end
    }
}
