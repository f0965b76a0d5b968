package import Definitions
import Records

extension ProgrammeEligibility {
    /// The programmes among the definitions with who they are for; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [ProgrammeEligibility] {
        try definitions.read(.programme) { ProgrammeEligibility($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let shortTitle = map.text("short_title")
        let rules = map.optionalMaps("eligibility") { EligibilityRule(reading: &$0) }
        let residential = map.optionalMap("residential") { ResidentialPhase(reading: &$0) }
        // What else a programme says is read elsewhere.
        map.takeRest(map.keys)
        guard let shortTitle, let rules else { return nil }
        self.init(programme: definition.id, shortTitle: shortTitle, rules: rules, residential: residential)
    }
}

extension EligibilityRule {
    private enum Name: String, CaseIterable {
        case age
        case residentialPlacement = "residential_placement"
        case notInCare = "not_in_care_unless_step_down"
        case noPlan = "no_protection_plan_unless_step_down"
        case routes
        case agreement
        case livesInArea = "lives_in_area"
    }

    fileprivate init?(reading map: inout MapReader) {
        let name: Name? = map.code("rule")
        let condition = name.flatMap { EligibilityRule.condition($0, reading: &map) }
        let provenance = Provenance(reading: &map)
        guard let condition, let provenance else { return nil }
        self.init(condition, provenance)
    }

    private static func condition(_ name: Name, reading map: inout MapReader) -> Condition? {
        switch name {
        case .age:
            let from = map.integer("from")
            let to = map.integer("to")
            guard let from, let to else { return nil }
            guard from <= to else {
                map.refuse("to", "must be \(from) or more")
                return nil
            }
            return .age(from...to)
        case .residentialPlacement: return .residentialPlacement
        case .notInCare: return .notInCareUnlessStepDown
        case .noPlan: return .noProtectionPlanUnlessStepDown
        case .routes:
            let routes: [ReferralRoute]? = map.codes("routes")
            return routes.map { .routes($0) }
        case .agreement: return .agreement
        case .livesInArea: return .livesInArea
        }
    }
}

extension ResidentialPhase {
    fileprivate init?(reading map: inout MapReader) {
        let nights = map.integer("nights")
        let reviews = map.optionalIntegers("review_nights")
        let turnaround = map.optionalInteger("turnaround_nights")
        guard let nights else { return nil }
        guard nights > 0 else {
            map.refuse("nights", "must be 1 or more")
            return nil
        }
        self.init(nights: nights, reviewNights: reviews ?? [], turnaroundNights: max(0, turnaround ?? 0))
    }
}
