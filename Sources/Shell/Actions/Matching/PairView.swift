import FoundationEssentials
import Identify
package import Linkage
package import Register
import Values

/// Two records side by side, what speaks for and against their being of one person, and what was said of them.
package struct PairView: Sendable {
    /// A field as both records have it.
    package struct Row: Sendable {
        package let label: String
        package let first: String?
        package let second: String?

        /// How the two values stand to one another, in words.
        package var agreement: String {
            guard let first, let second else {
                return first == nil && second == nil ? "Neither has it" : "Only one has it"
            }
            if first == second { return "The same" }
            return PairView.bare(first) == PairView.bare(second)
                ? "The same but for capitals, spaces or signs" : "Not the same"
        }
    }

    package let item: MatchReview.Item
    /// Where each record comes from, in words.
    package let titles: (first: String, second: String)
    package let rows: [Row]
    /// Steps to the match weight by what the records say, whatever was decided.
    package let waterfall: Waterfall?
    package let threshold: Double
    /// Whether matching takes them for one person now.
    package let areTogether: Bool
    /// Everything said of them, the latest first.
    package let decisions: [PairDecision]

    package init(_ item: MatchReview.Item, in kept: KeptMatching, _ register: Register) throws {
        let match = kept.match
        self.item = item
        titles = (PairView.title(item.pair.first, match), PairView.title(item.pair.second, match))
        let places = (match.sources.record(item.pair.first), match.sources.record(item.pair.second))
        let values = { (place: Int?, field: FeedField) in
            place.flatMap { match.sources.value(field, of: $0) }.map { PairView.shown($0, field) }
        }
        rows = FeedField.identity.map { field in
            Row(
                label: field.label.prefix(1).uppercased() + field.label.dropFirst(),
                first: values(places.0, field),
                second: values(places.1, field)
            )
        }
        .filter { $0.first != nil || $0.second != nil }
        threshold = match.linkage.model.threshold
        decisions = try register.decisions(of: item.pair)
        guard let left = places.0, let right = places.1 else {
            waterfall = nil
            areTogether = false
            return
        }
        waterfall = try match.linkage.reasons(left, right)
        areTogether = match.linkage.clusters[left] == match.linkage.clusters[right]
    }

    private static func title(_ name: RecordName, _ match: MatchPartners) -> String {
        if name.isOfRegister { return "Person \(name.id) of the register" }
        let feed = match.feeds.first { $0.id == name.source }?.title ?? name.source
        return "Record \(name.id) of \(feed)"
    }

    /// A value as people read it.
    private static func shown(_ value: String, _ field: FeedField) -> String {
        [.dob, .dateRecorded].contains(field) ? BirthDate(iso: value)?.long ?? value : value
    }

    /// A value without what does not tell people apart.
    private static func bare(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }
}
