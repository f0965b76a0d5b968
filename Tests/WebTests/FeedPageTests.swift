import Actions
import Exchange
import Identify
import Register
import Testing
import Values

@testable import Web

@Suite struct `The pages of feeds` {
    private static let day = Day(iso: "2026-11-01") ?? .earliest

    private func pages(_ fill: (Register) throws -> Void = { _ in }) throws -> TestedPages {
        try TestedPages { register, _ in
            try register.set(Keeper.Setting.demonstrationUntil, to: Self.day.iso)
            let feed = try #require(DefinitionsInForce.load(folder: nil).feeds.first { $0.id == "asb" })
            let text = "Incident,Forename,Surname,DoB,No,Address,Area,Postcode,Incident date\n"
            let file = SourceFile(
                name: "asb.csv",
                bytes: Array((text + "A1,Ana,Quarmby,1-Jan-2010,1,Mill Bank,Northgate,ZZ1 1AA,3-May-2026\n").utf8)
            )
            _ = try ReceiveExtract(into: register, of: feed, on: Self.day).run(
                [file],
                as: ChangeDraft(actor: "tester", purpose: "test", summary: "Extract")
            )
            try fill(register)
        }
    }

    @Test func `list every feed with what is held and what needs attention`() throws {
        let seen = try pages()(.feeds)
        seen.expectSound()
        let text = String(decoding: seen.answer.bytes, as: UTF8.self)
        #expect(text.contains("Westmere Community Safety Team") && text.contains("The agreement expires in 60 days"))
        #expect(text.contains("homeward feed receive") && !text.contains("Quarmby"))
    }

    @Test func `show the agreement, extracts and deletions, and nobody's name`() throws {
        let seen = try pages { register in
            try register.purge(
                feed: "asb",
                note: "asked by the partner",
                on: Self.day,
                as: ChangeDraft(actor: "tester", purpose: "test", summary: "Purge"),
                at: Clock.now
            )
        }(.feed, ["id": "asb"])
        seen.expectSound()
        let text = String(decoding: seen.answer.bytes, as: UTF8.self)
        for words in [
            "WM-ISA-2026-03", "Crime and Disorder Act 1998", "reference of the event", "Extract 1", "tester",
            "Purged: asked by the partner", "nobody has signed its agreement",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("Quarmby"))
    }
}
