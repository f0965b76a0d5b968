import Actions
import Assess
import Documents
import Records
import Values

extension Pages {
    /// What a family sees of its own progress, to be printed or looked at together.
    func progress(_ request: PageRequest) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper) else { return notFound() }
        try logMeasures(measures, "progress sheet")
        let item = measures.item.id.text
        let today = try keeper.today()
        let head = Page(
            "Your progress",
            caption: "As at \(today.long)",
            title: "Progress sheet, case \(item)",
            section: Address("search"),
            way: caseWay(measures)
        )
        return page(head) { html in ProgressSheet(measures).write(&html) }
    }
}

/// A family's progress in plain words: goals, and areas that have changed.
struct ProgressSheet {
    private let measures: CaseMeasures

    init(_ measures: CaseMeasures) {
        self.measures = measures
    }

    func write(_ html: inout HTML) {
        html.lead("This is what you and the people working with you have written down since you started.")
        goals(&html)
        areas(&html)
        html.note("If you see this differently, tell your worker. Your own view is written down beside theirs.")
    }

    private func goals(_ html: inout HTML) {
        html.heading("Your goals")
        let attained = GoalsAttained(measures.goals)
        if attained.achieved > 0 {
            html.paragraph("You have reached \(NumberText.plural(attained.achieved, "goal", "goals")).")
        }
        html.table(
            DataTable(
                caption: "What you wanted to change",
                columns: ["Goal", "How it stands"],
                rows: measures.goals.filter { $0.outcome != .dropped }.map { goal in
                    [.text(goal.title), .text(ProgressSheet.words(goal.outcome))]
                },
                whenEmpty: "No goals are written down yet."
            )
        )
    }

    private static func words(_ outcome: GoalOutcome) -> String {
        switch outcome {
        case .open: "We are working on it"
        case .achieved: "Reached"
        case .partly: "Partly reached"
        case .notAchieved: "Not reached"
        case .dropped: "Left out"
        }
    }

    private func areas(_ html: inout HTML) {
        html.heading("What has changed")
        let travelled = measures.distance
        // What the family says itself comes first here, then what was agreed, then the worker's view.
        let view = [Informant.family, .joint, .worker].first { view in
            travelled.map { !$0.changes(by: view).isEmpty } ?? false
        }
        guard let travelled, let view else {
            html.paragraph("What has changed shows here after your first review.")
            return
        }
        let changes = travelled.changes(by: view)
        let better = changes.filter { $0.movement == .better }
        html.paragraph("\(NumberText.plural(better.count, "thing is", "things are")) better than at the start.")
        html.table(
            DataTable(
                caption: view == .family
                    ? "As you see it" : view == .joint ? "As you see it together" : "As your worker sees it",
                columns: ["Area", "At the start", "Now", "Change"],
                rows: changes.map { change in
                    [
                        .text(change.area.title), .text(level(change.start, of: change.area)),
                        .text(level(change.latest, of: change.area)), .text(change.movement.label),
                    ]
                }
            )
        )
    }

    private func level(_ level: Decimal, of area: Item) -> String {
        area.meaning(of: level).map { "\($0) (\(level.plain))" } ?? level.plain
    }
}
