import Foundation
import Testing
import Workshop

/// Partners' extracts by the command line, with the invented ones of `homeward demo`.
@Suite struct `The command feed` {
    private static let made = Result {
        let homeward = try Homeward()
        _ = try homeward("demo", homeward.folder("demo"))
        return homeward
    }

    private let homeward: Homeward
    private let file: String

    init() throws {
        homeward = try Homeward()
        file = try Self.made.get().folder("demo/feeds/housing.csv")
    }

    private func receive(_ feed: String, _ file: String) throws -> Homeward.Ran {
        try homeward("feed", "receive", feed, file, "--register", homeward.register, "--format", "json")
    }

    @Test func `receives an extract, and nothing new from it again`() throws {
        let first = try receive("housing", file)
        #expect(first.status == 0 && first.json?["change"] as? Int == 1)
        let held = try #require(first.json?["held"] as? Int)
        #expect(held > 100 && first.json?["new"] as? Int == held)
        let notRead = first.json?["not_read"] as? [[String: String]]
        #expect(notRead == [["column": "MonthlyRent", "reason": "not_mapped"]])
        #expect(first.err.contains("housing is an example"))
        let again = try receive("housing", file)
        #expect(again.json?["change"] is NSNull && again.json?["same"] as? Int == held)
        let verified = try homeward("verify", "--register", homeward.register)
        #expect(verified.status == 0)
    }

    @Test func `lists, shows, expires and purges`() throws {
        _ = try receive("housing", file)
        let list = try homeward("feed", "list", "--register", homeward.register, "--format", "json")
        let feeds = try #require(list.json?["feeds"] as? [[String: Any]])
        #expect(list.status == 0 && feeds.count == 6)
        let show = try homeward("feed", "show", "housing", "--register", homeward.register)
        #expect(show.status == 0 && show.out.contains("WM-ISA-2026-04") && show.out.contains("Extracts, the latest"))
        let early = try homeward("feed", "expire", "--register", homeward.register)
        #expect(early.status == 0 && early.out == "Nothing has had its time.\n")
        let late = try homeward("feed", "expire", "--as-at", "2040-01-01", "--register", homeward.register)
        #expect(late.status == 0 && late.out.contains("Agreement expired"))
        _ = try receive("housing", file)
        let purge = try homeward(
            "feed",
            "purge",
            "housing",
            "--reason",
            "the partner asked",
            "--register",
            homeward.register
        )
        #expect(purge.status == 0 && purge.out.contains("Purged: the partner asked"))
        #expect(try homeward("verify", "--register", homeward.register).status == 0)
    }

    @Test(arguments: [
        ["feed", "receive", "nonsense", "x.csv"], ["feed", "receive", "housing", "nowhere.csv"],
        ["feed", "list", "--format", "xml"], ["feed", "purge", "housing"], ["feed", "frobnicate"], ["feed", "list"],
    ])
    func `refuses wrong words`(words: [String]) throws {
        let ran = try homeward.run(words)
        #expect(ran.status == 2 && ran.out.isEmpty && !ran.err.isEmpty)
    }

    @Test func `refuses an extract of another partner, and stores nothing`() throws {
        let ran = try receive("school", file)
        #expect(ran.status == 1 && ran.json?["change"] is NSNull)
        let list = try homeward("feed", "list", "--register", homeward.register, "--format", "json")
        let feeds = try #require(list.json?["feeds"] as? [[String: Any]])
        #expect(feeds.allSatisfy { $0["rows"] as? Int == 0 })
    }
}
