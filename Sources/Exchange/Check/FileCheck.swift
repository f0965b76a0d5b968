import Records

/// From files to facts: the one way in for everything that is imported or only checked.
package enum FileCheck {
    /// Reads the files and holds them against all rules; never stops at the first problem.
    ///
    /// Zips among the files are opened here; `known` has the keys of the register, which rows may refer to; `progress`
    /// is told now and then how far the reading has come.
    package static func run(
        _ files: [SourceFile],
        known: KnownKeys = .none,
        options: CheckOptions = CheckOptions(),
        progress: (CheckProgress) -> Void = { _ in }
    ) -> CheckResult {
        let unpacked = Unpacking(files, limits: options.limits)
        let recognition = Recognition(unpacked.files)
        var log = ProblemLog(mostOfAKind: options.limits.problemsOfAKind)
        log.add(unpacked.problems)
        if !unpacked.files.isEmpty || unpacked.problems.isEmpty { log.add(recognition.problems) }
        var meter = Meter(recognition)

        let returned = readReturns(recognition, &meter, progress)
        log.add(returned.problems)
        var reading = Reading(known: known, log: log)
        reading.unreadable = recognition.unreadableTables
        reading.expect(children: returned.children)
        var tables = returned.tables
        for source in recognition.tables.sorted(by: { $0.tableIndex < $1.tableIndex }) {
            var reader = TableReader(source)
            reader.read(into: &reading) { progress(meter.at($0, of: source.file.name)) }
            meter.finish(source.file)
            tables.append(
                TableRead(file: source.file.name, table: RecordSet.tables[source.tableIndex].name, rows: reader.rows)
            )
        }
        let childIDs = Set(reading.records.people.compactMap(\.childID))
        let check = ReturnCheck(returned.data, options: options) { childIDs.contains($0) || reading.hasPerson($0) }
        reading.log.add(check.problems)
        ReturnMerge.add(check, to: &reading)
        return result(reading, returned.data, tables, check.repairs)
    }

    private static func readReturns(
        _ recognition: Recognition,
        _ meter: inout Meter,
        _ progress: (CheckProgress) -> Void
    ) -> ReturnTables {
        var tables = ReturnTables()
        for source in recognition.returns {
            tables.read(source) { progress(meter.at($0, of: source.file.name)) }
            meter.finish(source.file)
        }
        for file in recognition.xml {
            progress(meter.at(0, of: file.name))
            let (data, problems) = ReturnXML.read(file.bytes, file: file.name)
            tables.add(data, problems, file: file.name)
            meter.finish(file)
        }
        return tables
    }

    private static func result(
        _ reading: Reading,
        _ returns: ReturnData,
        _ tables: [TableRead],
        _ repairs: [Repair]
    ) -> CheckResult {
        var log = reading.log
        let names = RecordSet.tables.map(\.name)
        let origins = Dictionary(uniqueKeysWithValues: zip(names, reading.origins)).filter { !$0.value.isEmpty }
        let findings = QualityChecks.findings(in: reading.records, isComplete: !log.blocksImport)
        log.add(findings.map { $0.problem(origins: origins) })
        return CheckResult(
            records: reading.records,
            origins: origins,
            returns: returns,
            repairs: repairs,
            problems: log.problems(),
            tables: tables
        )
    }
}

/// Adds up how much of all files has been read.
private struct Meter {
    private let total: Int
    private var done = 0

    init(_ recognition: Recognition) {
        let files = recognition.tables.map(\.file) + recognition.returns.map(\.file) + recognition.xml
        total = files.reduce(0) { $0 + $1.bytes.count }
    }

    func at(_ position: Int, of file: String) -> CheckProgress {
        CheckProgress(file: file, bytesDone: done + position, bytesTotal: total)
    }

    mutating func finish(_ file: SourceFile) {
        done += file.bytes.count
    }
}
