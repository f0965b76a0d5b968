import Identify
import Records
import Register
import Testing
import Values

@Suite struct `Decisions about two records` {
    private let june = day(2025, 6, 1)
    private let july = day(2025, 7, 1)

    private func pair(_ one: (String, String), _ other: (String, String)) throws -> RecordPair {
        try #require(
            RecordPair(RecordName(source: one.0, id: one.1), RecordName(source: other.0, id: other.1))
        )
    }

    private func draft(_ actor: String) -> ChangeDraft {
        ChangeDraft(actor: actor, organisation: "council", purpose: "test", summary: "a decision")
    }

    /// Two rows of a feed, one decision about each and a person of the register.
    private func decided() throws -> (TemporaryRegister, [RecordPair]) {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.receive([feedRow("7", "Secretname"), feedRow("8")], of: feed(), on: june)
        let pairs = [try pair(("school", "7"), ("register", "P1")), try pair(("school", "8"), ("register", "P2"))]
        let weight = Decimal("3.125")
        for pair in pairs {
            let opinion = PairOpinion(
                pair,
                .same,
                reason: "Asked Mrs Privet",
                model: "m",
                modelVersion: "1",
                weight: weight
            )
            try file.register.decide(opinion, as: draft("ann"), at: .hour(1))
        }
        return (file, pairs)
    }

    @Test func `are kept with who, when, why and what they saw`() throws {
        let (file, pairs) = try decided()
        let found = try file.register.decisions()
        #expect(found.map(\.pair) == pairs && found.allSatisfy(\.isCurrent))
        let first = try #require(found.first)
        #expect(first.by == "ann" && first.organisation == "council" && first.at == .hour(1))
        #expect(first.opinion.weight == Decimal("3.125") && first.opinion.model == "m")
        #expect(first.opinion.reason == "Asked Mrs Privet" && first.change == 3)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `are one for each person, who may change theirs`() throws {
        let (file, pairs) = try decided()
        let register = file.register
        #expect(try register.decide(PairOpinion(pairs[0], .different), as: draft("ben"), at: .hour(2)) == 5)
        #expect(try register.decisions().map(\.opinion).standings[pairs[0]] == .disagreed)
        #expect(try register.decide(PairOpinion(pairs[0], .different), as: draft("ben"), at: .hour(3)) == nil)
        #expect(try register.decide(PairOpinion(pairs[0], .different), as: draft("ann"), at: .hour(4)) == 6)
        #expect(try register.decisions().map(\.opinion).standings[pairs[0]] == .different)
        let all = try register.decisions(of: pairs[0])
        #expect(all.map(\.by) == ["ann", "ben", "ann"] && all.map(\.isCurrent) == [true, true, false])
        #expect(try register.decisions(knownAt: 4).map(\.opinion).standings[pairs[0]] == .same)
        #expect(try register.verify().problems == [])
    }

    @Test func `go with the rows they are about, and the log says that they did`() throws {
        let (file, pairs) = try decided()
        try file.register.decide(PairOpinion(pairs[0], .different, reason: "Privet"), as: draft("ann"), at: .hour(2))
        try file.receive([feedRow("8")], of: feed(), on: july)
        #expect(try file.register.decisions().map(\.pair) == [pairs[1]])
        #expect(try file.register.decisions(of: pairs[0]).isEmpty)
        let deletion = try #require(file.register.feedDeletions().first)
        #expect(deletion.rows == 1 && deletion.decisions == 2)
        let left = try file.register.store.read { connection in
            try connection.all("SELECT first_record, second_record, reason, salt FROM link_decisions ORDER BY id") {
                "\($0.text(0)) \($0.text(1)) \($0.optionalText(2) ?? "-") \($0.isMissing(3))"
            }
        }
        #expect(left.filter { $0 == "Erased Erased - true" }.count == 2 && left.count == 3)
        #expect(try file.register.verify().problems == [])
        try file.register.purge(feed: "school", note: "done", on: july, as: .test, at: .hour(4))
        #expect(try file.register.decisions().isEmpty)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `go with the person of the register who is erased`() throws {
        let (file, pairs) = try decided()
        try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(2))
        #expect(try file.register.decisions().map(\.pair) == [pairs[1]])
        #expect(try file.register.verify().problems == [])
    }

    @Test func `cannot be changed behind the register's back`() throws {
        let (file, _) = try decided()
        try file.tamper("UPDATE link_decisions SET verdict = 'different' WHERE id = 1")
        #expect(try file.register.verify().problems.isEmpty == false)
        let (other, _) = try decided()
        try other.tamper("UPDATE link_decisions SET second_record = '9' WHERE id = 1")
        #expect(try other.register.verify().problems.isEmpty == false)
    }

    @Test func `have names that tell nothing and are each register's own`() throws {
        let (file, pairs) = try decided()
        let names = try file.register.opaqueNames()
        let name = names.name(of: pairs[0])
        #expect(name.count == 24 && name.allSatisfy(\.isHexDigit))
        #expect(name != names.name(of: pairs[1]))
        #expect(try file.another().opaqueNames().name(of: pairs[0]) == name)
        #expect(names.name(of: "school/7", "household") != names.name(of: "school/7", "person"))
    }
}

@Suite struct `What matching remembers` {
    @Test func `is kept beside the chain, and goes when rows of a feed do`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1"), feedRow("2")], of: feed(), on: day(2025, 6, 1))
        let head = try file.register.verify().head
        try file.register.remember(["a": [1, 2, 3], "b": []], knownAt: 1)
        #expect(try file.register.remembered("a") == [1, 2, 3])
        #expect(try file.register.remembered("c") == nil)
        try file.register.remember(["a": [4]], knownAt: 1)
        #expect(try file.register.remembered("a") == [4] && file.register.remembered("b") == nil)
        #expect(try file.register.verify().head == head)
        try file.receive([feedRow("1"), feedRow("2"), feedRow("3")], of: feed(), on: day(2025, 6, 2))
        #expect(try file.register.remembered("a") == [4])
        try file.receive([feedRow("1")], of: feed(), on: day(2025, 6, 3))
        #expect(try file.register.remembered("a") == nil)
    }

    @Test func `is not kept of rows that went meanwhile`() throws {
        let file = try TemporaryRegister()
        try file.receive([feedRow("1"), feedRow("2")], of: feed(), on: day(2025, 6, 1))
        try file.receive([feedRow("1")], of: feed(), on: day(2025, 6, 2))
        try file.register.remember(["a": [1]], knownAt: 1)
        #expect(try file.register.remembered("a") == nil)
        try file.register.remember(["a": [1]], knownAt: 2)
        #expect(try file.register.remembered("a") == [1])
        try file.register.forgetMatching()
        #expect(try file.register.remembered("a") == nil)
    }

    @Test func `goes when a person is erased`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.register.remember(["a": [1]], knownAt: 1)
        try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(1))
        #expect(try file.register.remembered("a") == nil)
        try file.register.remember(["a": [1]], knownAt: 1)
        #expect(try file.register.remembered("a") == nil)
    }
}
