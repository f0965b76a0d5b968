import Actions
import Documents
import Register
import Report

/// What moved between two changes, for a terminal.
enum ComparisonText {
    static func text(_ comparison: AnswerComparison) -> String {
        var lines = ["Between change \(comparison.earlier) and change \(comparison.later)", ""]
        lines += comparison.moves.isEmpty ? ["No figure moved."] : comparison.moves.flatMap(self.lines)
        lines += ["", "Records that differ: \(comparison.records.count)"]
        lines += comparison.records.map { difference in
            let what = difference.before == nil ? "new" : difference.after == nil ? "ended" : "revised"
            return
                "  \(difference.table)  \(difference.key.replacing("\u{1F}", with: " "))  \(what) in change \(difference.change)"
        }
        return lines.joined(separator: "\n")
    }

    private static func lines(_ move: AnswerComparison.Move) -> [String] {
        let id = move.after?.id ?? move.before?.id ?? ""
        let before = move.before.map(FigureText.value) ?? "not there"
        let after = move.after.map(FigureText.value) ?? "not there"
        return ["\(id): \(before) became \(after)"]
            + move.members.map { member in
                let from = member.before.map { "\($0.standing.rawValue), \($0.because)" } ?? "not among them"
                let to = member.after.map { "\($0.standing.rawValue), \($0.because)" } ?? "not among them"
                return "  \(member.record.table) \(member.record.key): \(from) -> \(to)"
            }
    }
}
