import Definitions
import Values

extension PlanRange {
    private enum Name: String, CaseIterable {
        case beds, price, success, grant
        case investorReturn = "return"
    }

    init?(reading map: inout MapReader, placements: [String], grants: [String]) {
        let name: Name? = map.code("input")
        let placement = map.optionalText("placement")
        let grant = map.optionalText("grant")
        let low = map.number("low")
        let high = map.number("high")
        let decision = map.optionalFlag("decision") ?? false
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let name, let low, let high, let evidence else { return nil }
        let input: PlanInput
        switch name {
        case .beds: input = .beds
        case .success: input = .success
        case .investorReturn: input = .investorReturn
        case .price:
            guard let placement, placements.contains(placement) else {
                map.refuse("placement", "must be one of the placements")
                return nil
            }
            input = .price(placement)
        case .grant:
            guard let grant, grants.contains(grant) else {
                map.refuse("grant", "must be one of the grants")
                return nil
            }
            input = .grant(grant)
        }
        guard low <= high, input.possible.contains(low), input.possible.contains(high) else {
            let (least, most) = (Int(input.possible.lowerBound), Int(input.possible.upperBound))
            map.refuse("high", "and low must be from \(least) to \(most), low not above high")
            return nil
        }
        self.init(input: input, low: low, high: high, isDecision: decision, evidence: evidence)
    }
}
