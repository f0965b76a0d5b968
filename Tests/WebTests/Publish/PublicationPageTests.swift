import Access
import Actions
import Documents
import Records
import Register
import Report
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `Publications` {
    private static let path = "/publications"

    /// The first publication of a schedule.
    private static func made(_ service: TestedService, _ schedule: String) throws -> Publication? {
        try service.register.held(Publication.self).map(\.record).first { $0.schedule == schedule }
    }

    @Test func `are made by one person and issued by another, and kept as they were`() throws {
        let service = try TestedService()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let referrer = try service.seat([Assignment(.referrer)], named: "referrer")
        try analyst.open(Self.path)
        try analyst.send(Self.path, [:])
        #expect(analyst.seen.status == 200 && analyst.seen.text.contains("made, and waits for approval"))
        analyst.seen.expectSound(Self.path)
        let made = try #require(try Self.made(service, "performance-public"))
        let page = "\(Self.path)/\(made.id.text)"
        #expect(try referrer.open(page).status == 404)
        #expect(try referrer.open("\(page)/download/csv").status == 404)
        let waiting = try analyst.open(page)
        #expect(waiting.text.contains("Waiting for approval"))
        waiting.expectSound(page)
        try analyst.send("\(page)/approval", [:])
        #expect(analyst.seen.status == 422)
        #expect(analyst.seen.text.contains("Somebody else must approve what you made"))
        try commissioner.open(page)
        try commissioner.send("\(page)/approval", [:])
        #expect(commissioner.seen.status == 303)
        #expect(try referrer.open(page).status == 200)
        let files = try service.register.held(PublicationFile.self, where: "publication_id", is: .text(made.id.text))
        #expect(Set(files.map(\.record.format)).isSuperset(of: ["html", "csv", "json", "xlsx"]))
        for file in files.map(\.record) {
            let seen = try referrer.open("\(page)/download/\(file.format)")
            #expect(seen.status == 200 && seen.answer.bytes.sha256.hex == file.digest)
            #expect(seen.answer.bytes.count == file.bytes)
        }
        #expect(try service.register.verify().problems == [])
    }

    @Test func `are made once`() throws {
        let service = try TestedService()
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv, .json])
        let day = try #require(Day(iso: "2019-06-30"))
        let first = try publications.makeDue(by: day)
        // Nobody has written a review of the one provider yet: that waits for a person, and is no failure.
        #expect(first.contains { $0.isNew } && first.allSatisfy { $0.refusal == nil })
        let count = try publications.publications().count
        #expect(try publications.makeDue(by: day).allSatisfy { !$0.isNew })
        #expect(try publications.publications().count == count)
        #expect(try publications.makeDue(by: day + 40).contains { $0.isNew && $0.schedule.id == "scorecard-monthly" })
    }

    @Test func `that are turned down are made again`() throws {
        let service = try TestedService()
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv, .json])
        let day = try #require(Day(iso: "2019-06-30"))
        let made = try #require(try publications.makeDue(by: day).first { $0.schedule.id == "scorecard-monthly" }?.id)
        let kept = try #require(try publications.publication(made))
        try publications.turnDown(kept)
        let again = try #require(try publications.makeDue(by: day).first { $0.schedule.id == "scorecard-monthly" })
        #expect(again.isNew && again.id != made)
        let settled = try #require(try publications.publication(made))
        #expect(throws: IssuePublications.Refusal.self) { try publications.approve(settled) }
    }

    @Test func `that were tampered with are refused, and found by verifying`() throws {
        let service = try TestedService()
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv, .json])
        let day = try #require(Day(iso: "2019-06-30"))
        let id = try #require(try publications.makeDue(by: day).first?.id)
        try service.register.store.write { connection in
            try connection.run(
                "UPDATE publication_contents SET content = \([UInt8](repeating: 1, count: 9)) WHERE format = \("csv")"
            )
        }
        let kept = try #require(try publications.publication(id))
        #expect(throws: IssuePublications.Refusal.self) { try publications.content(kept, .csv) }
        #expect(try publications.content(kept, .json) != nil)
        let problems = try service.register.verify().problems
        #expect(problems.contains { $0.key == "\(id), csv" })
    }

    @Test func `of a service review have the words that were signed off, for those of the provider`() throws {
        let service = try TwoProviders.service()
        let mine = try service.seat([Assignment(.supervisor, in: .provider("O1"))], named: "mine")
        let other = try service.seat([Assignment(.supervisor, in: .provider("O2"))], named: "other")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let keeper = try Keeper.shipped(service.register)
        let publications = IssuePublications(keeper, formats: [.csv, .json])
        let due = try #require(Day(iso: "2018-10-30"))
        let reviews = {
            try publications.makeDue(by: due).filter { $0.schedule.id == "service-review-quarterly" }
        }
        #expect(
            try reviews().map(\.outcome)
                == [
                    "The review of Alder Council is not signed off yet",
                    "The review of Larch Trust is not signed off yet",
                ].map(IssuePublications.Made.Outcome.waitsForSignOff)
        )
        #expect(try reviews().allSatisfy { $0.refusal == nil })
        try TwoProviders.sign(mine, commissioner)
        let made = try reviews()
        #expect(made.map(\.isNew) == [false, true] && made[1].edition.name == "service-review-quarterly/O1")
        let id = try #require(made[1].id)
        #expect(try reviews().map(\.isNew) == [false, false])
        let page = "\(Self.path)/\(id)"
        #expect(try mine.open(page).status == 404)
        try commissioner.open(page)
        try commissioner.send("\(page)/approval", [:])
        #expect(commissioner.seen.status == 303)
        #expect(try mine.open(page).text.contains("Quarterly service review: Larch Trust"))
        let issued = try mine.open("\(page)/download/json").text
        #expect(issued.contains("Words on progress.") && issued.contains("signed off by "))
        #expect(try other.open(page).status == 404)
        #expect(try other.open("\(page)/download/json").status == 404)
        #expect(try !other.open(Self.path).text.contains(id))
        let kept = try #require(try publications.publication(id))
        #expect(try #require(try publications.changes(since: kept)).isReplayed)
        #expect(try service.register.verify().problems == [])
    }

    @Test(arguments: [
        ("/distance-travelled?from=2018-01-01&to=2018-12-31", "distance-public"),
        ("/needs?from=2018-01-01&to=2018-12-31&by=area", "needs-public"),
        ("/reports/performance?from=2018-01-01&to=2018-12-31", "performance-public"),
    ])
    func `are made of a preview, noted, and all that somebody without counts is given`(
        address: String,
        schedule: String
    ) throws {
        let service = try TwoProviders.service()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let investor = try service.seat([Assignment(.investor)], named: "investor")
        let own = String(address.prefix { $0 != "?" })
        let isListed = schedule != "performance-public"
        if isListed {
            let nothing = try investor.open(address)
            #expect(nothing.status == 200 && nothing.text.contains("Nothing of this has been published yet."))
            nothing.expectSound(own)
            #expect(try !investor.open("\(address)&format=json").text.contains("\"audience\""))
        } else {
            #expect(try investor.open(address).status == 403)
        }
        let preview = try analyst.open("\(address)&audience=public")
        preview.expectSound(address)
        #expect(preview.text.contains("A preview, not to be published"))
        #expect(preview.text.contains("What is hidden and why"))
        #expect(try analyst.open("\(address)&audience=public&format=json").text.contains("\"is_preview\": true"))
        #expect(try service.register.held(PreparedFigure.self).isEmpty)
        try analyst.open("\(address)&audience=public")
        try analyst.send(Self.path, [:])
        #expect(analyst.seen.status == 200 && analyst.seen.text.contains("made, and waits for approval"))
        let made = try #require(try Self.made(service, schedule))
        #expect(made.from.iso == "2018-01-01" && made.to.iso == "2018-12-31" && made.isPublic)
        let figures = try service.register.held(PreparedFigure.self, where: "answer_id", is: .text(made.id.text))
        #expect(!figures.isEmpty)
        try analyst.open("\(address)&audience=public")
        try analyst.send(Self.path, [:])
        #expect(analyst.seen.text.contains("kept already as \(made.id.text)"))
        let page = "\(Self.path)/\(made.id.text)"
        try commissioner.open(page)
        try commissioner.send("\(page)/approval", [:])
        #expect(commissioner.seen.status == 303)
        if isListed { #expect(try investor.open(address).text.contains(made.id.text)) }
        let issued = try investor.open("\(page)/download/json").text
        #expect(issued.contains("\"is_preview\": false"))
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv])
        let kept = try #require(try publications.publication(made.id.text))
        let changes = try #require(try publications.changes(since: kept))
        #expect(changes.isReplayed && changes.changes.isEmpty)
        #expect(try service.register.verify().problems == [])
    }

    @Test func `of a period of one's own are made of schedules there are, once it has ended`() throws {
        let service = try TwoProviders.service()
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv])
        let first = try #require(Day(iso: "2018-01-01"))
        let last = try #require(Day(iso: "2018-06-30"))
        let past = try #require(Period(from: first, to: last))
        #expect(try publications.make("needs-public", past).isNew)
        #expect(try !publications.make("needs-public", past).isNew)
        #expect(throws: IssuePublications.Refusal.self) { try publications.make("nothing", past) }
        #expect(throws: IssuePublications.Refusal.self) { try publications.make("service-review-quarterly", past) }
        let far = try #require(Day(iso: "2999-01-01"))
        let coming = try #require(Period(from: first, to: far))
        #expect(throws: IssuePublications.Refusal.self) { try publications.make("needs-public", coming) }
    }

    @Test func `that are not right are made again by one, issued by another, and both stay`() throws {
        let service = try TestedService()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let asked = ["schedule": "key-information-quarterly", "from": "2018-04-01", "to": "2018-06-30"]
        try analyst.open(Self.path)
        try analyst.send(Self.path, asked)
        let first = try #require(try Self.made(service, "key-information-quarterly"))
        let page = "\(Self.path)/\(first.id.text)"
        #expect(try !analyst.open(page).text.contains("Make the correction"))
        try commissioner.open(page)
        try commissioner.send("\(page)/approval", [:])
        let issued = try analyst.open("\(page)/download/csv").answer.bytes

        try analyst.open(page).expectSound(page)
        try analyst.send("\(page)/correction", ["reason": "A closure came late."])
        #expect(analyst.seen.status == 422 && analyst.seen.text.contains("there is nothing to correct"))
        #expect(analyst.seen.text.contains("A closure came late."))
        let held = try #require(try service.register.held(Case.self, key: "K1"))
        var late = held.record
        late.endedOn = Day(iso: "2018-07-10")
        var entry = Entry()
        entry.revise(late, version: held.version)
        let draft = ChangeDraft(actor: "test", purpose: "test", summary: "A late closure")
        try service.register.enter(entry, as: draft, at: Clock.now)
        try analyst.open(page)
        try analyst.send("\(page)/correction", ["reason": " "])
        #expect(analyst.seen.status == 422 && analyst.seen.text.contains("Enter what was not right"))
        try analyst.send("\(page)/correction", ["reason": "A closure came  late."])
        #expect(analyst.seen.status == 303)

        let records = try service.register.held(Publication.self).map(\.record)
        let second = try #require(records.first { $0.corrects == first.id })
        #expect(second.isWaiting && second.reason == "A closure came late." && second.period == first.period)
        let corrected = "\(Self.path)/\(second.id.text)"
        try analyst.open(corrected).expectSound(corrected)
        try commissioner.open(corrected)
        try commissioner.send("\(corrected)/approval", [:])
        #expect(commissioner.seen.status == 303)
        #expect(try commissioner.open(corrected).text.contains("What was not right"))
        let before = try commissioner.open(page).text
        #expect(before.contains("Corrected by") && before.contains(second.id.text))
        #expect(!before.contains("Make the correction"))
        let list = try commissioner.open(Self.path).text
        #expect(list.contains("corrected since") && list.contains("a correction"))
        let words = "Corrects \(first.id.text), issued"
        #expect(try analyst.open("\(corrected)/download/json").text.contains("\"correction\": \"\(words)"))
        #expect(try analyst.open("\(corrected)/download/csv").text.contains(words))
        #expect(try analyst.open("\(page)/download/csv").answer.bytes == issued)

        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv])
        let kept = try #require(try publications.publication(first.id.text))
        #expect(throws: IssuePublications.Refusal.self) { try publications.correct(kept, reason: "Again") }
        let period = try #require(first.period)
        #expect(try publications.make("key-information-quarterly", period).outcome == .kept(second.id.text))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `say what has changed since`() throws {
        let service = try TestedService()
        let publications = IssuePublications(try Keeper.shipped(service.register), formats: [.csv, .json])
        let day = try #require(Day(iso: "2019-06-30"))
        let id = try #require(try publications.makeDue(by: day).first { $0.schedule.id == "performance-public" }?.id)
        let kept = try #require(try publications.publication(id))
        let changes = try #require(try publications.changes(since: kept))
        #expect(changes.changes.isEmpty && changes.isReplayed && changes.isByOwnDefinitions)
    }
}

@Suite struct `A report for publication` {
    @Test func `has a page and every form`() throws {
        let service = try TestedService()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let asked = "/reports/performance?from=2018-01-01&to=2018-12-31&audience=public"
        let seen = try analyst.open(asked)
        #expect(seen.status == 200 && seen.text.contains("hidden and shown as c"))
        seen.expectSound(asked)
        let json = try analyst.open("\(asked)&format=json")
        #expect(json.text.contains("\"audience\": \"public\""))
    }
}
