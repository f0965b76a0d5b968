package import Exchange
import Foundation
import Records
import Values

/// Problems as files, and as the import history keeps them.
package enum ProblemList {
    /// `{"problems": [...]}`.
    package static func json(_ problems: [Problem]) -> [UInt8] {
        CheckResult(problems: problems).json
    }

    /// One line a problem.
    package static func csv(_ problems: [Problem]) -> [UInt8] {
        CheckResult(problems: problems).csv
    }

    static func text(_ problems: some Sequence<Problem>) -> String {
        var json = JSONWriter()
        json.array { json in
            for problem in problems { problem.write(to: &json) }
        }
        return json.text
    }

    static func text(_ repairs: [Repair]) -> String {
        var json = JSONWriter()
        json.array { json in
            for repair in repairs { repair.write(to: &json) }
        }
        return json.text
    }
}

extension Problem {
    /// Where it is, in words: `placements.csv, line 14`.
    package var place: String {
        let name = file.isEmpty ? table : file
        return line.map { "\(name), line \($0)" } ?? name
    }
}

/// A problem as the import history kept it.
package struct ImportedProblem: Decodable, Sendable {
    package let file: String
    package let table: String
    package let line: Int?
    package let field: String?
    package let rule: String
    package let severity: String
    package let message: String

    /// Reads the history's text; none where it cannot be read.
    package static func read(_ text: String) -> [ImportedProblem] {
        (try? JSONDecoder().decode([ImportedProblem].self, from: Data(text.utf8))) ?? []
    }

    /// Where it was, in words.
    package var place: String {
        let name = file.isEmpty ? table : file
        return line.map { "\(name), line \($0)" } ?? name
    }
}

extension QualityChecks {
    /// What looks wrong in a whole register, each under the reference of its record.
    static func problems(in records: RecordSet) -> [Problem] {
        findings(in: records).map { finding in
            var problem = finding.problem()
            let row = records.row(finding.index, ofTableAt: finding.tableIndex)
            let table = RecordSet.tables[finding.tableIndex]
            problem.file = "\(table.name) \(table.key.map { row[$0].plain }.joined(separator: " "))"
            return problem
        }
    }
}
