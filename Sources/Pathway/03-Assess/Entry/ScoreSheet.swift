package import Values

/// A sheet of scores as it was typed from a paper form: by item number, each checked against the definition.
package struct ScoreSheet: Sendable {
    /// What is wrong with one score, in words for the form.
    package struct Problem: Error, Hashable, Sendable {
        /// The item, or the scale; nil for the sheet as a whole.
        package let entry: String?
        package let words: String
    }

    /// The scores that can be used, in the order of the sheet.
    package let scores: [(item: String, value: Decimal)]
    /// In the order of the sheet; empty where it can be saved.
    package let problems: [Problem]

    /// Reads what was typed under the names of items and scales; what was left empty was not answered.
    package init(_ typed: [String: String], of instrument: Instrument) {
        var scores: [(item: String, value: Decimal)] = []
        var problems: [Problem] = []
        for entry in instrument.entries {
            let text = typed[entry.name]?.filter { !$0.isWhitespace } ?? ""
            guard !text.isEmpty else { continue }
            if let value = Decimal(text), entry.accepts(value) {
                scores.append((entry.name, value))
            } else {
                problems.append(Problem(entry: entry.name, words: "\(entry.title) must be \(entry.rule)"))
            }
        }
        if problems.isEmpty { problems = ScoreSheet.problems(of: ItemScores(scores), in: instrument) }
        self.scores = scores
        self.problems = problems
    }

    /// The scores as scoring takes them.
    package var itemScores: ItemScores { ItemScores(scores) }

    /// A sheet without a score, and scales that do not come to what the items do.
    private static func problems(of scores: ItemScores, in instrument: Instrument) -> [Problem] {
        guard !scores.items.isEmpty else { return [Problem(entry: nil, words: "Enter at least one score")] }
        return instrument.scales.compactMap { scale in
            guard let given = scores[scale.id], let worked = Scoring.score(of: scale, from: scores) else { return nil }
            // What the publisher's system returns has fewer places than the exact mean.
            guard worked.rounded(places: Int(given.places)) != given.rounded(places: Int(given.places)) else {
                return nil
            }
            let words = "\(scale.title) must be what the scores of the items come to, or be left empty"
            return Problem(entry: scale.id, words: words)
        }
    }
}

/// One box of a sheet: an item, or a scale whose score comes ready made.
package struct SheetEntry: Hashable, Sendable {
    /// Name of the item or scale.
    package let name: String
    package let title: String
    /// The heading it stands under; nil for none.
    package let group: String?
    package let range: ClosedRange<Decimal>
    /// Decimal places a score may have.
    package let places: Int
    /// Whether it stands for the items' scores.
    package let isScale: Bool

    func accepts(_ value: Decimal) -> Bool {
        range.contains(value) && Int(value.places) <= places
    }

    /// `a whole number from 0 to 2`.
    package var rule: String {
        let numbers = "from \(range.lowerBound.plain) to \(range.upperBound.plain)"
        return places == 0 ? "a whole number \(numbers)" : "a number \(numbers), like 0.61"
    }
}

extension Instrument {
    /// The boxes of its sheet: every item, then the scales that can come without items.
    ///
    /// A total can always be entered instead of items, since many forms come back scored.
    package var entries: [SheetEntry] {
        let boxes = items.map { item in
            SheetEntry(
                name: item.name,
                title: item.title,
                group: item.group,
                range: item.low...item.high,
                places: item.places,
                isScale: false
            )
        }
        var named: Set<String> = []
        let totals = scales.compactMap { scale -> SheetEntry? in
            let isGiven = if case .given = scale.rule { true } else { false }
            guard isGiven || scale.id == "total", let range = scale.range, named.insert(scale.id).inserted else {
                return nil
            }
            return SheetEntry(
                name: scale.id,
                title: scale.title,
                group: nil,
                range: range,
                places: scale.wholeScores ? 0 : 3,
                isScale: true
            )
        }
        return boxes + totals
    }
}

extension Scale {
    /// Whether every score it can have is whole.
    var wholeScores: Bool {
        switch rule {
        case .given, .mean: false
        case .proratedSum: true
        case .gatedSum(let items, _): items.allSatisfy { $0.places == 0 }
        case .sum(let scales): scales.allSatisfy(\.wholeScores)
        }
    }
}
