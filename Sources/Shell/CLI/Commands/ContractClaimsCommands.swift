import Actions
import ArgumentParser
import Documents
import Pay
import Records
import Register
import Values

struct ContractClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Enter claims, take them step by step to payment, and work them out again.",
        discussion: """
            Each step is by the account the program runs under, and nobody checks, verifies or approves what they entered. \
            Without a subcommand: the results that can be claimed.
            """,
        subcommands: [
            ContractClaimableCommand.self, ClaimListCommand.self, ClaimEnterCommand.self, ClaimShowCommand.self,
            ClaimCompareCommand.self, ClaimLookUpCommand.self, ClaimStepCommand.self, ClaimReplayCommand.self,
            ClaimPackCommand.self,
        ],
        defaultSubcommand: ContractClaimableCommand.self
    )
}

struct ContractClaimableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claimable",
        abstract: "List the results that can be claimed, each criterion with the rows it rests on."
    )

    @OptionGroup var options: ContractOptions

    @Option(help: ArgumentHelp("Only what was not yet earned on this day.", valueName: "day"))
    var since: String?

    func run() throws {
        let asked = try options.asked()
        let reader = try asked.cohort()
        let facts = reader.facts()
        let earlier = try since.map { Statement(asked.contract, facts, asAt: try QuestionOptions.day($0, "--since")) }
        let statement = Statement(asked.contract, facts, asAt: asked.day)
        let document = ClaimableDocument(reader, statement, since: earlier, change: asked.change)
        let link = Address("contracts", asked.contract.id, "claims").with("as-at", asked.day.iso)
        let imprint = try asked.keeper.imprint(link, knownAt: asked.change)
        try Output.result(document.document(options.format, imprint: imprint))
    }
}

struct ClaimListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the claims under a contract."
    )

    @OptionGroup var options: ContractOptions

    func run() throws {
        let asked = try options.asked()
        for claim in try asked.keeper.claims(of: asked.contract.id) {
            Output.result(
                "\(claim.number)  \(claim.state.rawValue)  as at \(claim.asAt.iso)  \(claim.results.count) results  "
                    + "\(claim.amount.long)  paid \(claim.paid.long)"
            )
        }
    }
}

struct ClaimEnterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Enter a claim for all that can be claimed as at a day."
    )

    @OptionGroup var options: ContractOptions

    func run() throws {
        let asked = try options.asked()
        let claim = try WorkClaims(asked.keeper).enter(asked.contract, asAt: asked.day)
        Output.result("\(claim.number): \(claim.results.count) results, \(claim.amount.long)")
        for member in claim.sample { Output.result("look up \(member)") }
    }
}

/// Which claim, in which register.
struct ClaimOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The claim, such as essex-care-days-1.", valueName: "claim"))
    var number: String

    @OptionGroup var register: RegisterOptions

    /// The claim, or a refusal.
    func claim(in keeper: Keeper) throws -> Claim {
        guard let claim = try keeper.claim(number) else { throw ValidationError("There is no claim of that number.") }
        return claim
    }

    /// The claim as an auditor gets it.
    func document(of claim: Claim, in keeper: Keeper) throws -> ClaimDocument {
        let contract = try ContractOptions.contract(claim.contract, in: keeper.definitions)
        let replay = contract.version == claim.contractVersion ? try keeper.replay(claim, under: contract) : nil
        return ClaimDocument(claim, under: contract, replay: replay)
    }
}

struct ClaimShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Write a claim as an auditor gets it: every result, criterion, record, look-up and step."
    )

    @OptionGroup var options: ClaimOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let keeper = try options.register.keeper()
        let claim = try options.claim(in: keeper)
        let document = try options.document(of: claim, in: keeper)
        let imprint = try keeper.imprint(document.link, knownAt: claim.change)
        try Output.result(document.document(format, imprint: imprint))
    }
}

