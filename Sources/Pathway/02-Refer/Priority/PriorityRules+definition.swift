package import Definitions

extension PriorityRules {
    /// The rules of every queue among the definitions, by their ids; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [String: PriorityRules] {
        let read = try definitions.read(.priority) { definition, map in
            PriorityRules(reading: &map).map { (definition.id, $0) }
        }
        return Dictionary(read) { first, _ in first }
    }

    private init?(reading map: inout MapReader) {
        let title = map.text("title")
        let within = map.optionalInteger("decide_within_days")
        let eachWeek = map.integer("points_each_week")
        let signals = map.maps("signals") { Signal(reading: &$0) }
        let bands = map.maps("bands") { Band(reading: &$0) }
        guard let title, let eachWeek, let signals, let bands else { return nil }
        guard eachWeek > 0 else {
            map.refuse("points_each_week", "must be 1 or more, so that nobody waits for ever")
            return nil
        }
        guard bands.contains(where: { $0.points == 0 }) else {
            map.refuse("bands", "must have one that begins at 0 points")
            return nil
        }
        self.init(
            title: title,
            signals: signals,
            pointsEachWeek: eachWeek,
            bands: bands,
            decideWithinDays: within
        )
    }
}

extension PriorityRules.Band {
    fileprivate init?(reading map: inout MapReader) {
        let name = map.text("name")
        let points = map.integer("points")
        guard let name, let points else { return nil }
        self.init(name, points: points)
    }
}

extension PriorityRules.Signal {
    private enum Name: String, CaseIterable {
        case protectionPlan = "protection_plan"
        case edgeOfCare = "edge_of_care"
        case inCustody = "in_custody"
        case missingLately = "missing_lately"
        case domesticAbuseLately = "domestic_abuse_lately"
        case youngestChildUnder = "youngest_child_under"
        case referredBefore = "referred_before"
        case highNeed = "high_need"
        case stepDown = "step_down"
        case nearUpperAge = "near_upper_age"
    }

    fileprivate init?(reading map: inout MapReader) {
        let name: Name? = map.code("signal")
        let points = map.integer("points")
        let signal = name.flatMap { PriorityRules.Signal.signal($0, reading: &map) }
        guard let signal, let points else { return nil }
        guard points > 0 else {
            map.refuse("points", "must be 1 or more")
            return nil
        }
        self.init(signal, points: points)
    }

    private static func signal(_ name: Name, reading map: inout MapReader) -> PrioritySignal? {
        switch name {
        case .protectionPlan: .protectionPlan
        case .edgeOfCare: .edgeOfCare
        case .inCustody: .inCustody
        case .missingLately: map.integer("days").map { .missingLately(days: $0) }
        case .domesticAbuseLately: map.integer("days").map { .domesticAbuseLately(days: $0) }
        case .youngestChildUnder: map.integer("years").map { .youngestChildUnder(years: $0) }
        case .referredBefore: map.integer("days").map { .referredBefore(days: $0) }
        case .highNeed: .highNeed
        case .stepDown: .stepDown
        case .nearUpperAge: map.integer("months").map { .nearUpperAge(months: $0) }
        }
    }
}
