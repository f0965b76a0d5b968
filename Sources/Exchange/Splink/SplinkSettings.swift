package import Linkage

/// A model in the settings of Splink 5 (`linker.misc.save_model_to_json`), so that a model trained by one runs in the
/// other.
package enum SplinkSettings {
    /// Reads a model; throws everything in the settings that it cannot keep.
    ///
    /// Every field is read from the column of its name. Names of columns in Splink's output and what it retains are not
    /// of the model and are passed over.
    package static func read(_ bytes: [UInt8], id: String = "splink") throws(SplinkRefusal) -> LinkageModel {
        let root: JSONValue
        do throws(JSONFault) {
            root = try JSONValue(reading: bytes)
        } catch {
            throw SplinkRefusal(problems: [SplinkProblem(path: "", reason: "line \(error.line) must be JSON")])
        }
        let reader = SplinkReader()
        guard let model = reader.model(root, id: id), reader.problems.isEmpty else {
            throw SplinkRefusal(problems: reader.problems)
        }
        return model
    }

    /// Writes a model for Splink on a database, which starts from prepared columns: see `omissions(of:)`.
    package static func write(
        _ model: LinkageModel,
        for database: ConditionText.Database = .duckdb,
        uniqueID: String = "unique_id",
        sourceDataset: String = "source_dataset"
    ) -> [UInt8] {
        SplinkWriter(model: model, database: database).bytes(uniqueID: uniqueID, sourceDataset: sourceDataset)
    }

    /// What of a model Splink's settings do not hold, a sentence each; empty where they hold all of it.
    package static func omissions(of model: LinkageModel) -> [String] {
        let prepared = model.fields.filter { !$0.isPlain }.map(\.name)
        return [
            prepared.isEmpty ? nil : "Splink must be given these columns cleaned: \(prepared.joined(separator: ", ")).",
            model.household == nil ? nil : "Splink has no household stage: members of a household are not told apart.",
            model.frequencies.isEmpty
                ? nil : "Shares of values are not in the settings: Splink counts them in the data, or is given them.",
            model.training.deterministic.isEmpty && model.training.sessions.isEmpty
                ? nil : "How the model is trained is not in the settings.",
        ].compactMap(\.self)
    }
}

extension LinkageField {
    /// Whether it is the column of its name as it stands.
    fileprivate var isPlain: Bool {
        origin == .columns([name]) && cleaning.allSatisfy { $0 == .date }
    }
}
