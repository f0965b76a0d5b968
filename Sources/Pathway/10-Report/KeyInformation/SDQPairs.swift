import Assess
import Records
import Statistics
import Values

/// The parent SDQ totals about the index child at the start and the end of a case.
struct SDQPairs: Sendable {
    struct Pair {
        let caseAt: Int
        let before: Decimal
        let after: Decimal

        /// Positive is better: fewer difficulties.
        var change: Int128 { before.scaled - after.scaled }
    }

    let pairs: [Pair]

    /// The cases with a total at baseline and at closure; of several on one occasion the last completed.
    init(_ report: KeyInformation) {
        let reader = SDQReader(report)
        pairs = report.cases.compactMap { index in
            guard let before = reader.total(index, occasion: "baseline"),
                let after = reader.total(index, occasion: "closure")
            else { return nil }
            return Pair(caseAt: index, before: before, after: after)
        }
    }

    var before: Sample { Sample(pairs.map(\.before.double)) }
    var after: Sample { Sample(pairs.map(\.after.double)) }

    var change: PairedChange {
        PairedChange(pairs.map { ScorePair(before: $0.before.double, after: $0.after.double) })
    }
}

/// Finds SDQ totals among a case's assessments.
private struct SDQReader {
    private let snapshot: Snapshot
    private let day: Day
    private let instrument: Instrument?
    private let symbol: Symbol?

    init(_ report: KeyInformation) {
        snapshot = report.snapshot
        day = report.day
        instrument = report.instruments["sdq"]
        symbol = report.snapshot.symbols.symbol("sdq")
    }

    func total(_ index: Int, occasion: String) -> Decimal? {
        guard let child = snapshot.cases[index].child, let wanted = snapshot.symbols.symbol(occasion) else {
            return nil
        }
        var last: (on: Day, total: Decimal)?
        for position in snapshot.assessmentsOfCase[index] {
            let assessment = snapshot.assessments[Int(position)]
            guard assessment.instrument == symbol, assessment.occasion == wanted, assessment.informant == .parent,
                assessment.completedOn <= day, assessment.person ?? child == child,
                last.map({ $0.on <= assessment.completedOn }) ?? true, let total = total(ofAssessment: Int(position))
            else { continue }
            last = (assessment.completedOn, total)
        }
        return last?.total
    }

    private func total(ofAssessment index: Int) -> Decimal? {
        guard let instrument else { return nil }
        let scores = snapshot.scores(ofAssessment: index).map { (item: snapshot.text($0.item), value: $0.value) }
        return Scoring.total(of: instrument, scores: ItemScores(scores), informant: .parent)
    }
}
