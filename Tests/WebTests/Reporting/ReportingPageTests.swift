import Access
import Actions
import Records
import Register
import Report
import Testing
import Values
import Workshop

@testable import Web

/// Two providers, each with a case that has closed, and a quarter in which it did.
enum TwoProviders {
    static let quarter = "2018-09-30"

    static func service() throws -> TestedService {
        try TestedService { register, folder in
            var package = SmallPackage()
            package.families += "F2,Birch,ZZ9 8ZY\n"
            package.people += "P3,F2,Ola,Birch,2007-01-01,F,child,,\n"
            package.cases = """
                case_id,family_id,person_id,programme,organisation_id,team,tier,started_on,ended_on,end_reason
                K1,F1,P1,mst,O1,North,high,2018-04-10,2018-08-10,completed
                K2,F2,P3,mst,O2,South,low,2018-04-10,2018-08-12,disengaged

                """
            let path = try package.write(to: folder)
            try folder.write(
                "package/organisations.csv",
                "organisation_id,name,kind\nO1,Larch Trust,provider\nO2,Alder Council,local_authority\n"
            )
            try register.take([path])
        }
    }

    static let review = "/service-reviews/quarterly-service-review/O1"
    static let asked = "?as-at=2018-09-30"
    static let written = ["progress", "working-well", "difficulties", "feedback", "improvements", "benchmark"]

    /// Writes an item of the review as somebody.
    static func write(_ item: String, _ words: String, _ browser: TestedBrowser) throws {
        let page = "\(review)/parts\(asked)&part=\(item)"
        let seen = try browser.open(page)
        #expect(seen.status == 200)
        let version = seen.text.between("name=\"version\" value=\"", "\"").first ?? ""
        try browser.send(page, ["words": words, "version": version])
    }

    /// Has the review written and handed in by one person and signed off by another.
    static func sign(_ supervisor: TestedBrowser, _ commissioner: TestedBrowser) throws {
        for item in written { try write(item, "Words on \(item).", supervisor) }
        for (browser, step) in [(supervisor, "submission"), (commissioner, "signature")] {
            try browser.open(review + asked)
            try browser.send("\(review)/\(step)\(asked)", [:])
            #expect(browser.seen.status == 303)
        }
    }
}

@Suite struct `A service review` {
    @Test func `is written, handed in and signed off by somebody else`() throws {
        let service = try TwoProviders.service()
        let supervisor = try service.seat([Assignment(.supervisor, in: .provider("O1"))], named: "supervisor")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let page = TwoProviders.review + TwoProviders.asked
        let empty = try supervisor.open(page)
        empty.expectSound(page)
        #expect(empty.text.contains("6 items are still to be written"))
        #expect(empty.count("<h2") >= 10)
        try supervisor.send("\(TwoProviders.review)/submission\(TwoProviders.asked)", [:])
        #expect(supervisor.seen.status == 422 && supervisor.seen.text.contains("Write these first"))
        for item in TwoProviders.written { try TwoProviders.write(item, "Words on \(item).", supervisor) }
        #expect(supervisor.seen.status == 303)
        try TwoProviders.write("progress", "Better words.", supervisor)
        let part = try supervisor.open("\(TwoProviders.review)/parts\(TwoProviders.asked)&part=progress")
        #expect(part.text.contains("Better words.") && part.text.contains("Words on progress."))
        try supervisor.open(page)
        try supervisor.send("\(TwoProviders.review)/submission\(TwoProviders.asked)", [:])
        #expect(supervisor.seen.status == 303)
        try supervisor.open(page)
        try supervisor.send("\(TwoProviders.review)/signature\(TwoProviders.asked)", [:])
        #expect(supervisor.seen.status == 422)
        #expect(supervisor.seen.text.contains("Somebody else must sign off"))
        try commissioner.open(page)
        try commissioner.send("\(TwoProviders.review)/signature\(TwoProviders.asked)", [:])
        #expect(commissioner.seen.status == 303)
        let signed = try commissioner.open(page)
        #expect(signed.text.contains("signed off by") && !signed.text.contains("Write: "))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `keeps what was typed where somebody else was faster`() throws {
        let service = try TwoProviders.service()
        let one = try service.seat([Assignment(.supervisor, in: .provider("O1"))], named: "one")
        let other = try service.seat([Assignment(.commissioner)], named: "other")
        let page = "\(TwoProviders.review)/parts\(TwoProviders.asked)&part=progress"
        try one.open(page)
        try other.open(page)
        try one.send(page, ["words": "First.", "version": ""])
        try other.send(page, ["words": "Second.", "version": ""])
        #expect(other.seen.status == 422)
        #expect(other.seen.text.contains("Second.") && other.seen.text.contains("First."))
    }

