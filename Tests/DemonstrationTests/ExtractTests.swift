import Definitions
import Demonstration
import Exchange
import Identify
import Records
import Testing
import Values

@Suite struct `Extracts of invented partners` {
    private static let extracts = Demonstration.extracts(from: Westmere.records)

    @Test func `are taken by the feeds that are shipped, whole`() throws {
        let feeds = try Feed.all(DefinitionSet())
        #expect(Self.extracts.count == feeds.count)
        for extract in Self.extracts {
            let feed = try #require(feeds.first { $0.id == extract.feed })
            let file = SourceFile(name: "\(extract.feed).csv", bytes: extract.bytes)
            let reading = FeedFiles.read([file], for: feed)
            #expect(reading.isAccepted, "\(extract.feed): \(reading.problems.prefix(3).map(\.message))")
            #expect(Set(reading.rows.map(\.recordID)) == Set(extract.truth.keys), "\(extract.feed)")
            #expect(reading.rows.count > 100, "\(extract.feed): \(reading.rows.count)")
            #expect(reading.notRead.contains { $0.reason == .notMapped } || feed.id == "asb", "\(extract.feed)")
        }
    }

    @Test func `are the same each time`() {
        let again = Demonstration.extracts(from: Westmere.records)
        #expect(again.map(\.bytes) == Self.extracts.map(\.bytes))
    }

    @Test func `are about people the register knows, and others it does not`() {
        for extract in Self.extracts {
            let known = extract.truth.values.count { Westmere.people[Identifier($0)] != nil }
            #expect(known > 0 && known < extract.truth.count, "\(extract.feed)")
        }
    }

    @Test func `have slips, and not too many`() throws {
        let feed = try #require(try Feed.all(DefinitionSet()).first { $0.id == "housing" })
        let extract = try #require(Self.extracts.first { $0.feed == "housing" })
        let rows = FeedFiles.read([SourceFile(name: "h.csv", bytes: extract.bytes)], for: feed).rows
        let same = rows.filter { row in
            guard let person = extract.truth[row.recordID].flatMap({ Westmere.people[Identifier($0)] }) else {
                return true
            }
            return row.identity[.surname] == person.surname && row.identity[.forename] == person.forename
                && row.identity[.dob] == person.birth?.iso
        }
        let share = Double(same.count) / Double(rows.count)
        #expect((0.6...0.9).contains(share), "\(share)")
        #expect(rows.contains { $0.identity[.dob] == nil })
    }
}
