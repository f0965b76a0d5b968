package import Exchange
package import Register
package import Values

/// Takes files into the register: all of them in one change, or nothing.
package struct ImportFiles {
    private let register: Register
    private let options: CheckOptions

    package init(into register: Register, options: CheckOptions) {
        self.register = register
        self.options = options
    }

    /// How an import ended.
    package struct Outcome: Sendable {
        package let check: CheckResult
        /// What was recorded; nil where the import was refused.
        package let recorded: ChangeOutcome?
    }

    /// Checks the files against the rules and the register, without recording anything.
    package func check(_ files: [SourceFile], progress: (CheckProgress) -> Void) throws -> CheckResult {
        try check(files, KeysOfRegister(register), progress)
    }

    private func check(
        _ files: [SourceFile],
        _ keys: KeysOfRegister,
        _ progress: (CheckProgress) -> Void
    ) -> CheckResult {
        FileCheck.run(files, known: keys.known, options: options, progress: progress)
    }

    /// Checks the files and, if nothing blocks them, records what they hold; the import history keeps both outcomes.
    ///
    /// Throws `RegisterError` where the register cannot record; nothing is recorded then.
    package func run(
        _ files: [SourceFile],
        as draft: ChangeDraft,
        replacing period: Period?,
        checking: (CheckProgress) -> Void,
        recording: (_ done: Int, _ total: Int) -> Void
    ) throws -> Outcome {
        let keys = try KeysOfRegister(register)
        var check = check(files, keys, checking)
        let entry = ImportEntry(check)
        guard check.isAccepted else {
            _ = try register.recordRefusal(of: entry, as: draft, at: Clock.now)
            return Outcome(check: check, recorded: nil)
        }
        let people = try ReturnPeople.join(&check, keys)
        let recorded = try register.record(
            check.records,
            returns: check.returns.entries(people),
            as: draft,
            at: Clock.now,
            replacing: period.map { ReplacedPeriod($0) },
            import: entry,
            progress: recording
        )
        return Outcome(check: check, recorded: recorded)
    }
}

extension ImportEntry {
    /// Problems kept in the history; more than so many are counted only.
    private static var problemsKept: Int { 10_000 }

    init(_ check: CheckResult) {
        let errors = check.problems.count { $0.severity == .error }
        self.init(
            files: check.tables.map { File(file: $0.file, table: $0.table, rows: $0.rows) },
            errors: errors,
            warnings: check.problems.count - errors,
            problems: ProblemList.text(check.problems.prefix(ImportEntry.problemsKept)),
            repairs: ProblemList.text(check.repairs)
        )
    }
}

extension ReturnData {
    /// The rows of the return as the register keeps them: each under its child, by the register's reference.
    fileprivate func entries(_ people: [String: String]) -> [ReturnEntry] {
        ReturnTable.allCases.flatMap { table in
            self[table].compactMap { row -> ReturnEntry? in
                guard let child = row.values.first, !child.isEmpty else { return nil }
                let values = zip(table.columns, row.values).filter { !$0.1.isEmpty }
                return ReturnEntry(
                    table: table.rawValue,
                    personID: people[child] ?? child,
                    file: row.file,
                    row: row.row,
                    values: Dictionary(values, uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }
}