    @Test func `is not for another provider, nor a practitioner`() throws {
        let service = try TwoProviders.service()
        let other = try service.seat([Assignment(.supervisor, in: .provider("O2"))], named: "other")
        let practitioner = try service.seat([Assignment(.practitioner, in: .provider("O1"))], named: "practitioner")
        #expect(try other.open(TwoProviders.review + TwoProviders.asked).status == 404)
        #expect(try practitioner.open(TwoProviders.review + TwoProviders.asked).status == 403)
        let list = try other.open("/service-reviews")
        #expect(list.text.contains("Alder Council") && !list.text.contains("Larch Trust"))
    }
}

@Suite struct `Records of a service` {
    private static let complaint = [
        "provider": "O1", "kind": "complaint", "source": "parent", "received-day": "3", "received-month": "9",
        "received-year": "2018", "words": "Nobody called back.",
    ]

    @Test func `are kept, and shown to those of the provider alone`() throws {
        let service = try TwoProviders.service()
        let mine = try service.seat([Assignment(.supervisor, in: .provider("O1"))], named: "mine")
        let other = try service.seat([Assignment(.supervisor, in: .provider("O2"))], named: "other")
        let auditor = try service.seat([Assignment(.auditor)], named: "auditor")
        let form = try mine.open("/service-records/complaints/new")
        form.expectSound("complaint form")
        #expect(form.text.contains("value=\"O1\"") && !form.text.contains("value=\"O2\""))
        try mine.send("/service-records/complaints", Self.complaint)
        #expect(mine.seen.status == 303)
        let held = try #require(try service.register.held(Complaint.self).first)
        #expect(held.record.words == "Nobody called back.")
        let page = "/service-records/complaints/\(held.record.id.text)"
        #expect(try auditor.open(page).text.contains("Nobody called back."))
        #expect(try other.open(page).status == 404)
        #expect(try !other.open("/service-records").text.contains(held.record.id.text))
        try mine.open(page)
        try mine.send(
            page,
            Self.complaint.merging([
                "version": "\(held.version)", "outcome": "upheld", "resolution": "Called the same day.",
            ]) { $1 }
        )
        #expect(mine.seen.status == 422 && mine.seen.text.contains("Enter the day on which it was resolved"))
        try other.open("/service-records/complaints/new")
        try other.send("/service-records/complaints", Self.complaint)
        #expect(other.seen.status == 422 && other.seen.text.contains("Select a provider"))
    }

    @Test func `a case study is told with consent and after a second person's review`() throws {
        let service = try TwoProviders.service()
        let author = try service.seat([Assignment(.supervisor, in: .provider("O1"))], named: "author")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let referrer = try service.seat([Assignment(.referrer)], named: "referrer")
        try author.open("/service-records/studies/new")
        let study = [
            "provider": "O1", "programme": "mst", "title": "Back at the table", "before": "Nights out.",
            "work": "One rule at a time.", "after": "In school.",
        ]
        try author.send("/service-records/studies", study)
        let held = try #require(try service.register.held(CaseStudy.self).first)
        let page = "/service-records/studies/\(held.record.id.text)"
        #expect(try !commissioner.open(page).text.contains("publish"))
        try author.open(page)
        try author.send(
            page,
            study.merging([
                "version": "\(held.version)", "consentedBy": "Parent", "consented-day": "1", "consented-month": "9",
                "consented-year": "2018",
            ]) { $1 }
        )
        #expect(author.seen.status == 303)
        try author.open(page)
        try author.send("\(page)/publication", [:])
        #expect(author.seen.status == 422 && author.seen.text.contains("Somebody else must review"))
        #expect(try !referrer.open("/you-said").text.contains("Back at the table"))
        try commissioner.open(page)
        try commissioner.send("\(page)/publication", [:])
        #expect(commissioner.seen.status == 303)
        let told = try referrer.open("/you-said")
        told.expectSound("you said")
        #expect(told.text.contains("Back at the table") && !told.text.contains(held.record.id.text))
        try commissioner.open(page)
        try commissioner.send("\(page)/withdrawal", [:])
        #expect(try !referrer.open("/you-said").text.contains("Back at the table"))
    }
}

