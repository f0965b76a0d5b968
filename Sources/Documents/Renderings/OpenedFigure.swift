package import Report

/// A figure with the records behind it, as `homeward explain` shows it.
package struct OpenedFigure: Sendable {
    package let answer: ReportAnswer
    package private(set) var figure: Figure

    /// Nil where the report has no figure of this id.
    package init?(_ id: String, of answer: ReportAnswer) {
        guard let figure = answer[id: id] else { return nil }
        self.answer = answer
        self.figure = figure
    }

    /// The same figure without the records that whoever opened it may not know of; the number stays as it is.
    package func without(_ isHidden: (RecordReference) -> Bool) -> OpenedFigure {
        var opened = self
        opened.figure = Figure(
            id: figure.id,
            label: figure.label,
            unit: figure.unit,
            value: figure.value,
            share: figure.share,
            quotient: figure.quotient,
            low: figure.low,
            high: figure.high,
            unknown: figure.unknown,
            definition: figure.definition,
            members: figure.members?.filter { !isHidden($0.record) }
        )
        return opened
    }

    /// The records behind the number; none where it was not opened.
    package var members: [Member] { figure.members ?? [] }

    /// The members of one standing, in the order they were found.
    package func members(_ standing: Member.Standing) -> [Member] {
        members.filter { $0.standing == standing }
    }

    /// The standings that occur, the counted first, with their members.
    package var groups: [(standing: Member.Standing, members: [Member])] {
        [Member.Standing.counted, .notCounted, .unknown]
            .map { ($0, members($0)) }
            .filter { !$0.1.isEmpty }
    }
}

extension Member.Standing {
    /// `Counted`, `In the denominator only`, `Not known`.
    package var heading: String {
        switch self {
        case .counted: "Counted"
        case .notCounted: "In the denominator only"
        case .unknown: "Not known"
        }
    }
}
