import Actions
import ArgumentParser
import Documents
import Pay
import Values

struct DemandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demand",
        abstract: "Forecast children in care by age and kind of placement, from years of SSDA903 returns.",
        discussion: """
            Give the CSV files of episodes and headers, or folders of them. Two methods: events over exposure with what \
            chance and the rates leave open, and the sector's own arithmetic.
            """
    )

    @Argument(help: ArgumentHelp("Files of episodes and headers, or folders of them.", valueName: "path"))
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The first day of the reference period. Default: five years before the last.",
            valueName: "day"
        )
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The last day of the reference period. Default: the end of the last year with episodes.",
            valueName: "day"
        )
    )
    var to: String?

    @Option(help: ArgumentHelp("How many days ahead.", valueName: "number"))
    var days: Int = 365

    @Option(help: "exposure, or daily_ratios for the sector's own arithmetic.")
    var method: DemandMethod = .exposure

    @Option(
        help: ArgumentHelp(
            "What a week costs, such as residential=5200; may be given for each kind.",
            valueName: "kind=pounds"
        )
    )
    var price: [String] = []

    @Option(
        help: ArgumentHelp(
            "What if a programme brings so many more children of 10 to 15 home from residential care a quarter?",
            valueName: "number"
        )
    )
    var home: Double?

    @Flag(help: "Try both methods on the past: forecasts from the end of each quarter against what came.")
    var backTest = false

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard (1...3653).contains(days) else { throw ValidationError("--days must be from 1 to 3653.") }
        if let home, !(0...10_000).contains(home) { throw ValidationError("--home must be from 0 to 10000.") }
        let prices = try weeklyPrices()
        let demand = try ForecastDemand(paths, reference: period())
        let report = DemandReport(
            demand.counts,
            method: method,
            reference: demand.reference,
            days: days,
            backTest: backTest ? BackTest(demand.counts) : nil,
            withoutBirth: demand.withoutBirth,
            weeklyPrices: prices,
            goingHome: home.map { GoingHome(GoingHome.nobody.state, eachQuarter: $0) }
        )
        let imprint = try DefinitionsInForce.load(folder: nil).imprint(
            command: again(demand.reference),
            completeness: "From the files given, without a register"
        )
        try Output.result(report.document(format, imprint: imprint))
    }

    /// The command that gives the same again.
    private func again(_ reference: Period) -> String {
        var words = CommandWords("demand")
        words.add(contentsOf: paths)
        words.add(contentsOf: ["--from", reference.from.iso, "--to", reference.to.iso])
        words.add(contentsOf: ["--days", "\(days)", "--method", method.rawValue])
        for text in price { words.add("--price", text) }
        words.add("--home", home.map { "\($0)" })
        words.add("--back-test", if: backTest)
        return words.text
    }

    private func period() throws -> Period? {
        guard let from, let to else {
            guard from == nil, to == nil else { throw ValidationError("Give both --from and --to, or neither.") }
            return nil
        }
        let first = try QuestionOptions.day(from, "--from")
        guard let period = Period(from: first, to: try QuestionOptions.day(to, "--to")) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        return period
    }

    private func weeklyPrices() throws -> [PlacementCategory: Money] {
        var prices: [PlacementCategory: Money] = [:]
        for text in price {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2,
                let kind = PlacementCategory.allCases.first(where: { $0.label.lowercased() == parts[0] }),
                let pounds = Values.Decimal(String(parts[1])), pounds >= .zero, pounds <= Values.Decimal(1_000_000),
                let money = Money(pounds: pounds)
            else {
                let kinds = PlacementCategory.allCases.map { $0.label.lowercased() }.joined(separator: ", ")
                throw ValidationError(
                    "--price must be a kind and pounds a week, such as residential=5200; kinds are \(kinds)."
                )
            }
            prices[kind] = money
        }
        return prices
    }
}

extension DemandMethod: ExpressibleByArgument {}
