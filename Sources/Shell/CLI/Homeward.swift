import Actions
import ArgumentParser
import Definitions
import Exchange
import Foundation
import Linkage
import Press
import Register
import Web

/// The command line: `homeward COMMAND`.
struct Homeward: AsyncParsableCommand {
    /// Its release, as CHANGELOG.md has it.
    static let version = "0.1 (unreleased)"

    static let configuration = CommandConfiguration(
        commandName: "homeward",
        abstract: "One set of records for a family-intervention programme, from referral to outcome.",
        discussion: """
            Results go to standard output, progress and notices to standard error. Exit status: 0 done, 1 done but \
            problems were found, or refused for the data's sake, 2 wrong use, 3 something else failed.
            """,
        version: "homeward \(version), registers to schema \(Register.newestSchema)",
        subcommands: [
            CheckCommand.self, ImportCommand.self, FeedCommand.self, ReportCommand.self, ExplainCommand.self,
            ChangesCommand.self, IdentifyCommand.self, NeedsCommand.self, LinkCommand.self, PeopleCommand.self,
            ContractCommand.self, PlanCommand.self, ScopeCommand.self, UnitCostsCommand.self, BenefitCommand.self,
            DemandCommand.self,
            ServeCommand.self, UserCommand.self,
            ReferralLinkCommand.self,
            DemoCommand.self,
            ExportCommand.self, VerifyCommand.self, BackupCommand.self,
            RestoreCommand.self, DictionaryCommand.self, BenchCommand.self,
            ScorecardCommand.self,
            AnswerCommand.self,
            ProtectCommand.self,
            PathwayCommand.self,
            ReportCardCommand.self, DistanceCommand.self, ReviewReportCommand.self, FrameworkCommand.self,
            PublishCommand.self,
        ]
    )
}

/// Runs the command named on the command line and ends the program with its exit status.
package func runCommandLine() async -> Never {
    let command: any ParsableCommand
    do {
        command = try Homeward.parseAsRoot()
    } catch {
        exit(Exit(parsing: error).rawValue)
    }
    await run(command)
}

private func run(_ parsed: any ParsableCommand) async -> Never {
    do {
        var command = parsed
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
        exit(Exit.done.rawValue)
    } catch {
        exit(Exit(error).rawValue)
    }
}

/// How a command ended.
enum Exit: Int32, Error {
    case done = 0
    case problems = 1
    case wrongUse = 2
    case failed = 3

    /// The status for what stopped a command, once it has been said.
    init(_ error: any Error) {
        switch error {
        case let exit as Exit: self = exit
        case let refusal as FileRefusal: self = Exit.said(refusal.description, .wrongUse)
        case let refusal as MergeRefusal: self = Exit.said(refusal.description, .problems)
        case let refusal as FeedRefusal: self = Exit.said(refusal.description, .problems)
        case let refusal as ServiceAddress.Refusal: self = Exit.said(refusal.description, .wrongUse)
        case let refusal as ServiceKey.Refusal: self = Exit.said(refusal.description, .failed)
        case let refusal as KeepUsers.Refusal: self = Exit.said(refusal.description, .problems)
        case let refusal as IssuePublications.Refusal: self = Exit.said("\(refusal.words).", .problems)
        case let refusal as Press.Refusal: self = Exit.said(refusal.description, .failed)
        case let refusal as PortRefusal: self = Exit.said(refusal.description, .failed)
        case let fault as LinkageFileFault: self = Exit.said(fault.description, .problems)
        case let fault as LinkageFault: self = Exit.said(Exit.sentence(fault.description), .problems)
        case let refusal as DefinitionRefusal: self = Exit.said(refusal.description, .problems)
        case let error as RegisterError: self = Exit.said(error.description, error.exit)
        default:
            switch Homeward.exitCode(for: error) {
            case .success: self = Exit(parsing: error)
            case .validationFailure: self = Exit.said(Homeward.message(for: error), .wrongUse)
            default: self = Exit.said(Homeward.message(for: error), .failed)
            }
        }
    }

    /// The status for words that are no command; help asked for is a result, wrong words are a notice with the usage.
    init(parsing error: any Error) {
        let code = Homeward.exitCode(for: error)
        let words = Homeward.fullMessage(for: error)
        guard code != .success else {
            Output.result(words)
            self = .done
            return
        }
        self = Exit.said(words, code == .validationFailure ? .wrongUse : .failed)
    }

    private static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    private static func said(_ words: String, _ exit: Exit) -> Exit {
        Output.notice(words)
        return exit
    }
}

extension RegisterError {
    fileprivate var exit: Exit {
        switch self {
        case .notFound, .notARegister, .noSuchChange, .notATime, .noSuchTable, .cannotOpen: .wrongUse
        case .duplicateKeys, .missingParents, .stillNamed, .movedOn, .backupNotSound, .signInNameTaken,
            .lastAdministrator:
            .problems
        default: .failed
        }
    }
}
