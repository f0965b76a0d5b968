import Linkage

/// Reads Splink's settings, noting every problem.
final class SplinkReader {
    private(set) var problems: [SplinkProblem] = []
    /// In the order they are met.
    private var fields: [String] = []
    private var dates: Set<String> = []

    func model(_ root: JSONValue, id: String) -> LinkageModel? {
        guard case .object(let members) = root else { return refuse("", "the file must be one JSON object") }
        checkKeys(members, Self.keys, at: "")
        let dialect = root["sql_dialect"]?.text ?? "duckdb"
        if ConditionText.Database(rawValue: dialect) == nil {
            note("sql_dialect", "must be duckdb or spark")
        }
        let scope = root["link_type"]?.text.flatMap { LinkScope(rawValue: $0) }
        if scope == nil { note("link_type", "must be dedupe_only, link_only or link_and_dedupe") }
        let prior = share(root["probability_two_random_records_match"], "probability_two_random_records_match")
        let comparisons = list(root["comparisons"], "comparisons") { self.comparison($0, at: $1) }
        let name = "blocking_rules_to_generate_predictions"
        let blocking = list(root[name], name) { self.blockingRule($0, at: $1) }
        checkNames(comparisons)
        var training = Training()
        if let tolerance = number(root["em_convergence"], "em_convergence") { training.tolerance = tolerance }
        if let rounds = number(root["max_iterations"], "max_iterations").flatMap({ Int(exactly: $0) }) {
            training.mostRounds = rounds
        }
        guard let scope, problems.isEmpty else { return nil }
        return LinkageModel(
            id: id,
            title: "Model read from Splink's settings",
            version: "1",
            fields: fields.map { name in
                LinkageField(name: name, origin: .columns([name]), cleaning: dates.contains(name) ? [.date] : [])
            },
            comparisons: comparisons,
            blocking: blocking,
            scope: scope,
            prior: prior,
            training: training
        )
    }

    // MARK: Comparisons

    private func comparison(_ value: JSONValue, at path: String) -> Comparison? {
        guard case .object(let members) = value else { return refuse(path, "must be an object") }
        checkKeys(members, ["output_column_name", "comparison_levels", "comparison_description"], at: path)
        let levels = list(value["comparison_levels"], "\(path).comparison_levels") { self.level($0, at: $1) }
        let name = value["output_column_name"]?.text
        if name == nil { note("\(path).output_column_name", "must be the name of the comparison") }
        if let last = levels.last, last.test != .otherwise {
            note("\(path).comparison_levels[\(levels.count - 1)].sql_condition", "must be ELSE, as the last one's")
        }
        return name.map { Comparison(name: $0, levels: levels) }
    }

    private func level(_ value: JSONValue, at path: String) -> ComparisonLevel? {
        guard case .object(let members) = value else { return refuse(path, "must be an object") }
        checkKeys(members, Self.levelKeys, at: path)
        for key in ["fix_m_probability", "fix_u_probability", "disable_tf_exact_match_detection"]
        where value[key] == .boolean(true) {
            note("\(path).\(key)", "cannot be kept: train the model in Splink, or leave the setting out")
        }
        let isNull = value["is_null_level"] == .boolean(true)
        guard let text = value["sql_condition"]?.text else {
            return refuse("\(path).sql_condition", "must be the text of a condition, or ELSE")
        }
        guard let test = test(text, isNull: isNull, at: "\(path).sql_condition") else { return nil }
        return ComparisonLevel(
            label: value["label_for_charts"]?.text ?? text,
            test: test,
            m: isNull ? nil : share(value["m_probability"], "\(path).m_probability"),
            u: isNull ? nil : share(value["u_probability"], "\(path).u_probability"),
            termFrequency: termFrequency(value, at: path)
        )
    }

    private func test(_ text: String, isNull: Bool, at path: String) -> ComparisonLevel.Test? {
        if text.uppercased().filter({ !$0.isWhitespace }) == "ELSE" {
            return isNull ? refuse(path, "must be a condition where is_null_level is true") : .otherwise
        }
        return condition(text, at: path).map { isNull ? .missing($0) : .when($0) }
    }

