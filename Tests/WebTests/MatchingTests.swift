import Actions
import Identify
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Two people of the register who are one, a third who is not, and no feed.
@Suite struct `The pages of matching` {
    private let tested: TestedPages

    init() throws {
        tested = try TestedPages { register, _ in
            var records = RecordSet()
            records.families = [
                Family(id: Identifier("F1"), name: "Quarmby", postcode: "ZZ1 1AA"),
                Family(id: Identifier("F2"), name: "Quarmby", postcode: "ZZ1 1AA"),
            ]
            func person(_ id: String, _ family: String, _ forename: String, upn: String? = nil) -> Person {
                Person(
                    id: Identifier(id),
                    familyID: Identifier(family),
                    forename: forename,
                    surname: "Quarmby",
                    birth: BirthDate(Day(iso: forename == "Ana" ? "2010-01-05" : "1980-07-09") ?? .earliest),
                    sex: .female,
                    role: .child,
                    upn: upn
                )
            }
            records.people = [
                person("P1", "F1", "Ana"), person("P2", "F2", "Ana", upn: "A123"), person("P3", "F1", "Morwenna"),
            ]
            records.events = [
                Event(
                    id: Identifier("E1"),
                    personID: Identifier("P2"),
                    kind: .arrest,
                    on: Day(iso: "2024-03-03") ?? .earliest,
                    source: "police"
                )
            ]
            try register.record(
                records,
                as: ChangeDraft(actor: "tester", purpose: "test", summary: "Records"),
                at: Timestamp(seconds: 0)
            )
        }
    }

    private func token(_ seen: SeenPage) throws -> String {
        try #require(seen.text.between("name=\"token\" value=\"", "\"").first)
    }

    /// The pair of the two, from the list of those twice in the register.
    private func pair() throws -> String {
        let list = try tested(.matchingReview, query: ["show": "duplicates"])
        list.expectSound()
        let address = try #require(list.anchors.first { $0.address.hasPrefix("/matching/pairs/") }?.address)
        return String(address.dropFirst("/matching/pairs/".count))
    }

    @discardableResult
    private func decide(_ id: String, _ verdict: String, reason: String = "") throws -> SeenPage {
        let page = try tested(.matchingPair, ["id": id])
        return try tested(
            .decidePair,
            ["id": id],
            form: ["verdict": verdict, "reason": reason, "token": token(page)]
        )
    }

    @Test func `count what was matched, and name nobody`() throws {
        let seen = try tested(.matching)
        seen.expectSound()
        #expect(seen.text.contains("Agencies of a council") && seen.text.contains("Twice in the register"))
        let list = try tested(.matchingReview, query: ["show": "duplicates"])
        for page in [seen, list] {
            for value in ["Quarmby", "Morwenna", "2010-01-05", "A123"] { #expect(!page.text.contains(value)) }
        }
    }

    @Test func `show a pair side by side, with the steps to its weight, and log the reading`() throws {
        let id = try pair()
        #expect(!id.contains("P1") && id.count == 24)
        let seen = try tested(.matchingPair, ["id": id])
        seen.expectSound()
        for words in [
            "Person P1 of the register", "Quarmby", "Only one has it", "The same", "Threshold",
            "Steps to the match weight of the pair", "Nobody has said anything of this pair yet",
        ] {
            #expect(seen.text.contains(words), "\(words)")
        }
        #expect(
            try tested.keeper.register.reads(ofRecord: "P2", in: "people", limit: 1).first?.what == "pair of records"
        )
        #expect(try tested(.matchingPair, ["id": "nonsense"]).status == 404)
    }

    @Test func `leave out the pairs of a family that is restricted to others`() throws {
        let id = try pair()
        let other = Actor(User(id: "U2", name: "Wren Named", signInName: "wren", roles: .everything))
        try RestrictFamily(tested.keeper.acting(as: other)).restrict("F2", to: [], because: "Staff", version: nil)
        let list = try tested(.matchingReview, query: ["show": "duplicates"])
        list.expectSound()
        #expect(!list.anchors.contains { $0.address.hasPrefix("/matching/pairs/") })
        #expect(try tested(.matchingPair, ["id": id]).status == 404)
        #expect(try tested(.decidePair, ["id": id], form: ["verdict": "same"]).status == 404)
        #expect(try tested(.checkMerge, ["id": id]).status == 404)
    }

