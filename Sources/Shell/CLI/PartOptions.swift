import Actions
import ArgumentParser
import Register
import Report
import Values

/// The part of the register that is asked.
struct PartOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only this part, such as provider=O02, team=North, area=Hill, age=11-15, tier=high, worker=key_worker or programme=mst; several together.",
            valueName: "part"
        )
    )
    var part: [String] = []

    /// The part; refuses one that no case of the register is in.
    func filter(_ keeper: Keeper) throws -> ReportFilter {
        var filter = ReportFilter()
        for text in part {
            let words = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard words.count == 2, let dimension = Dimension(rawValue: words[0]) else {
                let names = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--part must be one of \(names), with = and what to keep, such as tier=high.")
            }
            let codes = CaseGroups(try keeper.picture().ground.snapshot).codes(dimension)
            guard codes.contains(words[1]) else {
                throw ValidationError(
                    "No case is in that \(dimension.rawValue). Give one of: \(codes.joined(separator: ", "))."
                )
            }
            filter.kept[dimension] = words[1]
        }
        return filter
    }
}

/// The day a report is as at, and as known when.
struct AsAtOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The last day that counts. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    func day(_ keeper: Keeper) throws -> Day {
        try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? keeper.today()
    }

    func change(_ keeper: Keeper) throws -> Int? {
        try knownAt.map { try keeper.register.resolveKnownAt($0) }
    }
}
