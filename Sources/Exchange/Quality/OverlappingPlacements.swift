import Records
import Values

extension QualityChecks {
    /// Two placements of a child on the same night, short breaks (V3, V4) aside.
    static let overlappingPlacements = QualityCheck(
        "overlapping-placements",
        "A child is in two placements on the same night."
    ) { records, report in
        var latest: Stay?
        for stay in Stay.inOrder(records.placements) {
            if let earlier = latest, earlier.child == stay.child {
                if earlier.end > stay.start, stay.end > stay.start {
                    report.add(
                        Placement.table,
                        stay.index,
                        "started_on",
                        "the placement starts while another of the child's goes on; their nights count once"
                    )
                }
                if earlier.end >= stay.end { continue }
            }
            latest = stay
        }
    }
}

/// The nights of one placement, small enough to be sorted by the million.
private struct Stay {
    /// A number for the child, the same in all of the child's placements.
    var child: Int32
    var start: Int32
    /// The first night elsewhere; the last there is while the placement goes on.
    var end: Int32
    var index: Int

    /// By child and start; without short breaks, which are no placements for the figures (`figures.md`, Placement).
    static func inOrder(_ placements: [Placement]) -> [Stay] {
        var children: [Identifier<Person>: Int32] = [:]
        children.reserveCapacity(placements.count / 2)
        var stays: [Stay] = []
        stays.reserveCapacity(placements.count)
        for index in placements.indices {
            if let status = placements[index].legalStatus, status == .v3 || status == .v4 { continue }
            let next = Int32(children.count)
            stays.append(
                Stay(
                    child: children[placements[index].personID, default: next],
                    start: placements[index].startedOn.number,
                    end: placements[index].endedOn?.number ?? .max,
                    index: index
                )
            )
            if stays[stays.count - 1].child == next { children[placements[index].personID] = next }
        }
        return stays.sorted { ($0.child, $0.start, $0.index) < ($1.child, $1.start, $1.index) }
    }
}
