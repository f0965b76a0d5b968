import Actions
import ArgumentParser
import Foundation
import Register
import Report
import Values

/// Which register, and which definitions.
struct RegisterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The register's file. Default: HOMEWARD_REGISTER, else homeward.db in this folder.",
            valueName: "file"
        )
    )
    var register: String?

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
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
    @Option(
        help: ArgumentHelp(
            "key-information, intelligence: the day, such as 2025-03-31. Default: today.",
            valueName: "day"
        )
    )
    var asAt: String?

    @Option(help: ArgumentHelp("performance, family-support: the first day of the period.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("performance, family-support: the last day of the period, included.", valueName: "day"))
    var to: String?

    @Option(
        help: ArgumentHelp("key-information: only the cases, referrals and staff of this programme.", valueName: "code")
    )
    var programme: String?

    @Option(help: ArgumentHelp("intelligence: the criteria set.", valueName: "name"))
    var criteria: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    /// The question under this report name; refuses the options of other reports, which would go unheard.
    func question(_ report: String) throws -> ReportQuestion {
        let hasPeriod = report == "performance" || report == "family-support"
        if hasPeriod ? asAt != nil : from != nil || to != nil {
            let taken = hasPeriod ? "--from and --to, not --as-at" : "--as-at, not --from and --to"
            throw ValidationError("\(report) takes \(taken).")
        }
        switch report {
        case "key-information": return .keyInformation(asAt: try asAtDay(), programme: programme)
        case "performance": return .performance(during: try period(report))
        case "family-support": return .familySupport(during: try period(report))
        case "intelligence": return .intelligence(asAt: try asAtDay(), criteria: criteria ?? "troubled-families-2012")
        default:
            throw ValidationError(
                "There is no report \(report). The reports are key-information, performance, intelligence and family-support."
            )
        }
    }

    private func asAtDay() throws -> Day {
        try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? Clock.today
    }

    private func period(_ report: String) throws -> Period {
        guard let from, let to else {
            throw ValidationError(
                "\(report) needs a period: give --from and --to, such as --from 2024-04-01 --to 2025-03-31."
            )
        }
        let first = try QuestionOptions.day(from, "--from")
        let last = try QuestionOptions.day(to, "--to")
        guard let period = Period(from: first, to: last) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        return period
    }

    static func day(_ text: String, _ option: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError("\(option) must be a real date, such as 2025-03-31.")
        }
        return day
    }

    /// Refuses a programme that the register does not have, and criteria that are not defined.
    func check(_ question: ReportQuestion, _ keeper: Keeper) throws {
        if case .keyInformation(_, let programme?) = question {
            let programmes = try keeper.picture(knownAt: change(keeper.register)).programmes
            guard programmes.contains(programme) else {
                let known =
                    programmes.isEmpty ? "It has no cases yet." : "Give one of: \(programmes.joined(separator: ", "))."
                throw ValidationError("There is no programme of that code in the register. \(known)")
            }
        }
        if let criteria = question.criteria, !keeper.definitions.hasCriteria(criteria) {
            throw ValidationError(
                "There is no criteria set of that name. Give one of: \(keeper.definitions.criteriaNames)."
            )
        }
    }

    /// The change number to answer at.
    func change(_ register: Register) throws -> Int? {
        try knownAt.map { try register.resolveKnownAt($0) }
    }
}
