import Definitions
import Values

extension SimulationPlan {
    init?(reading map: inout MapReader, outcomes: [String]) {
        let starts = map.map("starts_in_quarter") { Triangle(reading: &$0, upTo: 100_000) }
        let success = map.optionalMaps("success") { Success(reading: &$0, outcomes: outcomes) }
        let care = map.optionalMap("care") { Care(reading: &$0) }
        let cost = map.money("cost_in_quarter")
        let setUp = map.optionalMoney("set_up_cost") ?? .zero
        let careDay = map.optionalMoney("saving_a_care_day") ?? .zero
        let savings = map.optionalMaps("saving_an_outcome") { row -> (Int, Money)? in
            let outcome = row.position("outcome", in: outcomes)
            let amount = row.money("amount")
            guard let outcome, let amount else { return nil }
            return (outcome, amount)
        }
        guard let starts, let success, let cost, let savings else { return nil }
        if Set(success.map(\.outcome)).count < success.count {
            map.refuse("success", "must name each outcome once")
        }
        var byOutcome = [Money](repeating: .zero, count: outcomes.count)
        for (outcome, amount) in savings { byOutcome[outcome] = amount }
        self.init(
            startsInQuarter: starts,
            success: success,
            care: care,
            costInQuarter: cost,
            setUpCost: setUp,
            saving: Saving(careDay: careDay, outcome: byOutcome)
        )
    }
}

extension SimulationPlan.Success {
    fileprivate init?(reading map: inout MapReader, outcomes: [String]) {
        let outcome = map.position("outcome", in: outcomes)
        let percent = map.map("percent") { Triangle(reading: &$0, upTo: 100) }
        let months = map.map("after_months") { Triangle(reading: &$0, upTo: 240) }
        guard let outcome, let percent, let months else { return nil }
        self.init(outcome: outcome, percent: percent, afterMonths: months)
    }
}

extension SimulationPlan.Care {
    fileprivate init?(reading map: inout MapReader) {
        let enters = map.map("enters_percent") { Triangle(reading: &$0, upTo: 100) }
        let after = map.map("after_months") { Triangle(reading: &$0, upTo: 240) }
        let stay = map.map("stay_months") { Triangle(reading: &$0, upTo: 240) }
        guard let enters, let after, let stay else { return nil }
        self.init(entersPercent: enters, afterMonths: after, stayMonths: stay)
    }
}

extension Triangle {
    fileprivate init?(reading map: inout MapReader, upTo most: Double) {
        let low = map.number("low")
        let likely = map.number("likely")
        let high = map.number("high")
        guard let low, let likely, let high else { return nil }
        guard low >= 0, high <= most, let triangle = Triangle(low: low, likely: likely, high: high) else {
            map.refuse("likely", "must lie between low and high, from 0 to \(Int(most))")
            return nil
        }
        self = triangle
    }
}

extension MapReader {
    fileprivate mutating func position(_ key: String, in names: [String]) -> Int? {
        guard let name = text(key) else { return nil }
        guard let position = names.firstIndex(of: name) else {
            refuse(key, "must be one of this contract's outcomes")
            return nil
        }
        return position
    }
}
