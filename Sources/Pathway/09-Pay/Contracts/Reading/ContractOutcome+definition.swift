import Definitions

extension ContractOutcome {
    init?(reading map: inout MapReader) {
        let id = map.text("id")
        let label = map.text("label")
        let criteria = map.maps("criteria") { OutcomeMeasure(reading: &$0) }
        let within = map.optionalInteger("within_months")
        let required = map.text("evidence_required")
        guard let id, let label, let criteria, let required else { return nil }
        if let within, !(1...600).contains(within) { map.refuse("within_months", "must be from 1 to 600") }
        self.init(id: id, label: label, criteria: criteria, withinMonths: within, evidenceRequired: required)
    }
}

extension OutcomeMeasure {
    /// The words a definition calls the measures by.
    private enum Word: String, CaseIterable {
        case completed
        case atHome = "at_home"
        case reunified
        case outOfCare = "out_of_care"
        case school
        case antisocialBehaviour = "antisocial_behaviour"
        case youthOffending = "youth_offending"
        case employment
        case workProgramme = "work_programme"
        case recorded
    }

    private static let keys = [
        "months", "exclusions_below", "absence_below_percent", "reduced_percent", "weeks", "what",
    ]

    /// Reads one measure; nil, with its problems noted, where it is not one of the closed list or lacks a number.
    fileprivate init?(reading map: inout MapReader) {
        guard let word: Word = map.code("measure") else {
            map.takeRest(OutcomeMeasure.keys)
            return nil
        }
        let measure: OutcomeMeasure? =
            switch word {
            case .completed: .completed
            case .atHome: map.count("months", in: 0...120).map { .atHome(months: $0) }
            case .reunified: map.count("months", in: 0...120).map { .reunified(months: $0) }
            case .outOfCare: map.count("months", in: 1...120).map { .outOfCare(months: $0) }
            case .school: OutcomeMeasure.school(&map)
            case .antisocialBehaviour:
                map.count("reduced_percent", in: 1...100).map { .antisocialBehaviour(reducedPercent: $0) }
            case .youthOffending: map.count("reduced_percent", in: 1...100).map { .youthOffending(reducedPercent: $0) }
            case .employment: map.count("weeks", in: 1...260).map { .employment(weeks: $0) }
            case .workProgramme: .workProgramme
            case .recorded: map.text("what").map { .recorded($0) }
            }
        guard let measure else { return nil }
        self = measure
    }

    private static func school(_ map: inout MapReader) -> OutcomeMeasure? {
        let exclusions = map.count("exclusions_below", in: 1...100)
        let percent = map.count("absence_below_percent", in: 1...100)
        guard let exclusions, let percent else { return nil }
        return .school(exclusionsBelow: exclusions, absenceBelowPercent: percent)
    }
}
