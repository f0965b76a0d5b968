import Definitions

extension Comparison {
    /// Reads a comparison and its levels, whose conditions may ask for these fields.
    init?(reading map: inout MapReader, fields: [LinkageField]) {
        let name = map.text("name")
        let levels = map.maps("levels") { ComparisonLevel(reading: &$0, fields: fields) }
        guard let name, let levels else { return nil }
        self.init(name: name, levels: levels)
        for reason in faults { map.refuse("levels", reason) }
    }

    /// What is wrong with the levels as a whole.
    private var faults: [String] {
        var faults: [String] = []
        if levels.last?.test != .otherwise || levels.count(where: { $0.test == .otherwise }) > 1 {
            faults.append("must end in one otherwise, which takes the pairs that are left")
        }
        let trainable = levels.filter { !$0.isMissing && !$0.isFixed }
        let untrained = trainable.filter { $0.m == nil || $0.u == nil }
        if isTrained, let level = untrained.first {
            faults.append("must all have m and u where one has: “\(level.label)” lacks them")
        } else if isTrained {
            let sum = levels.filter { !$0.isMissing }.reduce(0) { $0 + ($1.m ?? 0) }
            if abs(sum - 1) > 0.001 {
                faults.append("must have m that add up to 1, and they add up to \((sum * 10_000).rounded() / 10_000)")
            }
        }
        return faults
    }

    /// Whether any level has been trained.
    var isTrained: Bool {
        levels.contains { !$0.isFixed && ($0.m != nil || $0.u != nil) }
    }
}

extension ComparisonLevel {
    /// Reads `missing: CONDITION`, `when: CONDITION` or `otherwise: LABEL`, and what the level is worth.
    fileprivate init?(reading map: inout MapReader, fields: [LinkageField]) {
        let label = map.optionalText("label")
        let missing = map.optionalText("missing")
        let when = map.optionalText("when")
        let otherwise = map.optionalText("otherwise")
        let m = map.share("m")
        let u = map.share("u")
        let h = map.share("h")
        let isFixed = map.optionalFlag("fixed") ?? false
        let termFrequency = TermFrequency(reading: &map, fields: fields)
        let test: Test?
        switch (missing, when, otherwise) {
        case (let text?, nil, nil): test = map.condition(text, "missing", fields).map { .missing($0) }
        case (nil, let text?, nil): test = map.condition(text, "when", fields).map { .when($0) }
        case (nil, nil, _?): test = .otherwise
        default:
            map.refuse("when", "must stand in every level, or missing or otherwise in its place")
            test = nil
        }
        guard let test else { return nil }
        if case .missing = test, m != nil || u != nil {
            map.refuse("missing", "must have no m and u: a value that is missing says nothing")
        }
        if case .when = test, label == nil { map.refuse("label", "is missing") }
        self.init(
            label: otherwise ?? label ?? "Missing",
            test: test,
            m: m,
            u: u,
            h: h,
            termFrequency: termFrequency,
            isFixed: isFixed
        )
    }
}

extension TermFrequency {
    fileprivate init?(reading map: inout MapReader, fields: [LinkageField]) {
        guard let field = map.optionalText("tf") else { return nil }
        if !fields.contains(where: { $0.name == field }) { map.refuse("tf", "must name one of the fields") }
        self.init(field: field, weight: map.share("tf_weight") ?? 1, minimum: map.share("tf_minimum") ?? 0)
    }
}

extension MapReader {
    /// A probability; nil where there is none.
    mutating func share(_ key: String) -> Double? {
        guard let number = optionalNumber(key) else { return nil }
        guard (0...1).contains(number) else {
            refuse(key, "must be from 0 to 1")
            return nil
        }
        return number
    }

    /// The condition that a text stands for.
    fileprivate func condition(_ text: String, _ key: String, _ fields: [LinkageField]) -> Condition? {
        do throws(ConditionFault) {
            let condition = try ConditionText.read(text, fields: fields).condition
            for name in condition.unknownFields(fields) {
                refuse(key, "asks for the field “\(name)”, which is not among the fields")
            }
            return condition
        } catch {
            refuse(key, "cannot be read: \(error)")
            return nil
        }
    }
}

extension Condition {
    /// Fields that the condition asks for and that are not there.
    fileprivate func unknownFields(_ fields: [LinkageField]) -> [String] {
        Set(terms.compactMap(\.field)).subtracting(fields.map(\.name)).sorted()
    }
}
