import Assess
import Records
import Values

extension ProgrammePerformance {
    /// How far therapists keep to the MST model, as families rate it (TAM-R); for the MST family of programmes and all.
    func adherenceMeasures() -> [Measure] {
        guard belongs(toFamily: "mst") else { return [] }
        let families = adherence()
        return [
            Measure(
                id("adherence.mean"),
                "Mean adherence score",
                .score,
                "Mean over MST families of the family's mean TAM-R total completed in the period."
            ) { tally in
                var sum = 0.0
                for family in families {
                    sum += family.mean
                    tally.add(.counted, .family(family.family), because: family.words)
                }
                return .number(families.isEmpty ? nil : sum / Double(families.count))
            },
            Measure(
                id("adherence.adherent.share"),
                "Families whose therapist is adherent",
                .share,
                "Families with a TAM-R in the period whose mean is at least 0.61, as a share of those with one."
            ) { tally in
                for family in families {
                    tally.add(family.isAdherent ? .counted : .notCounted, .family(family.family), because: family.words)
                }
                return .share
            },
            Measure(
                id("adherence.coverage.share"),
                "Families with an adherence score",
                .share,
                "Of the families open on at least 28 days of the period, those with a TAM-R in it.",
                read: { coverage(Set(families.map(\.family)), &$0) }
            ),
        ]
    }

    private func coverage(_ rated: Set<Int>, _ tally: inout Tally) -> Reading {
        let mst = cases(ofFamily: "mst")
        for (family, days) in daysOpen(mst).sorted(by: { $0.key < $1.key }) where days >= 28 {
            let isRated = rated.contains(family)
            let words = "open on \(days) days; " + (isRated ? "with a TAM-R" : "no TAM-R")
            tally.add(isRated ? .counted : .notCounted, .family(family), because: words)
        }
        return .share
    }

    /// Distinct days of the period on which each family has any of the cases open.
    private func daysOpen(_ cases: [Int]) -> [Int: Int] {
        var stays: [Int: [Nights]] = [:]
        for index in cases where nightsOpen(index) > 0 {
            stays[snapshot.cases[index].family.index, default: []].append(snapshot.cases[index].nights)
        }
        return stays.mapValues { nights in
            var days = 0
            var reached = period.from
            for stay in nights.sorted(by: { $0.from < $1.from }) {
                let from = max(stay.from, reached)
                let until = min(stay.until ?? period.end, period.end)
                days += max(0, until - from)
                reached = max(reached, until)
            }
            return days
        }
    }

    /// A family's TAM-R totals in the period, summed exactly.
    private struct FamilyAdherence {
        let family: Int
        var sum: Int128 = 0
        var count = 0

        /// At least 0.61, tried on exact decimals.
        var isAdherent: Bool { sum >= Decimal(digits: 61, places: 2).scaled * Int128(count) }
        var mean: Double { Double(scaled: sum) / Double(count) }
        var words: String { "\(count) TAM-R in the period, mean \(Decimal(mean: sum, of: count).plain)" }
    }

    private func adherence() -> [FamilyAdherence] {
        guard let instrument = snapshot.symbols.symbol("tam-r") else { return [] }
        var families: [Int: FamilyAdherence] = [:]
        for index in cases(ofFamily: "mst") {
            let family = snapshot.cases[index].family.index
            for position in snapshot.assessmentsOfCase[index] {
                let assessment = snapshot.assessments[Int(position)]
                guard assessment.instrument == instrument, period.contains(assessment.completedOn),
                    let score = adherenceTotal(ofAssessment: Int(position))
                else { continue }
                families[family, default: FamilyAdherence(family: family)].sum += score.scaled
                families[family]?.count += 1
            }
        }
        return families.values.sorted { $0.family < $1.family }
    }

    /// The total that came with an assessment, else the one scored from its items.
    private func adherenceTotal(ofAssessment index: Int) -> Decimal? {
        let scores = snapshot.scores(ofAssessment: index).map { (item: snapshot.text($0.item), value: $0.value) }
        if let instrument = instruments["tam-r"] { return Scoring.total(of: instrument, scores: ItemScores(scores)) }
        return scores.first { $0.item == "total" }?.value
    }
}

extension Decimal {
    /// The mean of a sum held at 18 places, rounded half away from zero to three; for words, not for thresholds.
    init(mean sum: Int128, of count: Int) {
        let unit = powerOfTen(15) * Int128(count)
        let rounded = (sum.magnitude + unit.magnitude / 2) / unit.magnitude
        self.init(digits: Int64(clamping: rounded) * (sum < 0 ? -1 : 1), places: 3)
    }
}
