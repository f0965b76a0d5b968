import Foundation
import Identify
import Records
import Register
import RegisterSQLite
import Testing
import Values

@Suite struct `The rows of a feed` {
    private let june = day(2025, 6, 1)
    private let july = day(2025, 7, 1)

    @Test func `come back as they were received`() throws {
        let file = try TemporaryRegister()
        let facts: [FeedFact] = [
            .event(kind: .offence, on: june, proven: true, reference: "a \"b\""),
            .work(.employed, benefit: nil, from: june, to: nil),
        ]
        var rows = [feedRow("1", facts: facts), feedRow("2")]
        rows[1].identity = FeedIdentity(Dictionary(uniqueKeysWithValues: FeedField.identity.map { ($0, "\($0)'s") }))
        let receipt = try file.receive(rows, of: feed(), on: june)
        #expect(receipt == FeedReceipt(change: 1, number: 1, tally: FeedTally(new: 2), held: 2))
        #expect(try file.rows(of: feed(), on: july) == rows)
        #expect(try file.register.records() == RecordSet())
    }

    @Test func `are new, changed, the same and gone in the next extract`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1"), feedRow("2"), feedRow("3")], of: feed(), on: june)
        let receipt = try file.receive([feedRow("2"), feedRow("3", "Beech"), feedRow("4")], of: feed(), on: july)
        #expect(receipt.tally == FeedTally(new: 1, changed: 1, same: 1, gone: 1) && receipt.held == 3)
        #expect(try Set(file.rows(of: feed(), on: july).map(\.recordID)) == ["2", "3", "4"])
        #expect(try Set(file.rows(of: feed(), on: july, since: 1).map(\.recordID)) == ["3", "4"])
        #expect(try file.rows(of: feed(), on: july, since: 2).isEmpty)
        let deletion = try #require(file.register.feedDeletions().first)
        #expect(deletion.reason == .gone && deletion.rows == 1 && deletion.held == 3 && deletion.change == 2)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `that an incremental extract does not have stay`() throws {
        let file = try TemporaryRegister()
        let asb = feed("asb", extent: .incremental)
        try file.receive([feedRow("1"), feedRow("2")], of: asb, on: june)
        let receipt = try file.receive([feedRow("2", "Beech"), feedRow("3")], of: asb, on: july)
        #expect(receipt.tally == FeedTally(new: 1, changed: 1) && receipt.held == 3)
        #expect(try file.register.feedDeletions().isEmpty)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `are not changed by the same extract again, in any order`() throws {
        let file = try TemporaryRegister()
        let rows = (0..<50).map { feedRow("\($0)") }
        try file.receive(rows, of: feed(), on: june)
        let again = try file.receive(rows.reversed(), of: feed(), on: july)
        #expect(again == FeedReceipt(change: nil, number: 1, tally: FeedTally(same: 50), held: 50))
        #expect(try file.register.latestChange() == 1)
        #expect(try file.register.feedExtracts(of: "school").map(\.receivedOn) == [june])
    }

    @Test func `are held under the terms a renewed agreement has`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1")], of: feed(), on: june)
        let renewed = feed(expires: day(2028, 12, 31))
        #expect(try file.receive([feedRow("1")], of: renewed, on: july).change == 2)
        #expect(try file.register.feedExtracts(of: "school").map(\.expiresOn.year) == [2028, 2026])
    }

    @Test func `are the model's after any extracts`() throws {
        var numbers = SeededGenerator(seed: 4)
        for _ in 0..<12 {
            let file = try TemporaryRegister()
            let extent: FeedExtent = Bool.random(using: &numbers) ? .full : .incremental
            let partner = feed(extent: extent)
            var model: [String: FeedRow] = [:]
            for round in 0..<6 {
                let ids = Set((0..<8).map { _ in Int.random(in: 0..<12, using: &numbers) })
                let rows = ids.map { feedRow("\($0)", ["Birch", "Beech"].randomElement(using: &numbers) ?? "") }
                if extent == .full { model = [:] }
                for row in rows { model[row.recordID] = row }
                try file.receive(rows, of: partner, on: june + round)
                let held = try file.rows(of: partner, on: july)
                #expect(Dictionary(uniqueKeysWithValues: held.map { ($0.recordID, $0) }) == model)
            }
            #expect(try file.register.verify().problems == [])
        }
    }

    // MARK: Agreements

    @Test func `are not given out before and after the agreement`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1")], of: feed(months: 60), on: june)
        for (on, count) in [(day(2024, 12, 31), 0), (day(2026, 12, 31), 1), (day(2027, 1, 1), 0)] {
            #expect(try file.rows(of: feed(months: 60), on: on).count == count)
        }
        #expect(try file.rows(of: feed(withdrawn: june), on: june).isEmpty)
        #expect(try file.rows(of: feed(reference: "ISA-2"), on: june).isEmpty)
    }

    @Test func `are not given out once they have been kept as long as agreed`() throws {
        let file = try TemporaryRegister()
        let asb = feed("asb", extent: .incremental, months: 2)
        try file.receive([feedRow("1"), feedRow("2")], of: asb, on: june)
        try file.receive([feedRow("2"), feedRow("3")], of: asb, on: july)
        #expect(try file.rows(of: asb, on: day(2025, 8, 1)).count == 3)
        #expect(try Set(file.rows(of: asb, on: day(2025, 8, 2)).map(\.recordID)) == ["2", "3"])
        #expect(try file.rows(of: asb, on: day(2025, 9, 2)).isEmpty)
    }

    // MARK: Deletions

    private func sweep(_ file: TemporaryRegister, _ feeds: [Feed], on day: Day) throws -> [FeedDeletion] {
        try file.register.sweepFeeds(feeds, on: day, as: .test, at: .start)
    }

    @Test func `are swept away when the agreement has expired, with a record of it`() throws {
        let file = try TemporaryRegister()
        let kept = feed("asb", expires: day(2030, 1, 1), months: 60)
        try file.receive([feedRow("1"), feedRow("2")], of: feed(), on: june)
        try file.receive([feedRow("1")], of: kept, on: june)
        #expect(try sweep(file, [feed(), kept], on: day(2026, 5, 31)).isEmpty)
        #expect(try file.register.latestChange() == 2)
        let gone = try sweep(file, [feed(months: 60), kept], on: day(2027, 1, 1))
        #expect(gone.map(\.feed) == ["school"] && gone.map(\.rows) == [2] && gone.map(\.reason) == [.expired])
        #expect(gone.first?.actor == "tester" && gone.first?.held == 0)
        #expect(try file.register.feedHoldings().map(\.rows) == [1, 0])
        #expect(try file.register.verify().problems == [])
        #expect(try sweep(file, [feed(months: 60), kept], on: day(2027, 1, 1)).isEmpty)
    }

    @Test func `are swept away when they have been kept as long as agreed`() throws {
        let file = try TemporaryRegister()
        let asb = feed("asb", extent: .incremental, months: 2)
        try file.receive([feedRow("1"), feedRow("2")], of: asb, on: june)
        try file.receive([feedRow("2"), feedRow("3")], of: asb, on: july)
        let gone = try sweep(file, [asb], on: day(2025, 8, 2))
        #expect(gone.map(\.rows) == [1] && gone.map(\.reason) == [.retention])
        #expect(try Set(file.rows(of: asb, on: july).map(\.recordID)) == ["2", "3"])
        #expect(try file.register.verify().problems == [])
    }

    @Test func `are swept away when the agreement is withdrawn`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1")], of: feed(), on: june)
        #expect(try sweep(file, [feed(withdrawn: july)], on: july).map(\.reason) == [.withdrawn])
    }

    @Test func `go by what was agreed when the definition is missing or another`() throws {
        for other in [[], [feed(reference: "ISA-2", expires: day(2025, 1, 2))]] {
            let file = try TemporaryRegister()
            try file.receive([feedRow("1")], of: feed(), on: june)
            #expect(try sweep(file, other, on: day(2026, 6, 1)).isEmpty)
            #expect(try sweep(file, other, on: day(2026, 6, 2)).map(\.reason) == [.retention])
        }
    }

    @Test func `of people who met no criterion are purged with proof`() throws {
        let file = try TemporaryRegister()
        try file.receive((1...5).map { feedRow("\($0)") }, of: feed(), on: june)
        try file.receive((1...3).map { feedRow("\($0)") }, of: feed("asb"), on: june)
        try file.receive([feedRow("1")], of: feed("dwp"), on: june)
        let keys = ["2", "4"].map { FeedRowKey(feed: "school", recordID: $0) }
        let gone = try file.register.purgeUnmatched(
            keeping: Set(keys),
            of: ["school", "asb"],
            note: "troubled-families-2012 as at 1 June 2025",
            on: june,
            as: .test,
            at: .start
        )
        #expect(gone.map(\.feed) == ["asb", "school"] && gone.map(\.rows) == [3, 3])
        #expect(gone.allSatisfy { $0.reason == .unmatched && $0.digest.count == 64 })
        // The same references have the same digest, so that whoever has them can show which they were.
        let other = try TemporaryRegister()
        try other.receive(["5", "3", "1"].map { feedRow($0, "Beech") }, of: feed(), on: june)
        let proof = try other.register.purge(feed: "school", note: "", on: june, as: .test, at: .start)
        #expect(proof.first?.digest == gone[1].digest)
        #expect(try file.register.feedHoldings().map(\.rows) == [0, 1, 2])
        #expect(try file.register.verify().problems == [])
    }

    @Test func `that were purged come back with the same extract`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1")], of: feed(), on: june)
        try file.register.purge(feed: "school", note: "by mistake", on: june, as: .test, at: .start)
        #expect(try file.receive([feedRow("1")], of: feed(), on: june).tally.new == 1)
    }

    @Test func `leave nothing of what they said in the file`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1", "Quarmby-Unsworth")], of: feed(), on: june)
        try file.register.purge(feed: "school", note: "asked", on: june, as: .test, at: .start)
        let copy = file.folder + "/copy.db"
        try file.register.backup(to: copy)
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: copy)))
        #expect(!bytes.isEmpty && !String(decoding: bytes, as: UTF8.self).contains("Quarmby"))
    }
}

