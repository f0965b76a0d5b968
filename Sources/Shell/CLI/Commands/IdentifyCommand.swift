import Actions
import ArgumentParser
import Documents
import Identify
import Records
import Register
import Report
import Values

struct IdentifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "List the families that meet a programme's criteria, and why.",
        discussion:
            "Families stand by reference, without names."
    )

    @Option(help: ArgumentHelp("The criteria set, such as troubled-families-2012.", valueName: "name"))
    var criteria: String

    @Option(help: ArgumentHelp("The day, such as 2025-03-31. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @Option(help: ArgumentHelp("Only the families of this ward or locality.", valueName: "name"))
    var area: String?

    @Option(help: ArgumentHelp("One family, by reference: every criterion and every row behind it.", valueName: "id"))
    var family: String?

    @Flag(help: "List the families one need short too, and what each is missing.")
    var justShort = false

    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let day = try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? Clock.today
        if family != nil, area != nil || justShort {
            throw ValidationError("--family is one family: leave out --area and --just-short.")
        }
        let keeper = try options.keeper()
        guard let set = keeper.definitions.criteriaSet(criteria) else {
            throw ValidationError(
                "There is no criteria set of that name. Give one of: \(keeper.definitions.criteriaNames)."
            )
        }
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        let snapshot = try keeper.picture(knownAt: change).ground.snapshot
        guard let family else {
            try checkArea(snapshot)
            let cohort = Cohort(set, in: snapshot, asAt: day, area: area)
            let document = CohortDocument(cohort, snapshot, listsJustShort: justShort)
            return Output.result(document.document(format, imprint: try keeper.imprint()))
        }
        guard let evidence = FamilyEvidence(of: family, set, in: snapshot, asAt: day) else {
            throw ValidationError("There is no family of that reference in the register. Check the reference.")
        }
        try keeper.logRead("identification of the family", table: "families", key: family)
        Output.result(evidence.document(format, imprint: try keeper.imprint()))
    }

    private func checkArea(_ snapshot: Snapshot) throws {
        guard let area else { return }
        let areas = Set(snapshot.families.compactMap(\.area)).map(snapshot.text).sorted()
        guard areas.contains(area) else {
            let known = areas.isEmpty ? "No family has one." : "Give one of: \(areas.joined(separator: ", "))."
            throw ValidationError("There is no area of that name in the register. \(known)")
        }
    }
}
