import Exchange

/// The repairs made, for a terminal: rule, row, before and after.
enum RepairText {
    static func text(_ repairs: [Repair]) -> String {
        guard !repairs.isEmpty else { return "" }
        let lines = repairs.map { repair in
            let what =
                repair.field.map { "\($0) \(words(repair.before)) became \(words(repair.after))" }
                ?? "the row is left out"
            return "  \(repair.rule.rawValue)  \(repair.file), line \(repair.line): \(what). \(repair.rule.why)."
        }
        return "\nRepairs: \(repairs.count)\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func words(_ value: String?) -> String {
        value.flatMap { $0.isEmpty ? nil : $0 } ?? "(blank)"
    }
}