@Suite struct `Verifying feeds` {
    static let tamperings: [(what: String, sql: [SQL])] = [
        ("a name", ["UPDATE feed_rows SET surname = 'Beech' WHERE record_id = '1'"]),
        ("a fact", ["UPDATE feed_rows SET facts = '[[]]' WHERE record_id = '1'"]),
        ("a row gone", ["DELETE FROM feed_rows WHERE record_id = '1'"]),
        (
            "a row doubled",
            [
                """
                INSERT INTO feed_rows (tenant, feed, record_id, facts, first_extract, changed_extract, last_extract, \
                salt, seal) SELECT tenant, feed, '9', facts, 1, 1, 1, salt, seal FROM feed_rows WHERE record_id = '1'
                """
            ]
        ),
        ("rows exchanged", ["UPDATE feed_rows SET id = id + 100 WHERE record_id = '1'"]),
        ("a row of another feed", ["UPDATE feed_rows SET feed = 'other' WHERE record_id = '1'"]),
        ("an extract's day", ["UPDATE feed_extracts SET received_on = '2030-01-01'"]),
        ("an extract gone", ["DELETE FROM feed_extracts"]),
        ("a deletion's reason", ["UPDATE feed_deletions SET reason = 'expired'"]),
        ("a deletion gone", ["DELETE FROM feed_deletions"]),
    ]

    @Test(arguments: Self.tamperings.indices)
    func `finds what was tampered with`(index: Int) throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1"), feedRow("2"), feedRow("3")], of: feed(), on: day(2025, 6, 1))
        try file.receive([feedRow("1"), feedRow("2")], of: feed(), on: day(2025, 6, 2))
        #expect(try file.register.verify().isSound)
        for sql in Self.tamperings[index].sql { try file.tamper(sql) }
        #expect(try !file.register.verify().isSound, "\(Self.tamperings[index].what)")
    }

    @Test func `holds for a backup, which has the feeds too`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1")], of: feed(), on: day(2025, 6, 1))
        let path = file.folder + "/backup.db"
        try file.register.backup(to: path)
        let copy = try Register.open(path, create: false, at: .start)
        #expect(try copy.feedRows(of: feed(), on: day(2025, 6, 1)).count == 1)
    }
}
