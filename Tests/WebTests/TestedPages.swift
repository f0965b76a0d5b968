import Access
import Actions
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// The pages over a register of their own, asked without a server, for somebody who may do everything.
struct TestedPages {
    let folder: ScratchFolder
    let keeper: Keeper
    let entrance: Entrance
    private(set) var pages: Pages

    init(_ fill: (Register, ScratchFolder) throws -> Void) throws {
        folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        try fill(register, folder)
        keeper = try Keeper.shipped(register)
        entrance = try Entrance(register, key: .test, cost: .cheap)
        let user = User(id: "U1", name: "Terry Tester", signInName: "tester", roles: .everything)
        let session = Session(
            id: 1,
            userID: user.id,
            stage: .signedIn,
            device: "",
            startedAt: Clock.now,
            seenAt: Clock.now,
            endedAt: nil
        )
        pages = Pages(
            keeper.acting(as: Actor(user)),
            viewer: Viewer(standing: .signedIn(user, session)),
            tokens: SessionTokens(FormTokens(), of: "1"),
            entrance: entrance
        )
    }

    /// The same register for somebody with these roles.
    func seated(_ roles: [Assignment]) throws -> TestedPages {
        let user = User(id: "U2", name: "Sam Tester", signInName: "sam", roles: roles)
        let session = Session(
            id: 2,
            userID: user.id,
            stage: .signedIn,
            device: "",
            startedAt: Clock.now,
            seenAt: Clock.now,
            endedAt: nil
        )
        var other = self
        other.pages = Pages(
            keeper.acting(as: Actor(user)),
            viewer: Viewer(standing: .signedIn(user, session)),
            tokens: SessionTokens(FormTokens(), of: "2"),
            entrance: entrance
        )
        return other
    }

    /// One small family, then a correction to it.
    static func small() throws -> TestedPages {
        try TestedPages { register, folder in
            try register.take([SmallPackage().write(to: folder)])
            var corrected = SmallPackage()
            corrected.placements = corrected.placements.replacing("2018-09-01,,", with: "2018-09-01,2018-12-01,")
            try register.take([corrected.write(to: folder)])
        }
    }

    static let essex = Result { try TestedPages { register, _ in try register.take([Fixture.essex]) } }

    func callAsFunction(
        _ route: Route,
        _ parameters: [String: String] = [:],
        query: [String: String] = [:],
        form: [String: String] = [:]
    ) throws -> SeenPage {
        SeenPage(try pages.answer(route, PageRequest(parameters: parameters, query: query, form: form)))
    }

    /// What is at an address as it stands in a link.
    func follow(_ address: String) throws -> SeenPage {
        let parts = address.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        let path = parts.first.map { $0.split(separator: "/").map { String($0).decoded } } ?? []
        var query: [String: String] = [:]
        for item in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[String(pair[0]).decoded] = pair.count > 1 ? String(pair[1]).decoded : ""
        }
        if let route = Route.of(path, isForm: false), let parameters = route.parameters(of: path) {
            return try self(route, parameters, query: query)
        }
        Issue.record("\(address) leads to no route")
        return SeenPage(PageAnswer(status: 404, bytes: []))
    }
}

/// An answer with what a test looks at.
struct SeenPage {
    let answer: PageAnswer
    let text: String

    init(_ answer: PageAnswer) {
        self.answer = answer
        text = String(decoding: answer.bytes, as: UTF8.self)
    }

    var status: Int { answer.status }
    var isPage: Bool { answer.contentType.hasPrefix("text/html") && answer.fileName == nil }
    var title: String { text.between("<title>", "</title>").first ?? "" }

    /// Where the links lead, as a browser understands them.
    var links: [String] {
        text.between("href=\"", "\"").map { $0.replacing("&amp;", with: "&") }
    }

    /// The links a person sees, with their words.
    var anchors: [(address: String, words: String)] {
        text.between("<a ", "</a>").compactMap { anchor in
            guard let address = anchor.between("href=\"", "\"").first, let end = anchor.firstIndex(of: ">") else {
                return nil
            }
            return (address.replacing("&amp;", with: "&"), String(anchor[anchor.index(after: end)...]))
        }
    }

    func count(_ words: String) -> Int { text.between(words, "").count }
}

extension String {
    /// What stands between each pair of marks; with an empty second mark, an entry for each first.
    func between(_ start: String, _ end: String) -> [String] {
        components(separatedBy: start).dropFirst().map { part in
            end.isEmpty ? "" : part.components(separatedBy: end)[0]
        }
    }

    var decoded: String { removingPercentEncoding ?? self }
}