    @Test func `take a decision once, by its token, and ask for what is missing`() throws {
        let id = try pair()
        let page = try tested(.matchingPair, ["id": id])
        let empty = try tested(.decidePair, ["id": id], form: ["token": token(page)])
        #expect(empty.status == 422 && empty.text.contains("Select whether the two records are of one person"))
        #expect(empty.anchors.contains { $0.address == "#field-verdict" })
        empty.expectSound()
        let long = ["verdict": "ask", "reason": String(repeating: "x", count: 2001), "token": try token(page)]
        #expect(try tested(.decidePair, ["id": id], form: long).text.contains("2,000 characters or fewer"))
        for token in ["", "made-up"] {
            let form = ["verdict": "same", "token": token]
            #expect(try tested(.decidePair, ["id": id], form: form).status == 422)
        }
        #expect(try tested.keeper.register.decisions().isEmpty)
        let form = ["verdict": "ask", "reason": "<b>Who?</b>", "token": try token(page)]
        let done = try tested(.decidePair, ["id": id], form: form)
        #expect(done.status == 303 && done.answer.location == "/matching/pairs/\(id)")
        #expect(try tested(.decidePair, ["id": id], form: form).status == 422)
        let after = try tested(.matchingPair, ["id": id])
        #expect(after.text.contains("&lt;b&gt;Who?&lt;/b&gt;") && after.text.contains("Ask somebody"))
        let asked = try tested(.matchingReview, query: ["show": "asked"])
        #expect(asked.anchors.contains { $0.address == "/matching/pairs/\(id)" })
        let decision = try #require(tested.keeper.register.decisions().first)
        #expect(decision.opinion.model == "uk-multi-agency" && (decision.opinion.weight?.double ?? 0) > 0)
        let change = try tested.keeper.register.change(tested.keeper.register.latestChange())
        #expect(change.purpose == "matching" && !change.summary.contains("Quarmby"))
    }

    @Test func `keep two apart while people disagree`() throws {
        let id = try pair()
        try decide(id, "same")
        let pair = try #require(tested.keeper.register.decisions().first?.pair)
        try tested.keeper.register.decide(
            PairOpinion(pair, .different),
            as: ChangeDraft(actor: "another", purpose: "test", summary: "test"),
            at: Clock.now
        )
        let seen = try tested(.matchingPair, ["id": id])
        seen.expectSound()
        #expect(seen.text.contains("People disagree") && seen.text.contains("taken for two people now"))
        let list = try tested(.matchingReview, query: ["show": "disagreed"])
        #expect(list.anchors.contains { $0.address == "/matching/pairs/\(id)" })
        #expect(try tested(.checkMerge, ["id": id]).status == 404)
    }

    @Test func `merge two people decided to be one, and undo it`() throws {
        let id = try pair()
        #expect(try tested(.checkMerge, ["id": id]).status == 404)
        try decide(id, "same")
        let seen = try tested(.matchingPair, ["id": id])
        #expect(seen.anchors.contains { $0.words == "Merge these two people" })
        let check = try tested(.checkMerge, ["id": id])
        check.expectSound()
        #expect(
            check.text.contains("upn") && check.text.contains("events") && check.text.contains("Keep person P2 instead")
        )
        #expect(try tested(.mergePair, ["id": id], form: ["token": "made-up"]).status == 422)
        let before = try tested.keeper.register.records()
        let done = try tested(.mergePair, ["id": id], form: ["keep": "first", "token": token(check)])
        #expect(done.status == 303 && done.answer.location == "/merges/M1")
        #expect(try Set(tested.keeper.register.records().people.map(\.id.text)) == ["P1", "P3"])
        let person = try tested(.person, ["id": "P1"])
        person.expectSound()
        #expect(person.anchors.contains { $0.address == "/merges/M1" && $0.words.contains("Merged from person P2") })
        #expect(try tested(.person, ["id": "P2"]).answer.location == "/people/P1")
        let merge = try tested(.merge, ["id": "M1"])
        merge.expectSound()
        #expect(merge.text.contains("Undo the merge"))
        #expect(try tested(.matching).anchors.contains { $0.address == "/merges/M1" })
        #expect(try tested(.unmerge, ["id": "M1"], form: ["token": "made-up"]).status == 422)
        let undone = try tested(.unmerge, ["id": "M1"], form: ["token": token(merge)])
        #expect(undone.status == 303)
        let after = try tested.keeper.register.records()
        #expect(Set(after.people.map { "\($0)" }) == Set(before.people.map { "\($0)" }))
        #expect(try tested(.merge, ["id": "M1"]).text.contains("Undone"))
        #expect(try tested(.matchingPair, ["id": id]).text.contains("taken for two people now"))
        #expect(try tested.keeper.register.verify().isSound)
    }

    @Test func `say so where there is nothing to match`() throws {
        let empty = try TestedPages { _, _ in }
        let seen = try empty(.matching)
        seen.expectSound()
        #expect(seen.text.contains("fewer than two records"))
    }
}
