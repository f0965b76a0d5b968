import Values

/// Problems as they are found, in order; of each kind in each file only so many are kept, the rest are counted.
struct ProblemLog {
    private struct Kind: Hashable {
        var file: String
        var rule: String
        var field: String?
    }

    private let most: Int
    private var counts: [Kind: Int] = [:]
    private var kept: [Problem] = []

    init(mostOfAKind most: Int) {
        self.most = most
    }

    mutating func add(_ problem: Problem) {
        let kind = Kind(file: problem.file, rule: problem.rule, field: problem.field)
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= most { kept.append(problem) }
    }

    mutating func add(_ problems: [Problem]) {
        for problem in problems { add(problem) }
    }

    /// Whether anything found keeps the files from being imported.
    var blocksImport: Bool { kept.contains(where: \.blocksImport) }

    /// Everything kept, and for each kind that was cut off how many more there are.
    func problems() -> [Problem] {
        let overflowing = counts.filter { $0.value > most }.sorted {
            ($0.key.file, $0.key.rule, $0.key.field ?? "") < ($1.key.file, $1.key.rule, $1.key.field ?? "")
        }
        return kept
            + overflowing.map { kind, count in
                Problem(
                    .moreProblems,
                    file: kind.file,
                    field: kind.field,
                    "\((count - most).grouped) more problems of rule \(kind.rule) are not listed"
                )
            }
    }
}
