import Actions
import Documents
import Records
import Refer
import Register
import Values

/// The weeks of a home: a row a bed, a column a week, in each cell a word and a link; names nobody.
struct BedGrid {
    private let view: HomeView
    private let start: Day
    /// Who it is for: what they may not open is written as words alone.
    private let reader: Reader
    private static let weeks = 12

    init(_ view: HomeView, from day: Day, for reader: Reader) {
        self.reader = reader
        self.view = view
        // The 1st of January 1970 was a Thursday; weeks begin on Mondays.
        let weekday = (Int(day.number) + 3) % 7
        start = day - (weekday + 7) % 7
    }

    func write(_ html: inout HTML) {
        let home = Address("homes", view.home.record.id.text)
        html.heading("Weeks")
        html.table(
            DataTable(
                caption: "Beds by week, the week beginning on the Monday",
                columns: [TableColumn("Bed")] + (0..<BedGrid.weeks).map { TableColumn((start + 7 * $0).short) },
                rows: view.calendar.beds.map { bed in
                    [CellContent.text(bed.name)] + (0..<BedGrid.weeks).map { cell(bed, start + 7 * $0) }
                },
                whenEmpty: "The home has no beds."
            )
        )
        html.links([
            Link("The twelve weeks before", home.with("from", (start - 7 * BedGrid.weeks).iso)),
            Link("The twelve weeks after", home.with("from", (start + 7 * BedGrid.weeks).iso)),
        ])
    }

    /// What becomes of the bed in a week: the stays in it, else what stands in the way, else that it is free.
    private func cell(_ bed: BedPlace, _ monday: Day) -> CellContent {
        let states = (0..<7).map { view.calendar.state(of: bed, on: monday + $0) }
        let stays = states.compactMap { state -> String? in
            if case .stay(let id) = state { return id }
            return nil
        }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard stays.isEmpty else { return .html(links(stays, free: states.count { $0 == .free })) }
        if states.contains(where: { if case .void = $0 { true } else { false } }) { return .text("Out of use") }
        if states.allSatisfy({ $0 == .none }) { return .text("No bed") }
        let free = states.count { $0 == .free }
        return .text(free == 7 ? "Free" : free == 0 ? "Turnaround" : "Free \(free) of 7")
    }

    private func links(_ stays: [String], free: Int) -> HTML {
        var html = HTML(for: reader)
        for (index, id) in stays.enumerated() {
            guard let stay = view.stay(id)?.record else { continue }
            if index > 0 { html.text(", ") }
            let words = stay.nights.state(asAt: view.day).label
            html.link(Link(words, Address("homes", view.home.record.id.text, "stays", id)), hidden: id)
        }
        if free > 0 { html.text(", \(free) free") }
        return html
    }
}
