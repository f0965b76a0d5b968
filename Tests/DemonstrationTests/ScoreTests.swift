import Records
import Testing
import Values

@testable import Demonstration

struct ScoreTests {
    private let records = Westmere.records

    /// The range of each instrument's items.
    private static let ranges: [String: ClosedRange<Double>] = [
        "sdq": 0...40, "tam-r": 0...1, "fft-com": 0...5, "mst-satisfaction": 0...10,
        "distance-travelled": 1...5, "family-feedback": 1...5, "case-audit": 0...2,
    ]

    @Test func `scores lie in the range of their instrument`() {
        let instruments = Dictionary(uniqueKeysWithValues: records.assessments.map { ($0.id, $0.instrument) })
        let outside = records.scores.count { score in
            guard let instrument = instruments[score.assessmentID], let range = Self.ranges[instrument] else {
                return true
            }
            let isItem = instrument == "sdq" && score.item != "total"
            return !(isItem ? 0...2 : range).contains(score.value.double)
        }
        #expect(outside == 0)
    }

    @Test(arguments: 0...40)
    func `items come to the total they were made for`(total: Int) {
        var numbers = SeededGenerator(state: UInt64(total))
        let answers = StrengthsItems.answers(total: total, &numbers)
        guard answers.count == 25 else { return }
        let reversed = ["7", "11", "14", "21", "25"]
        let helping = ["1", "4", "9", "17", "20"]
        let sum = answers.filter { !helping.contains($0.item) }.reduce(0) { sum, answer in
            let value = Int(answer.value.double)
            return sum + (reversed.contains(answer.item) ? 2 - value : value)
        }
        #expect(sum == total)
    }

    @Test(arguments: Westmere.programmes)
    func `difficulties fall between baseline and closure`(programme: String) {
        let pairs = pairs(programme)
        let cases = records.cases.count { $0.programme == programme }
        #expect((0.4...0.65).contains(Westmere.share(pairs.count, of: cases)))
        let before = spread(pairs.map(\.0))
        let after = spread(pairs.map(\.1))
        #expect((17.0...24.5).contains(before.mean))
        let effect = (before.mean - after.mean) / ((before.variance + after.variance) / 2).squareRoot()
        #expect((0.35...0.9).contains(effect))
    }

    /// Parent totals at baseline and closure, of cases that gave totals.
    private func pairs(_ programme: String) -> [(Double, Double)] {
        var totals: [Identifier<Assessment>: Double] = [:]
        for score in records.scores where score.item == "total" { totals[score.assessmentID] = score.value.double }
        var first: [Identifier<Case>: Double] = [:]
        var last: [Identifier<Case>: Double] = [:]
        var itemised = 0
        for assessment in records.assessments
        where assessment.instrument == "sdq" && assessment.informant == .parent {
            guard let id = assessment.caseID, Westmere.cases[id]?.programme == programme else { continue }
            guard let total = totals[assessment.id] else {
                if assessment.occasion == "closure" { itemised += 1 }
                continue
            }
            if assessment.occasion == "baseline" { first[id] = total }
            if assessment.occasion == "closure" { last[id] = total }
        }
        let pairs = last.compactMap { id, after in first[id].map { ($0, after) } }
        // Those given item by item stand for pairs of the same kind.
        return pairs + pairs.prefix(itemised)
    }

    private func spread(_ values: [Double]) -> (mean: Double, variance: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
    }

    @Test func `therapists keep to the model, on the whole`() {
        var readings: [Identifier<Case>: [Double]] = [:]
        let values = Dictionary(grouping: records.scores, by: \.assessmentID)
        for assessment in records.assessments where assessment.instrument == "tam-r" {
            guard let id = assessment.caseID, let value = values[assessment.id]?.first?.value else { continue }
            readings[id, default: []].append(value.double)
        }
        let means = readings.values.map { $0.reduce(0, +) / Double($0.count) }
        #expect((0.70...0.78).contains(means.reduce(0, +) / Double(means.count)))
        let adherent = Westmere.share(means.count { $0 >= 0.61 }, of: means.count)
        #expect((0.82...0.98).contains(adherent))
        let therapies = records.cases.count { $0.programme.hasPrefix("mst") }
        #expect((0.75...0.95).contains(Westmere.share(means.count, of: therapies)))
    }

    @Test func `satisfaction is high, and behaviour less so`() {
        var sums: [String: (sum: Double, count: Int)] = [:]
        let asked = Set(records.assessments.filter { $0.instrument == "mst-satisfaction" }.map(\.id))
        for score in records.scores where asked.contains(score.assessmentID) {
            let known = sums[score.item] ?? (0, 0)
            sums[score.item] = (known.sum + score.value.double, known.count + 1)
        }
        let means = ["1", "2", "3"].map { sums[$0].map { $0.sum / Double($0.count) } ?? 0 }
        #expect(abs(means[0] - 9.2) < 0.4 && abs(means[1] - 8.4) < 0.5 && abs(means[2] - 6.8) < 0.5)
    }
}
