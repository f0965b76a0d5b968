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

    @Flag(help: "Look at what partners' feeds say too: they are matched with the register's people first.")
    var partners = false

    @Flag(help: "With --partners: delete the partners' rows of everyone whose family does not qualify.")
    var purge = false

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
        if purge, !partners || knownAt != nil || area != nil || family != nil {
            throw ValidationError("--purge goes with --partners, and without --known-at, --area and --family.")
        }
        let match = try partners ? matched(keeper, asAt: day, knownAt: change) : nil
        let snapshot =
            try match.map { try $0.working.snapshot(change: change ?? keeper.register.latestChange()) }
            ?? keeper.picture(knownAt: change).ground.snapshot
        guard let family else {
            try checkArea(snapshot)
            let cohort = try Cohort(set, in: snapshot, asAt: day, area: area, notices: keeper.notices(asAt: day))
            let document = CohortDocument(cohort, snapshot, listsJustShort: justShort)
            let link = Address("identify").with("criteria", set.id).with("as-at", day.iso)
                .with("known-at", "\(cohort.change)").with("area", area).with("with", partners ? "partners" : nil)
            try Output.result(document.document(format, imprint: keeper.imprint(link, knownAt: cohort.change)))
            if purge, let match { try purge(match, cohort, snapshot, keeper) }
            return
        }
        guard
            let evidence = try FamilyEvidence(
                of: family,
                set,
                in: snapshot,
                asAt: day,
                notices: keeper.notices(asAt: day)
            )
        else {
            throw ValidationError("There is no family of that reference in the register. Check the reference.")
        }
        try keeper.logRead("identification of the family", table: "families", key: family)
        let link = Address("identify", family).with("criteria", set.id).with("as-at", day.iso)
            .with("known-at", "\(snapshot.change)").with("with", partners ? "partners" : nil)
        try Output.result(evidence.document(format, imprint: keeper.imprint(link, knownAt: snapshot.change)))
    }

    private func matched(_ keeper: Keeper, asAt day: Day, knownAt change: Int?) throws -> MatchPartners {
        let bar = ProgressBar("Matching")
        defer { bar.end() }
        let match = try MatchPartners(keeper.register, keeper.definitions, asAt: day, knownAt: change)
        Output.notice(match.summary)
        return match
    }

    /// Deletes what no family that qualifies, or is one need short, stands on.
    private func purge(_ match: MatchPartners, _ cohort: Cohort, _ snapshot: Snapshot, _ keeper: Keeper) throws {
        let families = Set(cohort.members.map { snapshot.familyIDs[$0.family.index] })
        let deletions = try match.purge(
            keeper.register,
            keeping: Set(families.map { Identifier<Family>($0) }),
            note: "\(criteria) as at \(cohort.day.iso)"
        )
        for deletion in deletions {
            Output.notice("\(deletion.feed): \(deletion.rows) rows deleted, \(deletion.held) kept.")
        }
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
