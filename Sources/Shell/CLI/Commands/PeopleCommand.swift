import Actions
import ArgumentParser
import Register
import Values

struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Merge two people of the register who are one, list merges, undo one; erase a person.",
        subcommands: [
            PeopleMergeCommand.self, PeopleMergesCommand.self, PeopleUnmergeCommand.self,
            PeopleEraseCommand.self,
        ]
    )
}

struct PeopleMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make two people of the register one: the other's records come to the one who is kept.",
        discussion: "It is one change, and can be undone: every record is then as it was."
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "Reference of the person who is kept.")
    var kept: String

    @Argument(help: "Reference of the person who is merged into them.")
    var other: String

    @Flag(help: "Say what it would do, and do nothing.")
    var dryRun = false

    func run() throws {
        let people = MergePeople(try options.open())
        guard !dryRun else {
            Output.result(PeopleMergeCommand.words(try people.plan(other, into: kept)).joined(separator: "\n"))
            return
        }
        let (merge, account) = try people.run(other, into: kept)
        let done = "Merge \(merge.id), change \(merge.change). Undo it with homeward people unmerge \(merge.id)."
        Output.result((PeopleMergeCommand.words(account) + [done]).joined(separator: "\n"))
    }

    private static func words(_ account: MergeAccount) -> [String] {
        let moved = account.moved.map { "\($0.table): \($0.records) come to the person who is kept" }
        let alike = account.alike.map { "\($0.table): \($0.records) that both have alike, of which one is left" }
        let filled = account.filled.isEmpty ? [] : ["Filled in: \(account.filled.joined(separator: ", "))"]
        return moved + alike + filled
    }
}

struct PeopleMergesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merges",
        abstract: "List the merges, the latest first."
    )

    @OptionGroup var options: RegisterOptions

    func run() throws {
        let merges = try options.open().merges()
        let lines = merges.map { merge in
            let undone = merge.undoneOn.map { "  undone \($0.iso) by \(merge.undoneBy ?? "somebody")" } ?? ""
            return """
                \(merge.id)  \(merge.other.text) into \(merge.kept.text)  \(merge.mergedOn.iso)  \(merge.mergedBy)  \
                change \(merge.change)\(undone)
                """
        }
        Output.result(lines.isEmpty ? "Nobody has been merged." : lines.joined(separator: "\n"))
    }
}

struct PeopleUnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: "Undo a merge: both people, and every record it touched, are again as they were.",
        discussion: """
            A record that was changed since keeps what was changed; only whose it is is put back. Records added since stay \
            with the person who was kept. All of them are listed.
            """
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "Reference of the merge, such as M1; homeward people merges lists them.")
    var merge: String

    func run() throws {
        let account = try MergePeople(options.open()).undo(merge)
        var lines = account.restored.map { "\($0.table): \($0.records) restored" }
        lines += account.changedSince.map { "\($0.table) \($0.key): changed since; only whose it is was put back" }
        lines += account.left.map { "\($0.table) \($0.key): no more, or given to somebody else since; left as it is" }
        lines += account.added.map { "\($0.table) \($0.key): added since; stays with the person who was kept" }
        lines.append("Merge \(merge) is undone, change \(account.change).")
        Output.result(lines.joined(separator: "\n"))
    }
}
