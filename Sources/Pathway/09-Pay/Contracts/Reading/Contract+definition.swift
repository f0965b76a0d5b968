package import Definitions
import Values

extension Contract {
    /// The contracts among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [Contract] {
        try definitions.read(.contract) { Contract($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let parties = map.maps("parties") { Party(reading: &$0) }
        let term = map.map("term") { Term(reading: &$0) }
        let cohort = map.map("cohort") { CohortRule(reading: &$0) }
        let outcomes = map.optionalMaps("outcomes") { ContractOutcome(reading: &$0) }
        let verification = map.map("verification") { Verification(reading: &$0) }
        let paidBefore = map.optionalMoney("paid_before")
        let assumed = map.optionalTexts("assumed") ?? []
        let published = map.optionalMaps("published") { ContractFigure(reading: &$0) } ?? []
        guard let title, let parties, let term, let cohort, let outcomes, let verification else {
            map.takeRest(["clauses", "simulation"])
            return nil
        }
        Contract.check(parties, outcomes, &map)
        let names = outcomes.map(\.id)
        let written = map.maps("clauses") { clause in
            WrittenClause(reading: &clause, outcomes: names, term: term, checked: definition.provenance.evidence)
        }
        let plan = map.optionalMap("simulation") { SimulationPlan(reading: &$0, outcomes: names) }
        guard let written else { return nil }
        let check = ClauseCheck(written)
        check.refuse(&map, paidBefore: paidBefore ?? .zero)
        self.init(
            id: definition.id,
            version: definition.version,
            title: title,
            provenance: definition.provenance,
            file: definition.file,
            parties: parties,
            term: term,
            cohort: cohort,
            outcomes: outcomes,
            verification: verification,
            clauses: check.inOrder,
            paidBefore: paidBefore ?? .zero,
            assumed: assumed,
            published: published,
            plan: plan
        )
    }

    private static func check(_ parties: [Party], _ outcomes: [ContractOutcome], _ map: inout MapReader) {
        let single = parties.map(\.role).filter { $0 != .investor }
        if Set(single).count < single.count {
            map.refuse("parties", "must have each role once, investors aside")
        }
        if Set(parties.map(\.name)).count < parties.count {
            map.refuse("parties", "must each have a name of their own")
        }
        if Set(outcomes.map(\.id)).count < outcomes.count {
            map.refuse("outcomes", "must each have an id of their own")
        }
        let roles = Set(single)
        if roles.isDisjoint(with: [.commissioner, .outcomePayer]) || roles.isDisjoint(with: [.provider, .vehicle]) {
            map.refuse("parties", "must have somebody who pays and somebody who is paid")
        }
    }
}

extension Party {
    fileprivate init?(reading map: inout MapReader) {
        let role: Role? = map.code("role")
        let name = map.text("name")
        guard let role, let name else { return nil }
        self.init(role: role, name: name)
    }
}

extension Term {
    fileprivate init?(reading map: inout MapReader) {
        let from = map.day("from")
        let to = map.day("to")
        let lastClaim = map.day("last_claim")
        guard let from, let to, let lastClaim else { return nil }
        guard let starts = Period(from: from, to: to) else {
            map.refuse("to", "must be the same as or after from")
            return nil
        }
        if lastClaim < to { map.refuse("last_claim", "must be the same as or after to") }
        if lastClaim.year - from.year > 50 { map.refuse("last_claim", "must be within 50 years of from") }
        self.init(starts: starts, lastClaim: max(to, lastClaim))
    }
}

extension CohortRule {
    fileprivate init?(reading map: inout MapReader) {
        let unit: Unit? = map.code("member")
        let programmes = map.texts("programmes")
        let from = map.optionalInteger("from_age")
        let to = map.optionalInteger("to_age")
        let criteria = map.optionalText("criteria")
        guard let unit, let programmes else { return nil }
        var ages: ClosedRange<Int>?
        if from != nil || to != nil {
            let low = from ?? 0
            let high = to ?? 25
            guard (0...25).contains(low), (low...25).contains(high) else {
                map.refuse("to_age", "must be from from_age to 25")
                return nil
            }
            ages = low...high
        }
        self.init(unit: unit, programmes: programmes, ages: ages, criteria: criteria)
    }
}

extension Verification {
    fileprivate init?(reading map: inout MapReader) {
        let percent = map.integer("sample_percent")
        let sources = map.optionalTexts("sources") ?? []
        guard let percent else { return nil }
        guard (0...100).contains(percent) else {
            map.refuse("sample_percent", "must be from 0 to 100")
            return nil
        }
        self.init(samplePercent: percent, sources: sources)
    }
}
