import Actions
import Documents
import Records
import Report
import Values

extension Pages {
    /// The last period of a measure told apart, with its funnel where it is a share.
    func breakdowns(
        _ document: BreakdownDocument?,
        _ dimension: Dimension,
        _ asked: AskedScorecard,
        _ history: MeasureHistory,
        _ html: inout HTML
    ) {
        html.heading("Told apart", id: "breakdown")
        guard let document else {
            html.paragraph("Only a count or a share of records can be told apart; this measure is neither.")
            return
        }
        let address = asked.opens(history.measure.id)
        html.subNavigation(
            Dimension.allCases.map { Link($0.title, address.with("by", $0.rawValue)) },
            current: address.with("by", dimension.rawValue),
            label: "What to tell apart by"
        )
        html.paragraph(document.finding)
        guard document.hasFunnel else {
            html.table(
                DataTable(
                    caption: document.title,
                    columns: document.columns.map { TableColumn($0) },
                    rows: document.rows.map { $0.map { .text($0) } }
                )
            )
            return
        }
        html.chart(
            Chart(
                "funnel",
                ChartWords(
                    headline: document.finding,
                    subtitle: "\(document.title), \(document.period.long)",
                    summary:
                        "Each group stands by its size and its share. Small groups vary more by chance: the limits are wider on the left. The numbers are those of the table.",
                    source: "The register, as known at change \(NumberText.count(document.knownAt))."
                ),
                document.funnel
            ),
            level: .three
        )
    }
}
