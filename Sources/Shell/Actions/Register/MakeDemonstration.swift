import Demonstration
import Exchange
import Foundation
import Records
import Register
import RegisterSQLite
import Values

/// The invented authority: as files, and as a register to look at.
package enum MakeDemonstration {
    /// Writes the exchange package of the invented authority into a folder, which is made where there is none.
    package static func write(to folder: String) throws {
        try WritePackage.write(Demonstration.records(), to: folder)
    }

    /// Makes a register of the invented authority, beside its place, and moves it there whole.
    ///
    /// It has the records, and a later change that corrects some of them, so that there is something to replay.
    package static func register(at path: String, families: Int = Demonstration.defaultFamilies) throws {
        let draft = path + ".part"
        try? FileManager.default.removeItem(atPath: draft)
        let register = try OpenRegister.open(draft, create: true)
        let records = Demonstration.records(families: families)
        let purpose = "demonstration"
        try register.record(
            records,
            as: LocalActor.draft(purpose: purpose, summary: "Invented authority"),
            at: Clock.now,
            import: entry(records, "invented authority")
        )
        let corrections = Demonstration.corrections(to: records)
        try register.record(
            corrections,
            as: LocalActor.draft(purpose: purpose, summary: "Corrections and late news"),
            at: Clock.now,
            import: entry(corrections, "corrections")
        )
        try register.set(Keeper.Setting.demonstrationUntil, to: Demonstration.defaultUntil.iso)
        if let council = records.organisations.first(where: { $0.kind == .localAuthority }) {
            try register.set(Keeper.Setting.council, to: council.name)
        }
        _ = try Register.restore(from: draft, to: path)
        for file in [draft, draft + "-wal", draft + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
    }

    private static func entry(_ records: RecordSet, _ file: String) -> ImportEntry {
        let problems = QualityChecks.problems(in: records)
        return ImportEntry(
            files: RecordSet.tables.enumerated().compactMap { index, table in
                let rows = records.count(ofTableAt: index)
                return rows == 0 ? nil : ImportEntry.File(file: file, table: table.name, rows: rows)
            },
            warnings: problems.count,
            problems: ProblemList.text(problems)
        )
    }
}
