package import Report
package import Values

/// What a document says about itself: by which definitions, when and by whom it was made, how complete the data are, and
/// where it can be made again.
package struct Imprint: Sendable {
    /// The version of the definitions: `2026.1`.
    package let definitions: String
    /// When it was made, as people read it: `21 November 2026, 4:30pm`.
    package let made: String
    /// Who made it: a name, or the account the program ran under.
    package let maker: String?
    /// Whose figures they are: the council's name.
    package let council: String?
    /// How complete the data are: `3 of 388 cases have no index child`.
    package let completeness: String?
    /// Which part of the register it is of: `Team: North`; nil is all of it.
    package let part: String?
    /// The page of the service that gives the same again, as known at the same change.
    package let link: Address?
    /// The command that gives the same again, where no page of the service does.
    package let command: String?
    /// What it puts right, and why: `Corrects PUB-1, issued 1 May 2026: a school was left out`.
    package var correction: String?

    package init(
        definitions: String,
        made: String,
        maker: String? = nil,
        council: String? = nil,
        completeness: String? = nil,
        part: String? = nil,
        link: Address? = nil,
        command: String? = nil
    ) {
        self.definitions = definitions
        self.made = made
        self.maker = maker
        self.council = council
        self.completeness = completeness
        self.part = part
        self.link = link
        self.command = command
    }

    /// The lines every document carries, first what it covers.
    package func lines(time: ReportAnswer.Time, knownAt: Int) -> [String] {
        lines(covers: time.words, knownAt: knownAt)
    }

    /// The page or the command that gives the same again.
    var again: String? { link?.text ?? command }

    /// The same, where what it covers is more than a day or a period, or no register was read.
    package func lines(covers words: String, knownAt: Int? = nil) -> [String] {
        [
            council,
            correction,
            words,
            part,
            knownAt.map { "Known at change \(NumberText.count($0))" },
            "Definitions version \(definitions)",
            "Made \(made)\(maker.map { " by \($0)" } ?? "")",
            completeness,
            again.map { "The same again: \($0)" },
        ].compactMap(\.self)
    }

    /// The same lines for the foot of a printed page.
    package func page(time: ReportAnswer.Time, knownAt: Int) -> PageImprint {
        PageImprint(lines: lines(time: time, knownAt: knownAt))
    }

    /// As a part of a JSON document.
    package func write(to json: inout JSONWriter) {
        json.key("imprint")
        json.object { json in
            json.field("council", council)
            if let correction { json.field("correction", correction) }
            json.field("definitions", definitions)
            json.field("made", made)
            json.field("made_by", maker)
            json.field("completeness", completeness)
            json.field("part", part)
            json.field("link", again)
        }
    }
}
