package import Definitions
import Records
import Values

extension CriteriaSet {
    /// The criteria sets among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [CriteriaSet] {
        try definitions.read(.criteria) { CriteriaSet($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let months = map.integer("looks_back_months")
        let criteria = map.maps("criteria") { Criterion(reading: &$0) }
        let discretion = map.optionalInteger("needs_with_discretion")
        guard let title, let months, let criteria else {
            map.takeRest(["needs"])
            return nil
        }
        let needs = map.maps("needs") { need -> [Int]? in
            guard let names = need.texts("any") else { return nil }
            let positions = names.compactMap { name in criteria.firstIndex { $0.id == name } }
            if positions.count < names.count { need.refuse("any", "must name criteria of this set") }
            return positions.count == names.count ? positions : nil
        }
        guard let needs else { return nil }
        if months < 1 { map.refuse("looks_back_months", "must be at least 1") }
        self.init(
            id: definition.id,
            title: title,
            looksBackMonths: max(1, months),
            criteria: criteria,
            needs: needs,
            needsWithDiscretion: discretion
        )
    }
}

extension Criterion {
    fileprivate init?(reading map: inout MapReader) {
        let id = map.text("id")
        let label = map.text("label")
        let rules = map.maps("any") { CriterionRule(reading: &$0) }
        guard let id, let label, let rules else { return nil }
        self.init(id: id, label: label, rules: rules)
    }
}

extension CriterionRule {
    /// The words a definition calls the rules by.
    private enum Word: String, CaseIterable {
        case provenOffence = "proven_offence"
        case familyEvent = "family_event"
        case childEvents = "child_events"
        case unauthorisedAbsence = "unauthorised_absence"
        case adultStatus = "adult_status"
    }

    fileprivate init?(reading map: inout MapReader) {
        guard let word: Word = map.code("rule") else {
            map.takeRest(["event", "at_least", "under_age", "percent", "status"])
            return nil
        }
        switch word {
        case .provenOffence:
            guard let age = map.integer("under_age") else { return nil }
            self = .provenOffence(underAge: age)
        case .familyEvent:
            guard let kind: EventKind = map.code("event") else { return nil }
            self = .familyEvent(kind)
        case .childEvents:
            let kind: EventKind? = map.code("event")
            guard let least = map.integer("at_least"), let kind else { return nil }
            self = .childEvents(kind, atLeast: least)
        case .unauthorisedAbsence:
            guard let percent = map.decimal("percent") else { return nil }
            self = .unauthorisedAbsence(percent: percent)
        case .adultStatus:
            guard let status: WorkState = map.code("status") else { return nil }
            self = .adultStatus(status)
        }
    }
}
