import Actions
import Documents
import Report

extension HTML {
    /// The card at a glance, in two rows of two: how much and how well above, better off and cost below.
    mutating func cardGrid(_ document: ReportCardDocument, opens: (ReportCardAnswer.Entry) -> Address) {
        quadrants(
            document.answer.boxes.map { box in
                Quadrant(
                    id: "glance-\(box.box.rawValue)",
                    title: box.box.title,
                    lines: box.lines.map { line in
                        let first = line.entries.count == 1 ? line.entries.first.map(opens) : nil
                        return .init(title: line.title, value: document.headline(line), opens: first)
                    },
                    below: Link(
                        "Every figure: \(box.box.title.lowercasedFirst)",
                        Address(place: "box-\(box.box.rawValue)")
                    )
                )
            }
        )
    }
}
