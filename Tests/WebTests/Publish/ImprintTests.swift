import Access
import Foundation
import Testing

@testable import Web

/// Every kind of document that pages give, what it says of itself, and that its link gives the same figures again.
@Suite struct `Every document` {
    private static let year = "from=2018-01-01&to=2018-12-31"
    private static let day = "as-at=2018-12-31"
    private static let addresses = [
        "/reports/performance?\(year)", "/reports/performance?\(year)&audience=public",
        "/reports/key-information?\(day)", "/reports/key-information?\(day)&audience=public",
        "/reports/family-support?\(year)", "/reports/intelligence?\(day)&criteria=troubled-families-2012",
        "/reports/family-support?\(year)&in-provider=O1",
        "/figures/key-information/home.now?\(day)",
        "/needs?\(year)&by=quarter", "/needs?\(year)&by=area&audience=public",
        "/distance-travelled?\(year)", "/distance-travelled?\(year)&audience=public",
        "/scorecards/family-therapies-monthly?\(day)",
        "/report-cards/whole-pathway?\(day)", "/report-cards/key-worker?\(day)",
        "/frameworks/family-outcomes?\(day)", "/pathway?\(year)",
        "/service-reviews/quarterly-service-review/O1?as-at=2018-09-30",
        "/answers/draft/family-therapies?\(day)",
        "/unit-costs?programme=mst&\(year)",
        "/contracts/essex-care-days?\(day)",
    ]
    /// Made from definitions alone: nothing of a register is in them, so they are as known at no change.
    private static let alone = ["/plans/rotherham-mst-fit"]

    private static func asked(_ address: String, _ format: String) -> String {
        "\(address)\(address.contains("?") ? "&" : "?")format=\(format)"
    }

    /// A document without when it was made and known.
    private static func read(_ text: String) throws -> (document: NSDictionary, imprint: [String: Any]) {
        var all = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let imprint = try #require(all["imprint"] as? [String: Any])
        all["imprint"] = nil
        // What has words of people is pinned to the latest change, its figures to the latest of records: the same figures.
        all["known_at"] = nil
        return (all as NSDictionary, imprint)
    }

    @Test
    func `says what it covers, known when, by which definitions, by whom, how complete, and gives the same again`()
        throws
    {
        let service = try TwoProviders.service()
        let roles = [Assignment(.analyst), Assignment(.commissioner), Assignment(.finance), Assignment(.supervisor)]
        let browser = try service.seat(roles, named: "everybody")
        for address in Self.addresses + Self.alone {
            let seen = try browser.open(Self.asked(address, "json"))
            #expect(seen.status == 200 && seen.text.hasPrefix("{"), "\(address)")
            let (document, imprint) = try Self.read(seen.text)
            for field in ["definitions", "made", "made_by", "completeness", "link"] {
                #expect((imprint[field] as? String)?.isEmpty == false, "\(address): \(field)")
            }
            let link = try #require(imprint["link"] as? String, "\(address)")
            let isOfRegister = !Self.alone.contains(address)
            #expect(link.contains("known-at=") == isOfRegister, "\(address): \(link)")
            let again = try browser.open(Self.asked(link, "json"))
            #expect(again.status == 200, "\(link)")
            #expect(try Self.read(again.text).document == document, "\(address) is not \(link)")

            let text = try browser.open(Self.asked(address, "text")).text
            let page = try browser.open(Self.asked(address, "html")).text
            for words in ["Definitions version", "Made ", "The same again: /"]
                + (isOfRegister ? ["Known at change"] : [])
            {
                #expect(text.contains(words), "\(address): \(words) in text")
                #expect(page.contains(words), "\(address): \(words) in the page to print")
            }
            let csv = try browser.open(Self.asked(address, "csv")).text.prefix { $0 != "\r" && $0 != "\r\n" }
            #expect(csv.hasSuffix("definitions,made,made_by,completeness,part,link"), "\(address): \(csv)")
        }
    }
}
