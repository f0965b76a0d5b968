import Records
import Values

extension QualityChecks {
    /// An assessment none of whose items has a score.
    static let assessmentWithoutScores = QualityCheck(
        "assessment-without-scores",
        needsEverything: true,
        "An assessment has no scores."
    ) { records, report in
        let scored = Set(records.scores.map(\.assessmentID))
        for (index, assessment) in records.assessments.enumerated() where !scored.contains(assessment.id) {
            report.add(Assessment.table, index, "assessment_id", "the assessment has no scores")
        }
    }

    /// An SDQ total outside 0 to 40 or an SDQ item outside 0 to 2 (`methods.md` 1).
    static let scoreOutOfRange = QualityCheck(
        "score-out-of-range",
        "An SDQ score is outside its range: 0 to 40 for the total, 0 to 2 for an item."
    ) { records, report in
        let questionnaires = Set(records.assessments.lazy.filter { $0.instrument == "sdq" }.map(\.id))
        guard !questionnaires.isEmpty else { return }
        for (index, score) in records.scores.enumerated() where questionnaires.contains(score.assessmentID) {
            guard let highest = highestSDQ(score.item) else { continue }
            guard score.value < .zero || score.value > Decimal(highest) else { continue }
            report.add(Score.table, index, "value", "the SDQ score should be between 0 and \(highest)")
        }
    }

    private static func highestSDQ(_ item: String) -> Int? {
        if item == "total" { return 40 }
        guard let number = Int(item), (1...25).contains(number) else { return nil }
        return 2
    }
}
