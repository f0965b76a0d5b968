/// The four rules of a process chart, tried on one stretch in their order of precedence.
struct ProcessRules {
    struct Finding {
        let cause: ProcessChart.Cause
        let isUp: Bool
    }

    private static let run = 7

    private let values: [Double]
    private let limits: ProcessLimits
    /// 1 above the mean, -1 below, 0 on it.
    private let sides: [Int]

    init(_ values: [Double], _ limits: ProcessLimits) {
        self.values = values
        self.limits = limits
        sides = values.map { $0 > limits.mean ? 1 : $0 < limits.mean ? -1 : 0 }
    }

    /// What is found at each point; nil where chance explains it.
    func causes() -> [Finding?] {
        var findings = values.indices.map { index in
            isOutside(index) ? Finding(cause: .outside, isUp: sides[index] > 0) : nil
        }
        note(.trend, &findings, trend())
        note(.twoInThree, &findings, twoInThree())
        note(.shift, &findings, shift())
        return findings
    }

    private func note(_ cause: ProcessChart.Cause, _ findings: inout [Finding?], _ signs: [Int]) {
        for index in signs.indices where signs[index] != 0 && findings[index] == nil {
            findings[index] = Finding(cause: cause, isUp: signs[index] > 0)
        }
    }

    private func isOutside(_ index: Int) -> Bool {
        values[index] > limits.upper || values[index] < limits.lower
    }

    private func isNear(_ index: Int) -> Bool {
        !isOutside(index) && (values[index] > limits.nearUpper || values[index] < limits.nearLower)
    }

    /// Seven points that rise or fall: six steps of one sign.
    private func trend() -> [Int] {
        let steps = zip(values.dropFirst(), values).map { $0 > $1 ? 1 : $0 < $1 ? -1 : 0 }
        return marked(runs(of: steps, atLeast: ProcessRules.run - 1), reaching: 1)
    }

    private func shift() -> [Int] {
        marked(runs(of: sides, atLeast: ProcessRules.run), reaching: 0)
    }

    private func twoInThree() -> [Int] {
        var signs = [Int](repeating: 0, count: values.count)
        for start in 0..<max(0, values.count - 2) {
            let window = start..<(start + 3)
            guard window.reduce(0, { $0 + sides[$1] }).magnitude == 3 else { continue }
            let near = window.filter(isNear)
            guard near.count >= 2 else { continue }
            for index in near { signs[index] = sides[index] }
        }
        return signs
    }

    /// The runs of one sign that are long enough.
    private func runs(of signs: [Int], atLeast length: Int) -> [(range: Range<Int>, sign: Int)] {
        var found: [(range: Range<Int>, sign: Int)] = []
        var start = 0
        while start < signs.count {
            var end = start + 1
            while end < signs.count, signs[end] == signs[start] { end += 1 }
            if signs[start] != 0, end - start >= length { found.append((start..<end, signs[start])) }
            start = end
        }
        return found
    }

    /// The sign of the run each point belongs to; a run of steps reaches one point further than it has steps.
    private func marked(_ runs: [(range: Range<Int>, sign: Int)], reaching further: Int) -> [Int] {
        var signs = [Int](repeating: 0, count: values.count)
        for run in runs {
            for index in run.range.lowerBound..<(run.range.upperBound + further) where signs[index] == 0 {
                signs[index] = run.sign
            }
        }
        return signs
    }
}
