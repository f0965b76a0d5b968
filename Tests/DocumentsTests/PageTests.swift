import Documents
import Report
import Testing
import Values

@Suite struct `A page` {
    private func page(_ page: Page) -> HTML {
        HTML.page(page, of: sampleSite) { html in
            html.heading("Cases")
            html.paragraph("Two cases.")
        }
    }

    @Test func `has one first-level heading, one main part and a way to skip to it`() {
        let tags = Tags(page(Page("Families", section: Address("families"))))
        #expect(tags.fault == nil)
        #expect(tags.all("h1").count == 1)
        #expect(tags.all("main", ["id": "main-content"]).count == 1)
        #expect(tags.all("a", ["href": "#main-content", "class": "govuk-skip-link"]).count == 1)
        #expect(tags.all("html", ["lang": "en-GB"]).count == 1)
        #expect(Set(tags.ids).count == tags.ids.count)
    }

    @Test func `names itself and the service in the tab, and says so when something is wrong`() {
        #expect(page(Page("Families")).string.contains("<title>Families - Homeward</title>"))
        #expect(
            page(Page("Families", title: "Families (page 2)")).string.contains("<title>Families (page 2) - Homeward")
        )
        let wrong = Page("Families", errors: [FormError("Enter a name", at: "field-name")])
        #expect(page(wrong).string.contains("<title>Error: Families - Homeward</title>"))
    }

    @Test func `marks the section it belongs to`() {
        let tags = Tags(page(Page("Families", section: Address("families"))))
        #expect(tags.all("a", ["aria-current": "true"]).map { $0.attributes["href"] } == ["/families"])
    }

    @Test func `tells one thing at a time: no banner beside errors`() {
        let banner = NotificationBanner(.success, "Saved")
        let saved = page(Page("Families", banner: banner)).string
        #expect(saved.contains("role=\"alert\"") && saved.contains("govuk-notification-banner--success"))
        let wrong = page(Page("Families", banner: banner, errors: [FormError("Enter a name")])).string
        #expect(wrong.contains("There is a problem") && !wrong.contains("govuk-notification-banner"))
    }

    @Test func `prints what it stands on`() throws {
        let time = ReportAnswer.Time.asAt(try #require(Day(year: 2026, month: 3, day: 31)))
        let html = page(Page("Families", imprint: sampleImprint.page(time: time, knownAt: 1204))).string
        for line in [
            "As at 31 March 2026", "Known at change 1,204", "Definitions version 2026.1", "Made 21 November 2026",
        ] {
            #expect(html.contains(line))
        }
    }

    @Test func `leads back up by breadcrumbs or to the page before`() {
        let crumbs = Page("F-1", way: .breadcrumbs([Link("Home", Address()), Link("Families", Address("families"))]))
        #expect(Tags(page(crumbs)).all("nav", ["aria-label": "Breadcrumb"]).count == 1)
        let back = Tags(page(Page("F-1", way: .back(Address("families")))))
        #expect(back.all("a", ["class": "govuk-back-link"]).map { $0.attributes["href"] } == ["/families"])
    }
}
