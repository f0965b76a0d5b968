package import Values

/// A report card for a period: its figures beside those of the period before.
package struct ReportCardAnswer: Sendable {
    /// A figure now and in the period before.
    package struct Entry: Sendable {
        package let figure: Figure
        package let before: Figure?
    }

    package struct Line: Sendable {
        package let title: String
        package let entries: [Entry]
        package let asksPartners: Bool
    }

    package let card: ReportCard
    package let filter: ReportFilter
    /// The period of the card.
    package let period: Period
    /// The days its figures count.
    package let days: Period
    /// The change number it stands on.
    package let knownAt: Int
    package let boxes: [(box: Scorecard.Box, lines: [Line])]

    /// Fills a card with the figures of a period and of the one before it.
    package init(
        _ card: ReportCard,
        filter: ReportFilter,
        period: Period,
        figures: ReportAnswer,
        before: ReportAnswer?
    ) {
        self.card = card
        self.filter = filter
        self.period = period
        days = card.days(period)
        knownAt = figures.knownAt
        let earlier = Dictionary((before?.figures ?? []).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        boxes = card.boxes.map { box in
            (
                box.box,
                box.lines.map { line in
                    let entries = line.figures.flatMap { pattern in
                        figures.figures.filter { pattern.matches($0.id) }
                            .map { Entry(figure: $0, before: earlier[$0.id]) }
                    }
                    return Line(title: line.title, entries: entries, asksPartners: line.asksPartners)
                }
            )
        }
    }

    package var question: ReportQuestion { .familySupport(during: days) }
}

extension ReportCard {
    /// The card's last whole period that had ended by a day, and the one before it.
    package func periods(endedBy day: Day) -> (now: Period, before: Period)? {
        let periods = cadence.periods(2, endedBy: day)
        guard let now = periods.last, let before = periods.first, periods.count == 2 else { return nil }
        return (now, before)
    }
}
