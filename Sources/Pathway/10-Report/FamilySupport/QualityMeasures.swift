import Assess
import Records
import Statistics
import Values

extension FamilySupport {
    static let feedbackInstrument = "family-feedback"
    static let auditInstrument = "case-audit"

    /// What families say, question by question, and what audits of closed cases found, standard by standard.
    func qualityMeasures() -> [Measure] {
        feedback() + audits()
    }

    /// Assessments of an instrument completed in the period, in a case.
    private func sheets(_ instrument: String) -> [Int] {
        guard let symbol = snapshot.symbols.symbol(instrument) else { return [] }
        return snapshot.assessments.indices.filter { index in
            let row = snapshot.assessments[index]
            return row.instrument == symbol && row.caseAt != nil && period.contains(row.completedOn)
        }
    }

    private func feedback() -> [Measure] {
        let sheets = sheets(FamilySupport.feedbackInstrument)
        guard let instrument = instruments[FamilySupport.feedbackInstrument] else { return [] }
        let answered = Measure(
            "feedback.answers",
            "Families who said what they think",
            .count,
            "Answers to the family feedback questions given in the period, at reviews and at closure."
        ) { tally in
            for index in sheets {
                let day = snapshot.assessments[index].completedOn
                tally.add(.counted, .assessment(index), because: "answered on \(day.long)")
            }
            return .count
        }
        return [answered]
            + instrument.items.map { item in
                Measure(
                    "feedback.\(item.name).share",
                    item.title,
                    .share,
                    "Of the answers given in the period, those in the best two of the range."
                ) { tally in
                    read(item, sheets, &tally) { $0.scaled >= item.high.scaled - Decimal(1).scaled }
                    return .share
                }
            }
    }

    private func audits() -> [Measure] {
        let sheets = sheets(FamilySupport.auditInstrument)
        guard let instrument = instruments[FamilySupport.auditInstrument] else { return [] }
        let audited = Measure(
            "audits",
            "Closed cases audited",
            .count,
            "Audits completed in the period of cases drawn from those closed."
        ) { tally in
            for index in sheets {
                let day = snapshot.assessments[index].completedOn
                tally.add(.counted, .assessment(index), because: "audited on \(day.long)")
            }
            return .count
        }
        return [audited]
            + instrument.items.map { item in
                Measure(
                    "audits.\(item.name).share",
                    item.title,
                    .share,
                    "Of the audits completed in the period that looked at it, those that found the standard met."
                ) { tally in
                    read(item, sheets, &tally) { $0 == item.high }
                    return .share
                }
            }
    }

    /// Counts the sheets whose answer to an item is good; those without an answer are not known.
    private func read(_ item: Item, _ sheets: [Int], _ tally: inout Tally, isGood: (Decimal) -> Bool) {
        let symbol = snapshot.symbols.symbol(item.name)
        for index in sheets {
            guard let answer = snapshot.score(symbol, ofAssessment: index)?.value, item.accepts(answer) else {
                tally.add(.unknown, .assessment(index), because: "not answered")
                continue
            }
            let words = item.meaning(of: answer).map { "\($0) (\(answer.plain))" } ?? answer.plain
            tally.add(isGood(answer) ? .counted : .notCounted, .assessment(index), because: words)
        }
    }
}
