import Demonstration
import Exchange
import Foundation
import Identify
import Records
import Register
import RegisterSQLite
import Values

/// The invented authority: as files, and as a register to look at.
package enum MakeDemonstration {
    /// Writes the exchange package of the invented authority into a folder, which is made where there is none, and
    /// beside it, in `feeds`, the extracts of its partners.
    package static func write(to folder: String) throws {
        let records = Demonstration.records()
        try WritePackage.write(records, to: folder)
        try WritePackage.write(
            Demonstration.extracts(from: records).map { (name: "\($0.feed).csv", bytes: $0.bytes) },
            to: folder + "/" + ReadFiles.feedsFolder
        )
    }

    /// Makes a register of the invented authority, beside its place, and moves it there whole.
    ///
    /// It has the records, a later change that corrects some of them, so that there is something to replay, and the
    /// extracts of six partners.
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
        try receiveExtracts(about: records, into: register)
        try DemonstrationHomes.add(to: register, on: Demonstration.defaultUntil)
        try DemonstrationVoices.keep(in: register)
        if let council = records.organisations.first(where: { $0.kind == .localAuthority }) {
            try register.set(Keeper.Setting.council, to: council.name)
        }
        _ = try Register.restore(from: draft, to: path)
        for file in [draft, draft + "-wal", draft + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
    }

    /// The partners' extracts, under the agreements that are shipped as examples.
    private static func receiveExtracts(about records: RecordSet, into register: Register) throws {
        let feeds = try DefinitionsInForce.load(folder: nil).feeds
        let extracts = Demonstration.extracts(from: records)
        for feed in feeds {
            guard let extract = extracts.first(where: { $0.feed == feed.id }) else { continue }
            let file = SourceFile(name: "\(feed.id).csv", bytes: extract.bytes)
            _ = try ReceiveExtract(into: register, of: feed, on: Demonstration.defaultUntil).run(
                [file],
                as: LocalActor.draft(purpose: "demonstration", summary: "Extract of \(feed.id)")
            )
        }
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
