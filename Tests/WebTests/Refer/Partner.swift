import Access
import Actions
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Somebody at a partner agency who refers by a link.
struct Partner {
    let service: TestedService
    let browser: TestedBrowser
    /// The address of the link.
    let link: String

    init(_ service: TestedService) throws {
        self.service = service
        let keeper = try Keeper.shipped(service.register)
        let secret = try KeepLinks(keeper, key: .test).make(
            for: Identifier("S1"),
            as: .school,
            on: keeper.today()
        )
        link = "/refer/\(secret)"
        browser = TestedBrowser(service)
    }

    /// What is typed, page by page.
    static let typed: [String: [String: String]] = [
        "agreement": ["family-agrees": "agrees"],
        "lawful-basis": ["lawful-basis": "consent"],
        "child": [
            "child-first": "Robin", "child-last": "Quill", "child-born-day": "27", "child-born-month": "3",
            "child-born-year": "2013",
        ],
        "home": ["home-postcode": "zz9 8zz", "home-area": "yes"],
        "carer": ["carer-first": "Ash", "carer-last": "Quill"],
        "others": ["others": "yes"],
        "other-1": ["other-1-first": "Wren", "other-1-last": "Quill", "other-1-role": "child", "other-1-more": "no"],
        "living": ["living": "home"],
        "social-care": ["protection-plan": "no", "edge-of-care": "yes"],
        "route": ["route": "nomination"],
        "issues": ["issue-behaviour": "behaviour", "story": "Nights are hard."],
        "hopes": [:],
        "safety": ["safety": "There is a large dog."],
        "programme": ["programme": "mst"],
        "referrer": [
            "referrer-name": "Jo Reed", "referrer-job": "Head of year", "referrer-email": "jo@school.example",
        ],
    ]

    /// Opens the link and begins; gives the address of the first page.
    @discardableResult
    func begin() throws -> String {
        try browser.open(link)
        try browser.send(link)
        return try #require(browser.seen.answer.location)
    }

    /// Fills in page after page until the answers are to be checked; gives the address of the draft.
    func fill(_ other: [String: [String: String]] = [:]) throws -> String {
        var address = try begin()
        let draft = address.split(separator: "/").dropLast().joined(separator: "/")
        for _ in 0..<40 {
            let step = String(address.split(separator: "/").last ?? "")
            if step == "check" { break }
            try browser.open(address)
            let typed = other[step] ?? Self.typed[step] ?? [:]
            try browser.send(address, typed)
            address = try #require(browser.seen.answer.location, "\(step) does not lead on: \(browser.seen.title)")
        }
        return "/\(draft)"
    }

    /// Fills in and sends a referral; gives its reference and code.
    func refer(_ other: [String: [String: String]] = [:]) throws -> (reference: String, code: String) {
        let draft = try fill(other)
        try browser.open("\(draft)/check")
        try browser.send("\(draft)/check")
        try browser.open("\(draft)/equalities")
        try browser.send("\(draft)/equalities", ["child-ethnicity": "WBRI"])
        try browser.open("\(draft)/sent")
        return try Self.numbers(browser.seen)
    }

    /// The reference and the code on the confirmation.
    static func numbers(_ seen: SeenPage) throws -> (reference: String, code: String) {
        let values = seen.text.between("<dd class=\"govuk-summary-list__value\">", "</dd>")
        try #require(values.count == 2)
        return (values[0], values[1])
    }
}

extension TestedService {
    /// The referrals of the register that came by the form.
    func referralsByForm() throws -> [Referral] {
        try register.held(Referral.self).map(\.record).filter { $0.id.text.hasPrefix("REF-") }
    }
}
