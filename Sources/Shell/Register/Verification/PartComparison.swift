/// Compares the digests of rows, as they go by change after change, with what the log of changes says of them.
struct PartComparison {
    var digest: RowDigest
    private let table: String
    private let act: ChangePart.Act
    private let form: RowForm
    /// What the log says and has not been met yet.
    private var expected: [Int: ChangePart]
    private var change: Int?

    init(_ table: String, _ act: ChangePart.Act, expected: [Int: ChangePart], form: RowForm) {
        self.table = table
        self.act = act
        self.form = form
        self.expected = expected
        digest = RowDigest(form)
    }

    /// The next row is of this change.
    mutating func turn(to next: Int, into report: inout VerificationReport) {
        if change == next { return }
        settle(into: &report)
        if let change, next < change {
            report.note("Rows of an earlier change stand after its own", change: change, table: table)
        }
        change = next
        digest = RowDigest(form)
    }

    /// There are no more rows.
    mutating func finish(into report: inout VerificationReport) {
        settle(into: &report)
        for change in expected.keys.sorted() {
            report.note("Every row it \(act.verb) is missing", change: change, table: table)
        }
    }

    private mutating func settle(into report: inout VerificationReport) {
        guard let change else { return }
        guard let part = expected.removeValue(forKey: change) else {
            report.note(
                "\(digest.rows) rows say they were \(act.rawValue) by it, and the log does not",
                change: change,
                table: table
            )
            return
        }
        if digest.rows != part.rows {
            report.note("It \(act.verb) \(part.rows) rows and \(digest.rows) are there", change: change, table: table)
        } else if digest.finish() != part.digest {
            report.note("The rows it \(act.verb) are not what was recorded", change: change, table: table)
        }
    }
}

extension ChangePart.Act {
    fileprivate var verb: String {
        switch self {
        case .written: "wrote"
        case .ended: "ended"
        case .erased: "erased"
        }
    }
}