@Suite struct `Report card pages` {
    @Test func `show the boxes, open each figure, and keep what people write`() throws {
        let service = try TwoProviders.service()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        for card in ["whole-pathway", "key-worker"] {
            let seen = try analyst.open("/report-cards/\(card)?as-at=2018-09-30")
            #expect(seen.status == 200)
            seen.expectSound(card)
            for question in ["How much did we do?", "How well did we do it?", "Is anyone better off?"] {
                #expect(seen.text.contains(question))
            }
        }
        let page = "/report-cards/whole-pathway?as-at=2018-09-30"
        let figures = try analyst.open(page).links.filter { $0.hasPrefix("/figures/family-support/") }
        #expect(figures.count > 20)
        for link in figures.prefix(12) { #expect(try analyst.open(link).status == 200, "\(link)") }
        try analyst.open("/report-cards/whole-pathway/parts/story?as-at=2018-09-30")
        try analyst.send(
            "/report-cards/whole-pathway/parts/story?as-at=2018-09-30",
            ["words": "More came from schools.", "version": ""]
        )
        #expect(analyst.seen.status == 303)
        #expect(try analyst.open(page).text.contains("More came from schools."))
        try analyst.send(
            "/report-cards/whole-pathway/actions?as-at=2018-09-30",
            ["what": "Ask the schools", "owner": "Head", "due-day": "1", "due-month": "12", "due-year": "2018"]
        )
        #expect(analyst.seen.status == 303)
        let action = try #require(try service.register.held(ReportAction.self).first)
        try analyst.open(page)
        try analyst.send("/report-actions/\(action.record.id.text)", [:])
        #expect(try service.register.held(ReportAction.self).first?.record.doneOn != nil)
    }

    @Test func `of a part of the register say which`() throws {
        let service = try TwoProviders.service()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let seen = try analyst.open("/report-cards/whole-pathway?as-at=2018-09-30&in-provider=O1")
        #expect(seen.status == 200 && seen.text.contains("Provider: Larch Trust"))
        let card = try analyst.open("/scorecards/family-support-2012/goals?as-at=2018-09-30&in-tier=high&by=provider")
        #expect(card.status == 200 && card.text.contains("Told apart"))
        card.expectSound("breakdown")
    }

    @Test func `distance travelled and the framework are there, and protected where they must be`() throws {
        let service = try TwoProviders.service()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let referrer = try service.seat([Assignment(.referrer)], named: "referrer")
        for page in ["/distance-travelled", "/frameworks", "/frameworks/family-outcomes?as-at=2018-09-30"] {
            let seen = try analyst.open(page)
            #expect(seen.status == 200)
            seen.expectSound(page)
        }
        let published = try referrer.open("/distance-travelled")
        #expect(published.status == 200 && published.text.contains("as it was published"))
        published.expectSound("published distance")
        let own = try analyst.open("/distance-travelled?audience=public")
        #expect(own.text.contains("for publication"))
        let year = "/distance-travelled?from=2018-01-01&to=2018-12-31"
        for asked in [year, "\(year)&audience=public"] {
            let json = try analyst.open("\(asked)&format=json").text
            #expect(json.contains("\"audience\": \"public\"") == asked.contains("audience"))
            #expect(json.contains("/distance-travelled?from=2018-01-01&to=2018-12-31&known-at="))
        }
        // Whoever sees no counts gets what was published and no file of today.
        #expect(try !referrer.open("\(year)&format=json").text.contains("\"audience\""))
        #expect(try referrer.open("/report-cards/whole-pathway").status == 403)
    }
}