struct ClaimCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Hold a claim against the partners' feeds whose agreements allow it; status 1 if any disagrees.",
        discussion: "Answer a disagreement with look-up: the source as it is called here, and a note of what they said."
    )

    @OptionGroup var options: ClaimOptions

    func run() throws {
        let keeper = try options.register.keeper()
        _ = try options.claim(in: keeper)
        guard let claim = try WorkClaims(keeper).compare(options.number) else { return }
        for item in claim.comparisons {
            Output.result(
                "\(item.member) \(item.clause): \(item.source) \(item.verdict.label.lowercased()): \(item.words)"
            )
        }
        Output.result("\(claim.unanswered.count) disagreements to answer")
        if !claim.unanswered.isEmpty { throw ExitCode.failure }
    }
}

struct ClaimPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Write a claim as a folder for auditors: the page to print, and every table as CSV."
    )

    @OptionGroup var options: ClaimOptions

    @Argument(help: "The folder to write to.")
    var folder: String

    func run() throws {
        let keeper = try options.register.keeper()
        let claim = try options.claim(in: keeper)
        let document = try options.document(of: claim, in: keeper)
        let imprint = try keeper.imprint(document.link, knownAt: claim.change)
        try WritePackage.write(ClaimPack(document).files(imprint: imprint), to: folder)
        Output.result("\(folder) has the claim \(claim.number).")
    }
}

struct ClaimLookUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "look-up",
        abstract: "Note what looking a member of a claim up at its source found."
    )

    @OptionGroup var options: ClaimOptions

    @Option(help: ArgumentHelp("The member, by reference.", valueName: "reference"))
    var member: String

    @Option(help: ArgumentHelp("Where it was looked up.", valueName: "source"))
    var source: String

    @Flag(help: "The source does not confirm what is claimed.")
    var differs = false

    @Option(help: ArgumentHelp("What was found, without a name.", valueName: "words"))
    var note = ""

    func run() throws {
        let keeper = try options.register.keeper()
        _ = try options.claim(in: keeper)
        let finding = VerificationFinding(member: member, source: source, agrees: !differs, note: note)
        let claim = try WorkClaims(keeper).note(finding, of: options.number)
        Output.result("\(claim?.unseen.count ?? 0) of the sample are still to be looked up")
    }
}

struct ClaimStepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Take the next step of a claim: checked, verified, approved, paid, rejected or reversed."
    )

    @OptionGroup var options: ClaimOptions

    @Option(help: ArgumentHelp("What the claim becomes.", valueName: "state"))
    var to: String

    @Option(help: ArgumentHelp("Why, without a name.", valueName: "words"))
    var note = ""

    func run() throws {
        guard let state = ClaimState(rawValue: to) else {
            throw ValidationError("--to must be one of \(ClaimState.codes.dropFirst().joined(separator: ", ")).")
        }
        let keeper = try options.register.keeper()
        _ = try options.claim(in: keeper)
        let claim = try WorkClaims(keeper).take(state, of: options.number, note: note)
        Output.result("\(options.number) is \(claim?.state.rawValue ?? ""), \(claim?.paid.long ?? "") paid")
    }
}

struct ClaimReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Work a claim out again from the state of the register it was made from; status 1 if it differs."
    )

    @OptionGroup var options: ClaimOptions

    func run() throws {
        let keeper = try options.register.keeper()
        let claim = try options.claim(in: keeper)
        let contract = try ContractOptions.contract(claim.contract, in: keeper.definitions)
        guard contract.version == claim.contractVersion else {
            throw ClaimRefusal.otherVersion(claim.contractVersion)
        }
        let replay = try keeper.replay(claim, under: contract)
        for item in replay.differences {
            Output.result("\(item.member) \(item.clause): \(item.claimed.long) claimed, \(item.replayed.long) replayed")
        }
        Output.result(replay.isSame ? "The same pence." : "Not the same pence.")
        Output.result("\(replay.adjustments.count) lines were corrected since")
        if !replay.isSame { throw ExitCode.failure }
    }
}
