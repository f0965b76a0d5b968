import Foundation
import Testing
import Workshop

@Suite struct `People on the command line` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
        let folder = try SmallPackage().write(to: homeward.folder)
        try homeward.folder.write(
            "package/events.csv",
            "event_id,person_id,kind,on,source\nE1,P2,arrest,2018-02-01,police\n"
        )
        _ = try homeward("import", folder)
    }

    @Test func `are merged and parted again`() throws {
        let dry = try homeward("people", "merge", "P1", "P2", "--dry-run")
        #expect(dry.status == 0 && dry.out.contains("events: 1 come to the person who is kept"))
        #expect(try homeward("people", "merges").out == "Nobody has been merged.\n")
        let before = try homeward("export", homeward.folder("before")).status
        let merged = try homeward("people", "merge", "P1", "P2")
        #expect(merged.status == 0 && merged.out.contains("Merge M1, change 2."))
        #expect(try homeward("people", "merges").out.hasPrefix("M1  P2 into P1"))
        let again = try homeward("people", "merge", "P1", "P2")
        #expect(again.status == 1 && again.err.contains("There is no person P2 in the register now"))
        let undone = try homeward("people", "unmerge", "M1")
        #expect(undone.status == 0 && undone.out.contains("Merge M1 is undone, change 3."))
        let twice = try homeward("people", "unmerge", "M1")
        #expect(twice.status == 1 && twice.err.contains("was undone before"))
        let blocked = try homeward("people", "merge", "P1", "P2")
        #expect(blocked.status == 1 && blocked.err.contains("decided that the two are different people"))
        #expect(try before == 0 && homeward("export", homeward.folder("after")).status == 0)
        for name in ["people", "events", "cases", "families"] {
            let files = try ["before", "after"].map {
                try Fixture.lines(homeward.folder("\($0)/\(name).csv")).sorted()
            }
            #expect(files[0] == files[1], "\(name)")
        }
        #expect(try homeward("verify").status == 0)
        for ran in [dry, merged, undone] {
            for name in ["José", "Maria", "Ashdown"] { #expect(!(ran.out + ran.err).contains(name)) }
        }
    }
}

@Suite struct `Erasing a person on the command line` {
    @Test func `says what would go, and erases only where that is confirmed`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let dry = try homeward("people", "erase", "P1", "--because", "request")
        #expect(dry.status == 0 && dry.out.contains("people: 1 version\n"))
        #expect(dry.out.contains("Nothing has been erased. Give --yes"))
        #expect(try homeward("people", "erase", "P1", "--because", "spite", "--yes").status != 0)
        #expect(try homeward("people", "erase", "P99", "--because", "request").err.contains("Check the reference"))
        let done = try homeward("people", "erase", "P1", "--because", "request", "--yes")
        #expect(done.status == 0 && done.out.contains("Person P1 is erased, change 2."))
        #expect(try homeward("people", "erase", "P1", "--because", "request", "--yes").status != 0)
        #expect(try homeward("verify").status == 0)
        #expect(try homeward("changes").out.contains("Erased a person at their request"))
        #expect(try homeward("export", homeward.folder("after")).status == 0)
        let people = try Fixture.lines(homeward.folder("after/people.csv"))
        #expect(people.contains { $0.hasPrefix("P1,") } && !people.contains { $0.contains("José") })
        for name in ["José", "Maria", "Ashdown"] { #expect(!(dry.out + done.out).contains(name)) }
    }
}

@Suite struct `Partners' rows that no criterion needs` {
    @Test func `are deleted with proof, and those of families that qualify are kept`() throws {
        let homeward = try Homeward()
        let made = try homeward("demo", homeward.folder("demo"))
        #expect(made.status == 0)
        _ = try homeward("import", homeward.folder("demo"))
        for feed in ["asb", "school"] {
            let ran = try homeward("feed", "receive", feed, homeward.folder("demo/feeds/\(feed).csv"))
            #expect(ran.status == 0, "\(ran.err)")
        }
        func held() throws -> [String: Int] {
            let list = try homeward("feed", "list", "--format", "json")
            let feeds = list.json?["feeds"] as? [[String: Any]] ?? []
            return Dictionary(
                feeds.compactMap { feed in
                    (feed["feed"] as? String ?? feed["id"] as? String).map { ($0, feed["rows"] as? Int ?? 0) }
                }
            ) { first, _ in first }
        }
        let before = try held()
        let asked = ["identify", "--criteria", "troubled-families-2012", "--as-at", "2026-03-31", "--partners"]
        let families = { (out: String) in
            Set(
                out.split(separator: "\r\n").dropFirst().compactMap {
                    $0.split(separator: ",")[safe: 3].map(String.init)
                }
            )
        }
        let plain = try homeward.run(asked + ["--just-short", "--format", "csv"])
        #expect(plain.status == 0 && !families(plain.out).isEmpty)
        #expect(!plain.out.contains("school/") && !plain.out.contains("asb/"))
        let purged = try homeward.run(asked + ["--just-short", "--format", "csv", "--purge"])
        #expect(purged.status == 0, "\(purged.err)")
        let after = try held()
        for feed in ["asb", "school"] {
            let kept = after[feed] ?? -1
            #expect(kept > 0 && kept < before[feed] ?? 0, "\(feed): \(kept) of \(before[feed] ?? 0)")
            #expect(purged.err.contains("\(feed): \((before[feed] ?? 0) - kept) rows deleted, \(kept) kept."))
            let show = try homeward("feed", "show", feed)
            #expect(show.out.contains("Met no criterion: troubled-families-2012 as at 2026-03-31"))
        }
        #expect(try homeward("verify").status == 0)
        // What is left says the same of the families that the rows were kept for.
        let again = try homeward.run(asked + ["--just-short", "--format", "csv"])
        #expect(again.status == 0 && families(again.out).subtracting(families(plain.out)).isEmpty)
        for refused in [["--known-at", "1"], ["--area", "Northgate"]] {
            #expect(try homeward.run(asked + ["--purge"] + refused).status == 2)
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
