import Values

extension CheckResult {
    /// For a terminal: what was read, then the problems by file and rule, the first few of each with their lines.
    package func text(mostOfAKind most: Int = 5) -> String {
        var lines = tables.map { "\($0.file): \($0.rows.grouped) \($0.rows == 1 ? "row" : "rows") of \($0.table)" }
        if !lines.isEmpty { lines.append("") }
        for group in ProblemGroup.groups(of: problems) { lines += group.lines(most: most) }
        lines.append(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    /// `12 errors, 3 of which block the import, and 40 warnings`.
    package var summary: String {
        let errors = problems.count { $0.severity == .error }
        let blocking = problems.count(where: \.blocksImport)
        let warnings = problems.count - errors
        guard !problems.isEmpty else { return "No problems found" }
        let verb = blocking == 1 ? "blocks" : "block"
        let verdict = blocking == 0 ? "nothing blocks the import" : "\(blocking.grouped) \(verb) the import"
        return "\(errors.grouped) \(errors == 1 ? "error" : "errors") and \(warnings.grouped) "
            + "\(warnings == 1 ? "warning" : "warnings"): \(verdict)"
    }
}

/// The problems of one rule and field in one file.
private struct ProblemGroup {
    private struct Key: Hashable {
        var file: String
        var rule: String
        var field: String?
    }

    private var problems: [Problem]

    /// Blocking ones first, otherwise in the order they were found.
    static func groups(of problems: [Problem]) -> [ProblemGroup] {
        var groups: [ProblemGroup] = []
        var positions: [Key: Int] = [:]
        for problem in problems {
            let key = Key(file: problem.file, rule: problem.rule, field: problem.field)
            if let position = positions[key] {
                groups[position].problems.append(problem)
            } else {
                positions[key] = groups.count
                groups.append(ProblemGroup(problems: [problem]))
            }
        }
        return groups.filter(\.isBlocking) + groups.filter { !$0.isBlocking }
    }

    private var isBlocking: Bool { problems[0].blocksImport }

    private var kind: String {
        if isBlocking { return "error" }
        return problems[0].severity == .error ? "error, imported" : "warning"
    }

    /// The message and below it the lines; of problems that differ, each with its own message.
    func lines(most: Int) -> [String] {
        let first = problems[0]
        let file = first.file.isEmpty ? "" : "\(first.file): "
        let rest = problems.count > most ? " and \((problems.count - most).grouped) more" : ""
        guard problems.allSatisfy({ $0.message == first.message }) else {
            let shown = problems.prefix(most).map { problem in
                "\(file)\(problem.line.map { "line \($0): " } ?? "")\(problem.message) (\(kind), \(first.rule))"
            }
            return shown + (rest.isEmpty ? [] : [" \(rest)"])
        }
        let title = "\(file)\(first.message) (\(kind), \(first.rule))"
        let places = problems.prefix(most).compactMap(\.line).map { "\($0)" }.joined(separator: ", ")
        guard !places.isEmpty else { return [title + rest] }
        return [title, "  \(problems.count == 1 ? "line" : "lines") \(places)\(rest)"]
    }
}
