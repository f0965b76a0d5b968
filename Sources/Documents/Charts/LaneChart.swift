package import Values

/// What ran when, by date: cases, placements and the events between them, one lane each (a family's page).
package struct LaneChart: ChartPicture {
    package struct Lane: Sendable {
        package let name: String
        package let spans: [Span]
        package let events: [Event]

        package init(_ name: String, spans: [Span] = [], events: [Event] = []) {
            self.name = name
            self.spans = spans
            self.events = events
        }
    }

    /// Something that lasted; without an end it goes on.
    package struct Span: Sendable {
        package let nights: Nights
        package let kind: Kind
        package let words: String

        package init(_ nights: Nights, _ kind: Kind, words: String) {
            self.nights = nights
            self.kind = kind
            self.words = words
        }
    }

    /// Something that happened on a day.
    package struct Event: Sendable {
        package let day: Day
        package let kind: Kind
        package let words: String

        package init(_ day: Day, _ kind: Kind, words: String) {
            self.day = day
            self.kind = kind
            self.words = words
        }
    }

    /// What a bar or a mark stands for, as the key says it.
    package struct Kind: Sendable, Hashable {
        package let name: String
        package let colour: Colour
        package let marker: Marker

        package init(_ name: String, _ colour: Colour, _ marker: Marker = .circle) {
            self.name = name
            self.colour = colour
            self.marker = marker
        }
    }

    package let lanes: [Lane]
    /// The days shown, both included; what lies outside is cut off.
    package let period: Period

    package init(_ lanes: [Lane], period: Period) {
        self.lanes = lanes
        self.period = period
    }

    package func drawing() -> Drawing {
        let key = Key(keyItems)
        let layout = LaneLayout(lanes, period: period, top: key.height + 4)
        var drawing = Drawing(width: chartWidth, height: layout.bottom + lineHeight + 10)
        key.draw(in: &drawing)
        layout.drawAxis(in: &drawing)
        layout.drawLanes(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: ["Lane", "What", .date("From"), .date("To")],
            rows: lanes.flatMap { lane in
                let rows: [(day: Day, cells: [CellContent])] =
                    lane.spans.map { ($0.nights.from, cells($0, of: lane)) }
                    + lane.events.map { event in
                        let what = "\(event.kind.name): \(event.words)"
                        return (
                            event.day, [.text(lane.name), .text(what), .text(event.day.short), .text("same day")]
                        )
                    }
                return rows.sorted { $0.day < $1.day }.map(\.cells)
            }
        )
    }

    private func cells(_ span: Span, of lane: Lane) -> [CellContent] {
        [
            .text(lane.name),
            .text("\(span.kind.name): \(span.words)"),
            .text(span.nights.from.short),
            .text(span.nights.until?.short ?? "goes on"),
        ]
    }

    /// Each kind once, spans before events, in the order they are met.
    private var keyItems: [Key.Item] {
        var seen: Set<Kind> = []
        let spans = lanes.flatMap(\.spans).map(\.kind).filter { seen.insert($0).inserted }
        seen = []
        let events = lanes.flatMap(\.events).map(\.kind).filter { seen.insert($0).inserted }
        return spans.map { Key.Item(sign: .fill($0.colour), words: $0.name) }
            + events.map { Key.Item(sign: .mark($0.marker, $0.colour), words: $0.name) }
    }
}
