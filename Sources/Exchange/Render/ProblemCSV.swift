extension CheckResult {
    /// One line a problem, with a header.
    package var csv: [UInt8] {
        var writer = CSVWriter()
        writer.row(["file", "table", "row", "line", "field", "rule", "severity", "blocks", "message"])
        for problem in problems {
            writer.row([
                problem.file.safeInSpreadsheet,
                problem.table,
                problem.row.map { "\($0)" } ?? "",
                problem.line.map { "\($0)" } ?? "",
                (problem.field ?? "").safeInSpreadsheet,
                problem.rule,
                problem.severity.rawValue,
                problem.blocksImport ? "true" : "false",
                problem.message.safeInSpreadsheet,
            ])
        }
        return writer.bytes
    }
}

extension String {
    /// With an apostrophe in front of what a spreadsheet would take for a formula.
    var safeInSpreadsheet: String {
        guard let first = utf8.first, "=+-@\t\r".utf8.contains(first) else { return self }
        return "'" + self
    }
}
