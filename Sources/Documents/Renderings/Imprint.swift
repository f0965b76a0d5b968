package import Report

/// What a document says about itself: by which definitions, when it was made, and how complete the data are.
package struct Imprint: Sendable {
    /// The version of the definitions: `2026.1`.
    package let definitions: String
    /// When it was made, as people read it: `21 November 2026, 4:30pm`.
    package let made: String
    /// Whose figures they are: the council's name.
    package let council: String?
    /// How complete the data are: `3 of 388 cases have no index child`.
    package let completeness: String?

    package init(definitions: String, made: String, council: String? = nil, completeness: String? = nil) {
        self.definitions = definitions
        self.made = made
        self.council = council
        self.completeness = completeness
    }

    /// The lines every document carries, first what it covers.
    package func lines(time: ReportAnswer.Time, knownAt: Int) -> [String] {
        [
            council,
            time.words,
            "Known at change \(NumberText.count(knownAt))",
            "Definitions version \(definitions)",
            "Made \(made)",
            completeness,
        ].compactMap(\.self)
    }

    /// The same lines for the foot of a printed page.
    package func page(time: ReportAnswer.Time, knownAt: Int) -> PageImprint {
        PageImprint(lines: lines(time: time, knownAt: knownAt))
    }
}
