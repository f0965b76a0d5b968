import Records
import Values

extension ReturnFacts {
    /// Adds an SDQ with its total for every score of OC2.
    ///
    /// The main carer fills in the parent form for ages 4 to 17 once a year; the return says in which year, not on
    /// which day, so it is dated the last day of the collection year.
    mutating func addScores(_ rows: [ReturnRow], _ year: CollectionYear, _ isKnown: (String) -> Bool) {
        var first: [String: ReturnRow] = [:]
        for row in rows {
            guard let child = child(of: row, .oc2) else { continue }
            if let earlier = first[child] {
                report(row, .oc2, "CHILD", rule: "INT33", blocks: true, row.repeats(earlier, "The child"))
                continue
            }
            first[child] = row
            guard isKnown(child) else {
                report(row, .oc2, "CHILD", rule: "INT05", blocks: true, Self.unknownChild)
                continue
            }
            if let score = score(row) { add(score, of: child, year, row) }
        }
    }

    private mutating func score(_ row: ReturnRow) -> Int? {
        let text = row.value(2)
        guard !text.isEmpty else { return nil }
        guard let score = Int(text), (0...40).contains(score) else {
            let message = "SDQ_SCORE must be a whole number from 0 to 40; it is imported as missing"
            report(row, .oc2, "SDQ_SCORE", rule: "180", blocks: false, message)
            return nil
        }
        return score
    }

    private mutating func add(_ score: Int, of child: String, _ year: CollectionYear, _ row: ReturnRow) {
        let id = Identifier<Assessment>("903-\(child)-\(year.year)")
        records.assessments.append(
            Assessment(
                id: id,
                personID: Identifier(child),
                instrument: "sdq",
                version: "P4-17",
                informant: .parent,
                occasion: "annual_return",
                completedOn: year.end
            )
        )
        note(row, in: Assessment.table)
        records.scores.append(Score(assessmentID: id, item: "total", value: Decimal(score)))
        note(row, in: Score.table)
    }
}
