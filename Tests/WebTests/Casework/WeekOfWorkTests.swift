import Actions
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// What a key worker meets for a week's work on six families, counted by doing it.
@Suite struct `A week's work on six families` {
    /// A browser that counts the pages it is shown and the fields it fills in.
    private final class Counter {
        let browser: TestedBrowser
        private(set) var pages = 0
        private(set) var fields = 0

        init(_ browser: TestedBrowser) { self.browser = browser }

        func open(_ address: String) throws {
            #expect(try browser.open(address).status == 200)
            pages += 1
        }

        /// Fills in some fields among others that stay as the page has them, sends, and goes on to what is shown then.
        func send(_ address: String, _ filled: [String: String], among rest: [String: String] = [:]) throws {
            let sent = try browser.send(address, rest.merging(filled) { $1 })
            #expect(sent.status == 303, "\(address)")
            fields += filled.count
            try open(sent.answer.location ?? "")
        }
    }

    /// Two contacts and a note of each family, a task done for each, one review.
    @Test func `takes as many pages and fields as the documents say`() throws {
        let team = try CaseworkService()
        var tasks = Entry()
        for number in 1...6 {
            tasks.add(
                CaseTask(
                    id: Identifier("T\(number)"),
                    caseID: Identifier("C\(number)"),
                    title: "Ring the school",
                    madeOn: team.today - 7,
                    outcome: .open
                )
            )
        }
        let draft = ChangeDraft(actor: "test", purpose: "test", summary: "Tasks")
        try team.register.enter(tasks, as: draft, at: Clock.now)

        let counter = Counter(try team.keyWorker())
        try counter.open("/caseload")
        try counter.open("/week")
        var filled: [String: String] = [:]
        var chosen: [String: String] = [:]
        for number in 0..<6 {
            for row in [number * 3, number * 3 + 1] {
                filled["r\(row)-day"] = team.today.iso
                filled["r\(row)-minutes"] = "60"
                chosen["r\(row)-kind"] = "home_visit"
                chosen["r\(row)-direct"] = "yes"
                chosen["r\(row)-attendance"] = "attended"
            }
            filled["note-C\(number + 1)"] = "A calm week."
            filled["done-T\(number + 1)"] = "yes"
        }
        try counter.send("/week", filled, among: chosen)
        try counter.open("/cases/C1/reviews")
        try counter.send(
            "/cases/C1/reviews",
            ["result": "continue", "family": "yes", "agencies": "school", "summary": "Going well"],
            among: CaseworkService.date("held", team.today)
        )
        #expect(try team.register.held(Contact.self).count == 12)
        #expect(try team.register.held(CaseNote.self).count == 6)
        #expect(try team.register.held(CaseTask.self).allSatisfy { $0.record.outcome == .done })
        let words = "\(counter.pages) pages and \(counter.fields) fields"
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/work-a-case.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("**\(words)**"), "docs/work-a-case.md must say: \(words)")
    }
}
