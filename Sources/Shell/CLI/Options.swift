import Actions
import ArgumentParser
import Foundation
import Register
import Report
import Values

/// Which register, and which definitions.
struct RegisterOptions: ParsableArguments {
    @Option(help: "The register's file. Default: HOMEWARD_REGISTER, else homeward.db in this folder.")
    var register: String?

    @Option(help: "A folder of definition files that add to or replace the shipped ones.")
    var definitions: String?

    var path: String {
        register ?? ProcessInfo.processInfo.environment["HOMEWARD_REGISTER"] ?? "homeward.db"
    }

    /// Opens the register; makes one where there is none if `create`.
    func open(create: Bool = false) throws -> Register {
        try OpenRegister.open(path, create: create)
    }

    /// The definitions in force.
    func definitionsInForce() throws -> DefinitionsInForce {
        try DefinitionsInForce.load(folder: definitions)
    }

    func keeper() throws -> Keeper {
        try Keeper(open(), definitions: definitionsInForce())
    }
}

/// The question a report answers.
struct QuestionOptions: ParsableArguments {
    @Option(help: "key-information, intelligence: the day, such as 2025-03-31. Default: today.")
    var asAt: String?

    @Option(help: "performance: the first day of the period.")
    var from: String?

    @Option(help: "performance: the last day of the period, included.")
    var to: String?

    @Option(help: "key-information: only the cases, referrals and staff of this programme.")
    var programme: String?

    @Option(help: "intelligence: the criteria set.")
    var criteria: String?

    @Option(help: "Answer as known then: a change number, a date or a time. Default: now.")
    var knownAt: String?

    /// The question under this report name.
    func question(_ report: String) throws -> ReportQuestion {
        switch report {
        case "key-information": return .keyInformation(asAt: try asAtDay(), programme: programme)
        case "performance": return .performance(during: try period())
        case "intelligence": return .intelligence(asAt: try asAtDay(), criteria: criteria ?? "troubled-families-2012")
        default:
            throw ValidationError(
                "There is no report \(report). The reports are key-information, performance and intelligence."
            )
        }
    }

    private func asAtDay() throws -> Day {
        try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? Clock.today
    }

    private func period() throws -> Period {
        guard let from, let to else {
            throw ValidationError(
                "performance needs a period: give --from and --to, such as --from 2024-04-01 --to 2025-03-31."
            )
        }
        let first = try QuestionOptions.day(from, "--from")
        let last = try QuestionOptions.day(to, "--to")
        guard let period = Period(from: first, to: last) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        return period
    }

    private static func day(_ text: String, _ option: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError("\(option) must be a real date, such as 2025-03-31.")
        }
        return day
    }

    /// The change number to answer at.
    func change(_ register: Register) throws -> Int? {
        try knownAt.map { try register.resolveKnownAt($0) }
    }
}
