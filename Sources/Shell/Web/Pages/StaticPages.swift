import Actions
import Documents

extension Pages {
    func accessibility() -> PageAnswer {
        page(Page("Accessibility statement", way: way(), isWide: false)) { html in
            html.paragraph("These pages are built to meet the Web Content Accessibility Guidelines 2.2 at level AA.")
            html.heading("How they were tested")
            html.bullets([
                "Every kind of page is checked with axe-core in a real browser at 1,280 and 320 pixels, each time the software is built.",
                "Every page works without JavaScript, and says the same.",
                "Charts stand beside a table of the same numbers and a sentence that says what they show.",
            ])
            html.heading("What is not known")
            html.bullets([
                "No test with a screen reader, voice control or a screen magnifier has been made yet.",
                "Documents printed from the pages have not been checked against PDF/UA.",
            ])
        }
    }

    func cookies() -> PageAnswer {
        let rows: [[CellContent]] =
            [
                [
                    .text(entrance.cookie.name),
                    .text("Knows that you have signed in. No page can be shown without it."),
                    .text("Until you sign out or close the browser"),
                ],
                [
                    .text(entrance.draftCookie.name),
                    .text("Opens, in this browser alone, a referral that somebody types by a partner’s link."),
                    .text(
                        "\(KeepDrafts.days) days after the referral was last saved, \(DraftCookie.confirmationMinutes) minutes after it was sent"
                    ),
                ],
            ] + providerCookie
        return page(Page("Cookies", way: way(), isWide: false)) { html in
            html.paragraph(
                "These pages ask nothing of any other site, and set no cookies but these, each only when it is needed."
            )
            html.table(
                DataTable(
                    caption: "Cookies",
                    columns: ["Name", "What it is for", "How long it is kept"],
                    rows: rows
                )
            )
        }
    }

    /// The cookie of signing in with the council's provider, where there is one.
    private var providerCookie: [[CellContent]] {
        guard let provider = entrance.provider else { return [] }
        return [
            [
                .text(entrance.providerCookie.name),
                .text("Knows, while you sign in with \(provider.settings.name), that it was you who began."),
                .text("Ten minutes at most, and only until you are signed in"),
            ]
        ]
    }
}
