/// One thing a repair changed: a value, or a row that was taken out.
///
/// Holds dates and codes, and nothing personal.
package struct Repair: Hashable, Sendable {
    package enum Rule: String, CaseIterable, Sendable {
        /// Left open although a later episode continues the care.
        case leftOpen = "RULE_1"
        /// Left open although the child came into care anew later.
        case leftOpenBeforeReturn = "RULE_1A"
        /// Left open in an earlier year, and no later episode.
        case neverContinued = "RULE_2"
        /// There twice.
        case duplicate = "RULE_3"
        /// Replaced by a later return.
        case replaced = "RULE_3A"
        /// Ends after the next one begins.
        case overlap = "RULE_4"
        /// Ends before the next one begins, although REC says it continues.
        case gap = "RULE_5"

        /// Why the repair is made.
        package var why: String {
            switch self {
            case .leftOpen: "The episode was left open, and a later one continues the child's care"
            case .leftOpenBeforeReturn: "The episode was left open, and the child later came into care anew"
            case .neverContinued: "The episode was left open in an earlier year, and no later return has the child"
            case .duplicate: "The episode is there twice"
            case .replaced: "A later return has the episode as it is now known"
            case .overlap: "The episode ended after the next one had begun"
            case .gap: "REC says the next episode followed at once, but there was a gap before it"
            }
        }
    }

    package var rule: Rule
    package var file: String
    /// Data row of the file, counted from 0.
    package var row: Int
    /// Line of the file, counted from 1.
    package var line: Int
    /// The column that changed; nil where the row was taken out.
    package var field: String?
    /// The value before; empty where it was blank or the row was taken out.
    package var before: String
    /// The value after; empty where the row was taken out.
    package var after: String

    package var why: String { rule.why }

    init(_ rule: Rule, _ row: ReturnRow, field: String? = nil, before: String = "", after: String = "") {
        self.rule = rule
        file = row.file
        self.row = row.row
        line = row.line
        self.field = field
        self.before = before
        self.after = after
    }
}
