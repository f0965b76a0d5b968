import Linkage
import Values

/// Writes a model as Splink's settings, key by key as Splink does.
struct SplinkWriter {
    let model: LinkageModel
    let database: ConditionText.Database

    func bytes(uniqueID: String, sourceDataset: String) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("link_type", model.scope.rawValue)
            if let prior = model.prior { json.field("probability_two_random_records_match", prior) }
            json.field("retain_matching_columns", true)
            json.field("retain_intermediate_calculation_columns", false)
            json.field("additional_columns_to_retain", [])
            json.field("sql_dialect", database.rawValue)
            json.field("em_convergence", model.training.tolerance)
            json.field("max_iterations", model.training.mostRounds)
            json.field("match_weight_column_prefix", "mw_")
            json.field("term_frequency_adjustment_column_prefix", "tf_")
            json.field("comparison_vector_value_column_prefix", "gamma_")
            json.field("unique_id_column_name", uniqueID)
            json.field("source_dataset_column_name", sourceDataset)
            json.key("blocking_rules_to_generate_predictions")
            json.array { json in model.blocking.forEach { write($0, to: &json) } }
            json.key("comparisons")
            json.array { json in model.comparisons.forEach { write($0, to: &json) } }
        }
        return json.bytes
    }

    private var dialect: ConditionText.Dialect {
        .splink(database, dates: Set(model.fields.filter { $0.cleaning.contains(.date) }.map(\.name)))
    }

    private func write(_ rule: BlockingRule, to json: inout JSONWriter) {
        json.object { json in
            json.field("blocking_rule", BlockingText.write(rule, dialect))
            json.field("sql_dialect", database.rawValue)
        }
    }

    private func write(_ comparison: Comparison, to json: inout JSONWriter) {
        json.object { json in
            json.field("output_column_name", comparison.name)
            json.key("comparison_levels")
            json.array { json in comparison.levels.forEach { write($0, to: &json) } }
        }
    }

    private func write(_ level: ComparisonLevel, to json: inout JSONWriter) {
        json.object { json in
            switch level.test {
            case .missing(let condition), .when(let condition):
                json.field("sql_condition", ConditionText.write(condition, dialect))
            case .otherwise: json.field("sql_condition", "ELSE")
            }
            json.field("label_for_charts", level.label)
            if let m = level.m { json.field("m_probability", m) }
            if let u = level.u { json.field("u_probability", u) }
            json.field("fix_m_probability", false)
            json.field("fix_u_probability", false)
            if let adjustment = level.termFrequency {
                json.field("tf_adjustment_column", adjustment.field)
                json.field("tf_adjustment_weight", adjustment.weight)
                if adjustment.minimum != 0 { json.field("tf_minimum_u_value", adjustment.minimum) }
            }
            if case .missing = level.test { json.field("is_null_level", true) }
        }
    }
}
