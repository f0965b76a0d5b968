import Actions
import Assess
import Documents
import Records
import Values

extension Pages {
    /// How far a family has come, area by area: the picture, the outline, the levels of every view, and where they differ.
    func distance(_ request: PageRequest) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper) else { return notFound() }
        try logMeasures(measures, "distance travelled")
        let item = measures.item.id.text
        let head = Page(
            "Distance travelled",
            caption: "Case \(item)",
            title: "Distance travelled, case \(item)",
            section: Address("search"),
            way: caseWay(measures)
        )
        let asked = request.asked("view").flatMap(Informant.init(rawValue:))
        return page(head) { html in
            html.links([
                Link("Enter levels", Address("cases", item, "distance", "new")),
                Link("Progress sheet for the family", Address("cases", item, "progress")),
            ])
            guard let travelled = measures.distance, let main = travelled.mainView else {
                html.paragraph("No levels were entered yet.")
                return
            }
            let view = asked.flatMap { travelled.views.contains($0) ? $0 : nil } ?? main
            let address = Address("cases", item, "distance")
            html.subNavigation(
                travelled.views.map { Link("\($0.label)'s view", address.with("view", $0.rawValue)) },
                current: address.with("view", view.rawValue),
                label: "Whose view"
            )
            DistancePictures(travelled, view, source: keeper.councilName).write(&html)
            levels(travelled, &html)
            differences(travelled, &html)
        }
    }

    /// Every level, views beside each other on each occasion.
    private func levels(_ travelled: DistanceTravelled, _ html: inout HTML) {
        html.heading("Every level")
        html.note("1 is none, 5 is critical or complex. A level is of one area alone and is not added to others.")
        for group in travelled.groups {
            html.table(
                DataTable(
                    caption: group.title ?? "Areas",
                    columns: ["Area"]
                        + travelled.occasions.map { occasion in
                            TableColumn("\(occasion.label): \(travelled.views.map(\.label).joined(separator: ", "))")
                        },
                    rows: group.areas.map { area in
                        [.text(area.title)]
                            + travelled.occasions.map { occasion -> CellContent in
                                let levels = travelled.views.map { view in
                                    travelled.level(of: area, at: occasion, by: view)?.plain ?? "–"
                                }
                                return .text(levels.joined(separator: ", "))
                            }
                    }
                )
            )
        }
    }

    /// The areas on which the views differ, on the latest occasion with several views.
    private func differences(_ travelled: DistanceTravelled, _ html: inout HTML) {
        guard travelled.views.count > 1 else { return }
        let latest = travelled.occasions.last { !travelled.disagreements(at: $0).isEmpty }
        html.table(
            DataTable(
                caption: "Where the views differ" + (latest.map { ", \($0.label.lowercased())" } ?? ""),
                columns: ["Area", "Levels", .number("Apart")],
                rows: (latest.map { travelled.disagreements(at: $0) } ?? []).map { found in
                    let levels = travelled.views.compactMap { view in
                        travelled.level(of: found.area, at: found.occasion, by: view).map {
                            "\(view.label) \($0.plain)"
                        }
                    }
                    return [
                        .text(found.area.title), .text(levels.joined(separator: ", ")), .text("\(found.spread)"),
                    ]
                },
                whenEmpty: "The views agree."
            )
        )
    }
}

/// The change chart and the outlines of one view.
struct DistancePictures {
    private let travelled: DistanceTravelled
    private let view: Informant
    private let source: String

    init(_ travelled: DistanceTravelled, _ view: Informant, source: String) {
        self.travelled = travelled
        self.view = view
        self.source = source
    }

    private var range: ClosedRange<Double> {
        let lows = travelled.instrument.items.map(\.low.double)
        let highs = travelled.instrument.items.map(\.high.double)
        return (lows.min() ?? 1)...(highs.max() ?? 5)
    }

    func write(_ html: inout HTML) {
        let changes = travelled.changes(by: view)
        guard !changes.isEmpty else {
            html.paragraph("There is one occasion so far. What has changed shows after the next.")
            return
        }
        summary(&html)
        html.chart(changeChart(changes))
        html.details("Outline for the room") { html in
            html.paragraph(
                "The outline is for talking with the family. It is never used to compare families: its size means nothing."
            )
            for group in travelled.groups {
                let names = Set(group.areas.map(\.name))
                let spokes = changes.filter { names.contains($0.area.name) }
                if spokes.count >= 3 { html.chart(outline(spokes, group.title ?? "Areas"), level: .three) }
            }
        }
    }

    private func summary(_ html: inout HTML) {
        let summary = travelled.summary(by: view)
        html.summaryList([
            SummaryRow("Areas with a start and a later level", "\(summary.paired)"),
            SummaryRow("Better", "\(summary.better)"), SummaryRow("No change", "\(summary.same)"),
            SummaryRow("Worse", "\(summary.worse)"),
            SummaryRow("With room to improve", "\(summary.withRoom), of which \(summary.withRoomBetter) are better"),
            SummaryRow("Of those, at level 1 or 2 now", "\(summary.withRoomLowNow)"),
            SummaryRow(
                "Worse at the first review",
                "\(summary.roseAtFirst), of which \(summary.roseThenFell) are better since"
            ),
        ])
        if summary.roseAtFirst > 0 {
            html.note("Needs may go up at first: families tell more once there is trust.")
        }
    }

    private func changeChart(_ changes: [AreaChange]) -> Chart {
        let better = changes.count { $0.movement == .better }
        return Chart(
            "distance",
            ChartWords(
                headline: "\(NumberText.plural(better, "area is", "areas are")) better of \(changes.count)",
                subtitle: "Level of need from 1, none, to 5, critical or complex; \(view.label.lowercased())'s view",
                summary: "Each row is an area, from the level at the start to the latest. Less is better.",
                source: source
            ),
            ChangeChart(
                changes.map { ChangeChart.Row($0.area.title, start: $0.start.double, latest: $0.latest.double) },
                unit: .number("Level", places: 0),
                range: range,
                rowTitle: "Area"
            )
        )
    }

    private func outline(_ changes: [AreaChange], _ title: String) -> Chart {
        let id = "outline-\(title.lowercased().replacing(" ", with: "-"))"
        return Chart(
            id,
            ChartWords(
                headline: title,
                subtitle: "Level of need, start and latest: \(title.lowercased())",
                summary: "The dashed outline is the start and the solid one the latest. Nearer the middle is better.",
                source: source
            ),
            RadarChart(
                changes.map { RadarChart.Spoke($0.area.title, start: $0.start.double, latest: $0.latest.double) },
                unit: .number("Level", places: 0),
                range: range,
                spokeTitle: "Area"
            )
        )
    }
}
