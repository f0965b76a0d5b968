import Documents
import Testing
import Values

@Suite struct `A table` {
    private let table = DataTable(
        caption: "Families <all>",
        columns: [
            TableColumn(
                "Family",
                sort: .init(current: .ascending, address: Address("families").with("sort", "-family"))
            ),
            TableColumn(
                "Opened",
                .date,
                sort: .init(current: nil, address: Address("families").with("sort", "opened"))
            ),
            .number("Children"),
            "State",
        ],
        rows: [[.link("F-1", Address("families", "F-1")), "2 Sep 2025", "3", .tag("Open", .green)]]
    )

    @Test func `has a caption, and every heading its scope`() {
        let html = HTML { $0.table(table) }
        let tags = Tags(html)
        #expect(tags.fault == nil)
        #expect(html.string.contains("Families &lt;all&gt;</caption>"))
        #expect(tags.all("th").count == 5)
        #expect(tags.all("th", ["scope": "col"]).count == 4)
        #expect(tags.all("th", ["scope": "row"]).count == 1)
    }

    @Test func `says how it is sorted and what its links do`() {
        let html = HTML { $0.table(table) }
        #expect(Tags(html).all("th").compactMap { $0.attributes["aria-sort"] } == ["ascending", "none"])
        #expect(html.string.contains("Family<span class=\"govuk-visually-hidden\">, sort descending</span>"))
        #expect(html.string.contains("Opened<span class=\"govuk-visually-hidden\">, sort ascending</span>"))
    }

    @Test func `aligns its numbers, and scrolls by itself where it is wide`() {
        let tags = Tags(HTML { $0.table(table) })
        #expect(tags.all("td", ["class": "govuk-table__cell govuk-table__cell--numeric"]).count == 1)
        #expect(tags.all("div", ["role": "region", "tabindex": "0"]).count == 1)
    }

    @Test func `says so where it is empty`() {
        let empty = DataTable(caption: "Problems", columns: ["File"], rows: [], whenEmpty: "No problems were found.")
        let html = HTML { $0.table(empty) }.string
        #expect(html.contains("No problems were found.") && !html.contains("<table"))
    }
}

@Suite struct `Other components` {
    @Test func `a timeline is newest first, and keeps the order within a day`() throws {
        let first = try #require(Day(year: 2024, month: 1, day: 1))
        let timeline = Timeline([
            .init(day: first, kind: "Case", title: "A"),
            .init(day: first + 2, kind: "Case", title: "B"),
            .init(day: first, kind: "Case", title: "C"),
            .init(day: first + 1, kind: "Case", title: "D"),
        ])
        #expect(timeline.entries.map(\.title) == ["B", "D", "A", "C"])
        #expect(
            Tags(HTML { $0.timeline(timeline) }).all("time").map { $0.attributes["datetime"] } == [
                "2024-01-03", "2024-01-02", "2024-01-01", "2024-01-01",
            ]
        )
    }

    @Test func `an empty value in a summary list says that it was not provided`() {
        let html = HTML { $0.summaryList([SummaryRow("Address", "", action: Link("Change", Address("change")))]) }
            .string
        #expect(html.contains("Not provided"))
        #expect(html.contains("Change<span class=\"govuk-visually-hidden\"> address</span>"))
    }

    @Test func `paging offers only pages that are there`() {
        let first = Tags(
            HTML { $0.pagination(Pagination(showing: "Showing 1 to 50 of 80", next: Address("families"))) }
        )
        #expect(first.all("a").map { $0.attributes["rel"] } == ["next"])
        #expect(Tags(HTML { $0.pagination(Pagination(showing: "Showing 1 to 5 of 5")) }).all("nav").isEmpty)
    }

    @Test func `a tile leads to its figure, and says its verdict in words`() {
        let tile = FigureTile(
            label: "At home",
            number: "91.0%",
            verdict: .improving,
            sparkline: Sparkline([0.8, nil, 0.9]),
            opens: Address("figures", "home.now")
        )
        let html = HTML { $0.tiles([tile]) }
        #expect(Tags(html).all("a", ["href": "/figures/home.now"]).count == 1)
        #expect(html.string.contains("<strong>Improving</strong>"))
        #expect(Tags(html).all("svg", ["aria-hidden": "true"]).count == 1)
    }

    @Test func `the current page of a sub navigation is marked`() {
        let links = [Link("Overview", Address("f")), Link("Timeline", Address("f", "timeline"))]
        let tags = Tags(HTML { $0.subNavigation(links, current: Address("f", "timeline"), label: "Family F-1") })
        #expect(tags.all("a", ["aria-current": "page"]).map { $0.attributes["href"] } == ["/f/timeline"])
    }
}
