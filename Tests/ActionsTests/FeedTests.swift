import Actions
import Definitions
import Exchange
import Identify
import Records
import Register
import Testing
import Values
import Workshop

@Suite struct `Receiving an extract` {
    private static let definition = """
        kind: feed
        id: asb
        version: "2"
        from: 2026-04-01
        source: {document: A paper, section: All}
        evidence: stated
        title: Incidents
        owner: A partner
        kind_of_source: asb
        extract: full
        agreement:
          reference: ISA-9
          purpose: To try it
          lawful_basis: None is needed for invented people
          signed_on: 2026-01-01
          expires_on: 2026-12-31
          retention_months: 6
          fields: [surname, event]
        mapping:
          format: csv
          source: asb_team
          record_id: Ref
          columns:
            - {field: surname, column: Name}
            - {field: dob, column: Born}
          facts:
            - {fact: event, event: asb_incident, on: {column: On}}
        """

    private let folder: ScratchFolder
    private let register: Register
    private let definitions: DefinitionsInForce
    private let feed: Feed
    private let today = Day(iso: "2026-06-01") ?? .earliest

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
        _ = try folder.write("definitions/asb.yml", Self.definition)
        definitions = try DefinitionsInForce.load(folder: folder("definitions"))
        feed = try #require(definitions.feeds.first { $0.id == "asb" })
        try register.set(Keeper.Setting.demonstrationUntil, to: today.iso)
    }

    private func receive(_ text: String, on day: Day? = nil) throws -> ReceiveExtract.Outcome {
        try ReceiveExtract(into: register, of: feed, on: day ?? today).run(
            [SourceFile(name: "extract.csv", bytes: Array(text.utf8))],
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Extract")
        )
    }

    private static let extract = "Ref,Name,Born,On\n1,Birch,2011-01-01,2026-05-01\n2,Beech,2012-01-01,2026-05-02\n"

    @Test func `stores what the agreement permits and nothing else`() throws {
        let outcome = try receive(Self.extract)
        #expect(outcome.receipt?.tally.new == 2)
        #expect(outcome.reading.notRead == [ColumnNotRead(column: "Born", reason: .outsideAgreement)])
        let rows = try register.feedRows(of: feed, on: today)
        #expect(rows.allSatisfy { $0.identity[.dob] == nil && $0.identity[.surname] != nil && $0.facts.count == 1 })
        let logged = try #require(register.feedExtracts(of: "asb").first)
        #expect(logged.notRead == #"[{"column":"Born","reason":"outside_agreement"}]"#)
        #expect(try register.verify().isSound)
    }

    @Test func `stores nothing of an extract with an error`() throws {
        let outcome = try receive(Self.extract + "3,Elder,2011-01-01,soon\n")
        #expect(outcome.receipt == nil && outcome.reading.problems.first?.line == 4)
        #expect(try register.latestChange() == 0)
    }

    @Test(arguments: [("2025-12-31", "is not in force before 1 January 2026"), ("2027-01-01", "expired on")])
    func `is refused where the agreement is not in force`(on: String, words: String) throws {
        let day = try #require(Day(iso: on))
        let refusal = #expect(throws: FeedRefusal.self) { try receive(Self.extract, on: day) }
        #expect(refusal?.description.contains(words) == true)
    }

    @Test func `gives the rows to matching while the agreement lasts, and deletes them then`() throws {
        _ = try receive(Self.extract)
        #expect(try register.feedsToMatch(definitions).map { $0.feed.id } == ["asb"])
        try register.set(Keeper.Setting.demonstrationUntil, to: "2027-01-01")
        #expect(try register.feedsToMatch(definitions).isEmpty)
        let deletion = try #require(register.feedDeletions().first)
        #expect(deletion.rows == 2 && deletion.reason == .expired && deletion.deletedOn.iso == "2027-01-01")
    }

    @Test func `says what needs attention`() throws {
        func words(_ on: String, _ definitions: DefinitionsInForce) throws -> [String] {
            let day = Day(iso: on) ?? .earliest
            return try FeedStatus.all(register, definitions, on: day).first { $0.id == "asb" }?.attention ?? []
        }
        #expect(try words("2026-06-01", definitions) == ["No extract has been received yet."])
        _ = try receive(Self.extract)
        #expect(try words("2026-06-01", definitions) == [])
        let soon = try words("2026-11-20", definitions)
        #expect(soon.first?.hasPrefix("The agreement expires in 41 days") == true)
        #expect(soon.last?.hasPrefix("The rows go after 1 December 2026") == true)
        #expect(try words("2027-02-01", definitions).first?.contains("expired on 31 December 2026") == true)
        let shipped = try DefinitionsInForce.load(folder: nil)
        #expect(try words("2026-06-01", shipped).first?.contains("came under ISA-9") == true)
        #expect(try register.feedsToMatch(shipped).isEmpty && register.feedDeletions().isEmpty)
    }
}

@Suite struct `The demonstration's partners` {
    @Test func `have extracts in the register and in files beside the package`() throws {
        let folder = try ScratchFolder()
        try MakeDemonstration.register(at: folder("demonstration.db"), families: 200)
        let register = try OpenRegister.open(folder("demonstration.db"), create: false)
        let definitions = try DefinitionsInForce.load(folder: nil)
        let feeds = try register.feedsToMatch(definitions)
        #expect(feeds.map { $0.feed.id } == definitions.feeds.map(\.id))
        #expect(feeds.allSatisfy { !$0.rows.isEmpty })
        #expect(try register.verify().isSound)
        let attention = try FeedStatus.all(register, definitions, on: register.workingDay()).filter {
            !$0.attention.isEmpty
        }
        #expect(attention.map(\.id) == ["asb"])
    }

    @Test func `do not come in with the package`() throws {
        let folder = try ScratchFolder()
        _ = try folder.write("package/datapackage.json", "{}")
        _ = try folder.write("package/families.csv", "family_id\nF1\n")
        _ = try folder.write("package/feeds/school.csv", "x\n")
        let names = try ReadFiles.read([folder("package")]).map(\.name)
        #expect(names.count == 2 && !names.contains { $0.contains("feeds") })
    }
}
