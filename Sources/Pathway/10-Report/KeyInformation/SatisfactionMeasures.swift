import Records
import Statistics
import Values

extension KeyInformation {
    /// What families said at closure, question by question: every assessment, whoever answered.
    func satisfactionMeasures() -> [Measure] {
        (1...3).flatMap { question in
            let answers = satisfaction(item: "\(question)")
            let sample = Sample(answers.map(\.value.double))
            let rows: [(String, String, FigureUnit, Reading, String)] = [
                ("mean", "mean", .score, .number(exactMean(answers.map(\.value))), "Mean of the answers at closure."),
                (
                    "mode", "most frequent", .score, .number(sample.mode),
                    "Most frequent answer at closure; of several the lowest."
                ),
                ("n", "answers", .count, .count, "Answers at closure."),
            ]
            return rows.map { name, label, unit, reading, definition in
                Measure("satisfaction.q\(question).\(name)", "Question \(question), \(label)", unit, definition) {
                    tally in
                    for answer in answers {
                        tally.add(.counted, .assessment(answer.assessment), because: "answered \(answer.value.plain)")
                    }
                    return reading
                }
            }
        }
    }

    private func satisfaction(item: String) -> [(assessment: Int, value: Decimal)] {
        let symbols = snapshot.symbols
        guard let instrument = symbols.symbol("mst-satisfaction"), let closure = symbols.symbol("closure"),
            let wanted = symbols.symbol(item)
        else { return [] }
        return cases.flatMap { snapshot.assessmentsOfCase[$0] }.compactMap { position in
            let assessment = snapshot.assessments[Int(position)]
            guard assessment.instrument == instrument, assessment.occasion == closure, assessment.completedOn <= day,
                let score = snapshot.score(wanted, ofAssessment: Int(position))
            else { return nil }
            return (Int(position), score.value)
        }
    }

    private func exactMean(_ values: [Decimal]) -> Double? {
        values.isEmpty ? nil : Double(scaled: values.reduce(0) { $0 + $1.scaled }) / Double(values.count)
    }
}
