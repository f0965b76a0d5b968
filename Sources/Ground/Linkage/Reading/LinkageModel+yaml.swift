import Definitions
package import Values

extension LinkageModel {
    /// The model as a file that reads back as the same model, applying from a day.
    package func yaml(from day: Day) -> String {
        var file = YamlText()
        file.line(0, "kind: linkage")
        file.pair(0, "id", id)
        file.pair(0, "version", version)
        file.line(0, "from: \(day.iso)")
        file.line(0, "source:")
        file.pair(1, "document", provenance?.document ?? "Model trained on the data at hand")
        file.pair(1, "section", provenance?.section ?? "none")
        file.line(0, "evidence: \((provenance?.evidence ?? .unverified).rawValue)")
        file.line(0, "format: \(LinkageModel.format)")
        file.pair(0, "title", title)
        file.line(0, "scope: \(scope.rawValue)")
        file.line(0, "fields:")
        for field in fields { file.line(1, "- \(field.yaml)") }
        file.line(0, "comparisons:")
        for comparison in comparisons {
            file.line(1, "- name: \(YamlText.scalar(comparison.name))")
            file.line(2, "levels:")
            for level in comparison.levels { file.line(3, "- \(level.yaml)") }
        }
        file.rules(0, "blocking", blocking)
        if let prior { file.line(0, "prior: \(prior)") }
        file.line(0, "threshold: \(threshold)")
        file.training(training)
        if let household { file.household(household) }
        if !frequencies.isEmpty { file.line(0, "frequencies:") }
        for (field, shares) in frequencies.sorted(by: { $0.key < $1.key }) {
            file.line(1, "\(YamlText.scalar(field)):\(shares.isEmpty ? " {}" : "")")
            for (value, share) in shares.sorted(by: { $0.key < $1.key }) {
                file.line(2, "\(YamlText.scalar(value)): \(share)")
            }
        }
        return file.text
    }
}

extension LinkageField {
    fileprivate var yaml: String {
        var pairs = [("name", YamlText.scalar(name))]
        switch origin {
        case .columns(let columns): pairs.append(("columns", YamlText.list(columns)))
        case .derived(let from, let derivation):
            pairs += [("from", YamlText.scalar(from)), ("derive", YamlText.scalar(derivation.text))]
        case .joined(let names, let separator):
            pairs += [("join", YamlText.list(names)), ("separator", YamlText.scalar(separator))]
        }
        if !cleaning.isEmpty { pairs.append(("cleaning", YamlText.list(cleaning.map(\.rawValue)))) }
        return YamlText.map(pairs)
    }
}

extension ComparisonLevel {
    fileprivate var yaml: String {
        var pairs: [(String, String)] = []
        switch test {
        case .missing(let condition):
            pairs = [
                ("label", YamlText.scalar(label)), ("missing", YamlText.scalar(ConditionText.write(condition))),
            ]
        case .when(let condition):
            pairs = [("label", YamlText.scalar(label)), ("when", YamlText.scalar(ConditionText.write(condition)))]
        case .otherwise: pairs = [("otherwise", YamlText.scalar(label))]
        }
        for (key, value) in [("m", m), ("u", u), ("h", h)] {
            if let value { pairs.append((key, "\(value)")) }
        }
        if let termFrequency {
            pairs.append(("tf", YamlText.scalar(termFrequency.field)))
            if termFrequency.weight != 1 { pairs.append(("tf_weight", "\(termFrequency.weight)")) }
            if termFrequency.minimum != 0 { pairs.append(("tf_minimum", "\(termFrequency.minimum)")) }
        }
        if isFixed { pairs.append(("fixed", "true")) }
        return YamlText.map(pairs)
    }
}

/// Lines of YAML.
private struct YamlText {
    private(set) var text = ""

    mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }

    mutating func pair(_ depth: Int, _ key: String, _ value: String) {
        line(depth, "\(key): \(YamlText.scalar(value))")
    }

    mutating func rules(_ depth: Int, _ key: String, _ rules: [BlockingRule]) {
        guard !rules.isEmpty else { return }
        line(depth, "\(key):")
        for rule in rules { line(depth + 1, "- \(YamlText.scalar(BlockingText.write(rule)))") }
    }

    mutating func training(_ training: Training) {
        line(0, "training:")
        rules(1, "deterministic", training.deterministic)
        line(1, "recall: \(training.recall)")
        rules(1, "sessions", training.sessions)
        line(1, "random_pairs: \(training.randomPairs)")
        line(1, "session_pairs: \(training.sessionPairs)")
        line(1, "seed: \(training.seed)")
        line(1, "most_rounds: \(training.mostRounds)")
        line(1, "tolerance: \(training.tolerance)")
    }

    mutating func household(_ household: HouseholdStage) {
        line(0, "household:")
        line(1, "addresses:")
        for names in household.addresses { line(2, "- \(YamlText.scalar(names.joined(separator: ", ")))") }
        pair(1, "address_comparison", household.addressComparison)
        if !household.surnames.isEmpty { line(1, "surnames: \(YamlText.list(household.surnames))") }
        if let share = household.share { line(1, "share: \(share)") }
    }

    // MARK: Values

    static func map(_ pairs: [(String, String)]) -> String {
        "{\(pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }

    static func list(_ values: [String]) -> String {
        "[\(values.map(scalar).joined(separator: ", "))]"
    }

    /// A bare word where that is safe, in quotes otherwise.
    static func scalar(_ value: String) -> String {
        let isBare =
            value.utf8.first?.isLetter == true && value.utf8.last != UInt8(ascii: " ")
            && value.utf8.allSatisfy {
                $0.isLetter || $0.isDigit || [UInt8(ascii: "_"), UInt8(ascii: "-"), 0x20].contains($0)
            }
        guard !isBare else { return value }
        return "\"" + value.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || isBreak(scalar):
            "\\u" + String(repeating: "0", count: 4 - hex(scalar).count) + hex(scalar)
        default: String(scalar)
        }
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16)
    }
}
