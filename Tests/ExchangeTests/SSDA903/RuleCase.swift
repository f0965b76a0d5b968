import Exchange
import Testing

/// A few invented episodes and the rows of them that break one rule.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let rule: Int
    let what: String
    let data: ReturnData
    let broken: [Int]
    var year = 2018
    var previous: ReturnData?

    var testDescription: String { "\(rule): \(what)" }

    init(
        _ rule: Int,
        _ what: String,
        _ data: ReturnData,
        breaks broken: Int...,
        year: Int = 2018,
        previous: ReturnData? = nil
    ) {
        self.rule = rule
        self.what = what
        self.data = data
        self.broken = broken
        self.year = year
        self.previous = previous
    }

    static let all = dates + codes + ages + temporary + respite + continuations + changes + providers
}

/// Episodes, and the header where it matters, in the notation of `ReturnFixtures.rows`.
func episodes(_ lines: String..., header: [String] = []) -> ReturnData {
    ReturnData(tables: [
        .episodes: ReturnFixtures.rows(lines, .episodes, file: "episodes.csv"),
        .header: ReturnFixtures.rows(header, .header, file: "header.csv"),
    ])
}
