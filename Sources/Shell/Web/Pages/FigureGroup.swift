import Actions
import Report

/// Figures that belong together under a heading of a report's page.
struct FigureGroup {
    let title: String
    let figures: [Figure]

    /// The figures of an answer by what they are about, in their order.
    static func groups(_ answer: ReportAnswer, _ definitions: DefinitionsInForce) -> [FigureGroup] {
        var titles: [String] = []
        var members: [String: [Figure]] = [:]
        for figure in answer.figures {
            let title = title(figure.id, answer.report, definitions)
            if members[title] == nil { titles.append(title) }
            members[title, default: []].append(figure)
        }
        return titles.map { FigureGroup(title: $0, figures: members[$0] ?? []) }
    }

    private static func title(_ id: String, _ report: String, _ definitions: DefinitionsInForce) -> String {
        let first = String(id.prefix { $0 != "." })
        if report == "performance" {
            return first == "reunified"
                ? "Return from care" : first == "all" ? "All programmes" : definitions.programmeTitle(first)
        }
        return switch first {
        case "referrals", "cases": "Referrals and cases"
        case "home", "care": "Home and care"
        case "offending": "Offending"
        case "sdq": "Strengths and difficulties (SDQ)"
        case "satisfaction": "Satisfaction"
        case "profile": "Who the children are"
        case "staff": "Staff"
        case "families", "people": "Families and people"
        case "criterion", "criteria": "Criteria"
        case "tier": "Tier of need"
        default: "Other figures"
        }
    }
}
