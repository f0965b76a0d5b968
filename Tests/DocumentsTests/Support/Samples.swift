import Documents
import Report
import Testing
import Values

/// A site with everything an installation can set.
let sampleSite = Site(
    council: "Ambridge & Borchester",
    sections: [Link("Overview", Address("overview")), Link("Families", Address("families"))],
    notice: .init(tag: "Read only", words: "No sign-in yet: this service answers only this machine."),
    footer: [Link("Accessibility statement", Address("accessibility")), Link("Cookies", Address("cookies"))],
    styles: [Address("assets", "app.css")],
    printStyles: [Address("assets", "print.css")],
    icon: Address("assets", "icon.svg")
)

let sampleImprint = Imprint(
    definitions: "2026.1",
    made: "21 November 2026, 4:30pm",
    maker: "Robin Invented",
    council: "Ambridge County Council",
    completeness: "3 of 388 cases have no index child.",
    link: Address("reports", "key-information").with("known-at", "12").with("as-at", "2019-03-31")
)

extension Document {
    /// What it says, in any of its forms.
    var words: String {
        switch self {
        case .finished(let bytes): String(decoding: bytes, as: UTF8.self)
        case .sheets(let page): page.string
        case .workbook(let book):
            (book.lines + book.sheets.flatMap(\.rows).flatMap { $0.map { "\($0)" } }).joined(separator: "\n")
        }
    }
}

/// Three figures: a count, a share with all its parts, and one with nothing to measure.
func sampleAnswer() throws -> ReportAnswer {
    ReportAnswer(
        report: "key-information",
        title: "Key information",
        time: .asAt(try #require(Day(year: 2019, month: 3, day: 31))),
        knownAt: 12,
        figures: [
            Figure(
                id: "cases.opened",
                label: "Cases opened",
                unit: .count,
                value: 388,
                definition: "Cases started by the day."
            ),
            Figure(
                id: "home.now",
                label: "Children at home now",
                unit: .share,
                value: 353.0 / 388,
                share: Share(353, of: 388),
                low: 0.875,
                high: 0.9375,
                unknown: 2,
                definition: "Share of the cases opened whose child is not in care on the day.",
                members: [
                    Member(
                        record: .init(table: "cases", key: "C-1"),
                        standing: .counted,
                        because: "not in care on 31 March 2019"
                    ),
                    Member(
                        record: .init(table: "cases", key: "C-2"),
                        standing: .notCounted,
                        because: "in care from 4 March 2018"
                    ),
                    Member(
                        record: .init(table: "cases", key: "=C-3"),
                        standing: .unknown,
                        because: "the case has no index child"
                    ),
                ]
            ),
            Figure(
                id: "sdq.pre.mean",
                label: "Mean SDQ total at baseline",
                unit: .score,
                value: nil,
                definition: "Mean over the pairs."
            ),
        ],
        tables: [
            ReportTable(id: "staff", title: "Staff in post", columns: ["Role", "WTE"], rows: [["Therapist", "3.5"]])
        ]
    )
}
