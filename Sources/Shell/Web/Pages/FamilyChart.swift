import Documents
import Records
import Values

/// Cases, care and events of a family on one line of time, a lane each.
struct FamilyChart {
    let chart: Chart?

    private static let work = LaneChart.Kind("Case", .darkBlue)
    private static let care = LaneChart.Kind("In care", .orange)
    private static let assessment = LaneChart.Kind("Assessment", .darkBlue, .circle)
    private static let event = LaneChart.Kind("Event", .darkPink, .diamond)

    init(_ records: RecordSet, upTo day: Day) {
        let days = records.cases.map(\.startedOn) + records.placements.map(\.startedOn)
        guard let first = days.min(), let period = Period(from: first.adding(months: -6), to: max(day, first)) else {
            chart = nil
            return
        }
        var lanes = records.cases.sorted { $0.startedOn < $1.startedOn }.map { item in
            let taken = records.assessments.filter { $0.caseID == item.id }
            return LaneChart.Lane(
                "Case \(item.id.text)",
                spans: [LaneChart.Span(Nights(from: item.startedOn, until: item.endedOn), Self.work, words: "Open")],
                events: taken.map { LaneChart.Event($0.completedOn, Self.assessment, words: "Assessment") }
            )
        }
        for person in records.people {
            let stays = records.placements.filter { $0.personID == person.id }
            let events = records.events.filter { $0.personID == person.id }
            guard !stays.isEmpty || !events.isEmpty else { continue }
            lanes.append(
                LaneChart.Lane(
                    person.forename ?? "Person \(person.id.text)",
                    spans: stays.map {
                        LaneChart.Span(Nights(from: $0.startedOn, until: $0.endedOn), Self.care, words: $0.type.label)
                    },
                    events: events.map { LaneChart.Event($0.on, Self.event, words: $0.kind.label) }
                )
            )
        }
        let care =
            records.placements.isEmpty
            ? "no placements in care"
            : NumberText.plural(records.placements.count, "placement", "placements") + " in care"
        chart = Chart(
            "family-time",
            ChartWords(
                headline: "The family over time",
                subtitle: "Cases, placements and events, \(period.long)",
                summary: "\(NumberText.plural(records.cases.count, "case", "cases")) and \(care).",
                source: "The register."
            ),
            LaneChart(lanes, period: period)
        )
    }
}