    private func termFrequency(_ value: JSONValue, at path: String) -> TermFrequency? {
        guard let column = value["tf_adjustment_column"], column != .null else { return nil }
        guard let field = column.text else {
            return refuse("\(path).tf_adjustment_column", "must be the name of a column")
        }
        add([field])
        return TermFrequency(
            field: field,
            weight: share(value["tf_adjustment_weight"], "\(path).tf_adjustment_weight") ?? 1,
            minimum: share(value["tf_minimum_u_value"], "\(path).tf_minimum_u_value") ?? 0
        )
    }

    // MARK: Conditions

    private func blockingRule(_ value: JSONValue, at path: String) -> BlockingRule? {
        if case .object(let members) = value {
            checkKeys(members, ["blocking_rule", "sql_dialect", "salting_partitions", "arrays_to_explode"], at: path)
            let arrays = value["arrays_to_explode"]?.elements ?? []
            if !arrays.isEmpty {
                note("\(path).arrays_to_explode", "must be empty: a value here is one text, and no list")
            }
        }
        let isText = value.text != nil
        let place = isText ? path : "\(path).blocking_rule"
        guard let text = value.text ?? value["blocking_rule"]?.text else {
            return refuse(place, "must be the text of a rule")
        }
        do throws(ConditionFault) {
            let rule = try BlockingText.read(text)
            add(rule.equalities.flatMap { [$0.left, $0.right] }.compactMap(\.field))
            return rule
        } catch {
            return refuse(place, "cannot be read: \(error)")
        }
    }

    private func condition(_ text: String, at path: String) -> Condition? {
        do throws(ConditionFault) {
            let reading = try ConditionText.read(text)
            add(reading.condition.terms.compactMap(\.field))
            dates.formUnion(reading.dates)
            return reading.condition
        } catch {
            return refuse(path, "cannot be read: \(error)")
        }
    }

    private func add(_ names: [String]) {
        for name in names where !fields.contains(name) { fields.append(name) }
    }

    // MARK: Values

    private func list<Item>(_ value: JSONValue?, _ path: String, _ make: (JSONValue, String) -> Item?) -> [Item] {
        guard let elements = value?.elements else {
            note(path, "must be a list")
            return []
        }
        return elements.enumerated().compactMap { make($0.element, "\(path)[\($0.offset)]") }
    }

    /// A number from 0 to 1; nil where there is none.
    private func share(_ value: JSONValue?, _ path: String) -> Double? {
        guard let number = number(value, path) else { return nil }
        guard (0...1).contains(number) else { return refuse(path, "must be from 0 to 1") }
        return number
    }

    private func number(_ value: JSONValue?, _ path: String) -> Double? {
        guard let value, value != .null else { return nil }
        guard case .number(let text) = value, let number = Double(text) else { return refuse(path, "must be a number") }
        return number
    }

    private func checkNames(_ comparisons: [Comparison]) {
        for (place, comparison) in comparisons.enumerated()
        where comparisons[..<place].contains(where: { $0.name == comparison.name }) {
            note("comparisons[\(place)].output_column_name", "is already that of another comparison")
        }
    }

    private func checkKeys(_ members: [String: JSONValue], _ known: Set<String>, at path: String) {
        for key in members.keys.sorted() where !known.contains(key) {
            note(path.isEmpty ? key : "\(path).\(key)", "is not a setting that is known here")
        }
    }

    private func refuse<Value>(_ path: String, _ reason: String) -> Value? {
        note(path, reason)
        return nil
    }

    private func note(_ path: String, _ reason: String) {
        problems.append(SplinkProblem(path: path, reason: reason))
    }

    private static let keys: Set = [
        "link_type", "probability_two_random_records_match", "retain_matching_columns",
        "retain_intermediate_calculation_columns", "additional_columns_to_retain", "sql_dialect", "linker_uid",
        "em_convergence", "max_iterations", "bayes_factor_column_prefix", "match_weight_column_prefix",
        "term_frequency_adjustment_column_prefix", "comparison_vector_value_column_prefix", "unique_id_column_name",
        "source_dataset_column_name", "blocking_rules_to_generate_predictions", "comparisons",
    ]

    private static let levelKeys: Set = [
        "sql_condition", "label_for_charts", "m_probability", "u_probability", "fix_m_probability",
        "fix_u_probability", "tf_adjustment_column", "tf_adjustment_weight", "tf_minimum_u_value", "is_null_level",
        "disable_tf_exact_match_detection",
    ]
}
