package import Definitions

extension CriteriaSet {
    /// The criteria sets among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [CriteriaSet] {
        try definitions.read(.criteria) { CriteriaSet($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let months = map.integer("looks_back_months")
        let criteria = map.maps("criteria") { Criterion(reading: &$0, checked: definition.provenance.evidence) }
        let least = map.optionalInteger("needs_at_least")
        let discretion = map.optionalInteger("needs_with_discretion")
        guard let title, let months, let criteria else {
            map.takeRest(["needs"])
            return nil
        }
        let needs = CriteriaSet.needs(&map, of: criteria)
        if Set(criteria.map(\.id)).count < criteria.count {
            map.refuse("criteria", "must each have an id of their own")
        }
        if months < 1 { map.refuse("looks_back_months", "must be at least 1") }
        guard let needs else { return nil }
        for (key, number) in [("needs_at_least", least), ("needs_with_discretion", discretion)] {
            guard let number, !(1...needs.count).contains(number) else { continue }
            map.refuse(key, "must be from 1 to \(needs.count), the number of needs")
        }
        self.init(
            id: definition.id,
            version: definition.version,
            title: title,
            provenance: definition.provenance,
            looksBackMonths: max(1, months),
            criteria: criteria,
            needs: needs,
            needsToQualify: least,
            needsWithDiscretion: discretion
        )
    }

    /// The needs as they are listed; where none are, each criterion is a need of its own.
    private static func needs(_ map: inout MapReader, of criteria: [Criterion]) -> [[Int]]? {
        let listed = map.optionalMaps("needs") { need -> [Int]? in
            guard let names = need.texts("any") else { return nil }
            let positions = names.compactMap { name in criteria.firstIndex { $0.id == name } }
            if positions.count < names.count { need.refuse("any", "must name criteria of this set") }
            return positions.count == names.count ? positions : nil
        }
        guard let listed else { return nil }
        return listed.isEmpty ? criteria.indices.map { [$0] } : listed
    }
}

extension Criterion {
    fileprivate init?(reading map: inout MapReader, checked: Provenance.Evidence) {
        let id = map.text("id")
        let label = map.text("label")
        let rules = map.maps("any") { CriterionRule(reading: &$0) }
        let months = map.optionalInteger("looks_back_months")
        let sources = map.optionalTexts("sources")
        let from = map.optionalInteger("from_age")
        let under = map.optionalInteger("under_age")
        let required = map.optionalText("evidence_required")
        let own: Provenance.Evidence? = map.optionalCode("evidence")
        if let months, months < 1 { map.refuse("looks_back_months", "must be at least 1") }
        guard (from ?? 0) < (under ?? .max), (from ?? 0) >= 0 else {
            map.refuse("under_age", "must be above from_age")
            return nil
        }
        guard let id, let label, let rules else { return nil }
        self.init(
            id: id,
            label: label,
            rules: rules,
            looksBackMonths: months.map { max(1, $0) },
            sources: sources ?? [],
            ages: from == nil && under == nil ? nil : (from ?? 0)..<(under ?? .max),
            evidenceRequired: required,
            checked: own ?? checked
        )
    }
}
