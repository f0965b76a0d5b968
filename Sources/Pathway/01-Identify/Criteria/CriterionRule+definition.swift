package import Definitions
import Records
import Values

extension CriterionRule {
    /// The words a definition calls the rules by.
    private enum Word: String, CaseIterable {
        case provenOffence = "proven_offence"
        case familyEvent = "family_event"
        case childEvents = "child_events"
        case unauthorisedAbsence = "unauthorised_absence"
        case absence
        case adultStatus = "adult_status"
        case inCare = "in_care"
        case referral
        case openCase = "open_case"
        case notHeld = "not_held"
    }

    private static let keys = [
        "event", "at_least", "from_age", "under_age", "percent", "status", "routes", "programme", "facts",
    ]

    /// Reads one rule; nil, with its problems noted, where any of it is missing.
    package init?(reading map: inout MapReader) {
        guard let word: Word = map.code("rule") else {
            map.takeRest(CriterionRule.keys)
            return nil
        }
        let rule: CriterionRule? =
            switch word {
            case .provenOffence: CriterionRule.provenOffence(&map)
            case .familyEvent: CriterionRule.familyEvent(&map)
            case .childEvents: CriterionRule.childEvents(&map)
            case .unauthorisedAbsence: CriterionRule.percent(&map).map { .unauthorisedAbsence(percent: $0) }
            case .absence: CriterionRule.percent(&map).map { .absence(percent: $0) }
            case .adultStatus: map.code("status").map { .adultStatus($0) }
            case .inCare: .inCare
            case .referral: map.codes("routes").map { .referral($0) }
            case .openCase: .openCase(programme: map.optionalText("programme"))
            case .notHeld: map.text("facts").map { .notHeld($0) }
            }
        guard let rule else { return nil }
        self = rule
    }

    private static func provenOffence(_ map: inout MapReader) -> CriterionRule? {
        let from = map.optionalInteger("from_age") ?? 0
        let under = map.optionalInteger("under_age") ?? .max
        guard 0 <= from, from < under else {
            map.refuse("under_age", "must be above from_age")
            return nil
        }
        return .provenOffence(fromAge: from, underAge: under)
    }

    private static func familyEvent(_ map: inout MapReader) -> CriterionRule? {
        let kind: EventKind? = map.code("event")
        let least = map.optionalInteger("at_least") ?? 1
        guard let kind, isCount(least, &map) else { return nil }
        return .familyEvent(kind, atLeast: least)
    }

    private static func childEvents(_ map: inout MapReader) -> CriterionRule? {
        let kind: EventKind? = map.code("event")
        let least = map.integer("at_least")
        guard let kind, let least, isCount(least, &map) else { return nil }
        return .childEvents(kind, atLeast: least)
    }

    private static func isCount(_ least: Int, _ map: inout MapReader) -> Bool {
        if least < 1 { map.refuse("at_least", "must be at least 1") }
        return least >= 1
    }

    private static func percent(_ map: inout MapReader) -> Decimal? {
        guard let percent = map.decimal("percent") else { return nil }
        guard Decimal.zero < percent, percent <= Decimal(100) else {
            map.refuse("percent", "must be above 0 and at most 100")
            return nil
        }
        return percent
    }
}
