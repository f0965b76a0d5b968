import Actions
import Documents
import Records
import Values

/// What happened to a family, in words, newest first; contacts are summed by month so that they do not drown the rest.
struct FamilyTimeline {
    let entries: [Timeline.Entry]

    init(_ records: RecordSet, _ definitions: DefinitionsInForce) {
        let names = Dictionary(
            records.people.map { ($0.id, $0.forename ?? $0.fullName) },
            uniquingKeysWith: { first, _ in first }
        )
        let name = { (person: Identifier<Person>?) in person.flatMap { names[$0] } ?? "" }
        var entries: [Timeline.Entry] = []
        for item in records.referrals {
            entries.append(
                Timeline.Entry(
                    day: item.receivedOn,
                    kind: "Referral",
                    title: "Referral from \(item.source.label.lowercased())",
                    words:
                        "\(item.route.label). \(item.decision.label)\(item.decidedOn.map { " on \($0.long)" } ?? "")."
                )
            )
        }
        for item in records.cases {
            let programme = definitions.programmeTitle(item.programme)
            entries.append(Timeline.Entry(day: item.startedOn, kind: "Case", title: "\(programme) started"))
            if let ended = item.endedOn {
                let reason = item.endReason?.label ?? "no reason recorded"
                entries.append(Timeline.Entry(day: ended, kind: "Case", title: "\(programme) closed", words: reason))
            }
        }
        for item in records.placements {
            let who = name(item.personID)
            entries.append(Timeline.Entry(day: item.startedOn, kind: "Care", title: "\(who): \(item.type.label)"))
            if let ended = item.endedOn, item.reasonCeased != .x1 {
                let reason = item.reasonCeased?.label ?? "no reason recorded"
                entries.append(
                    Timeline.Entry(day: ended, kind: "Care", title: "\(who): placement ended", words: reason)
                )
            }
        }
        for item in records.events {
            let who = name(item.personID)
            entries.append(
                Timeline.Entry(
                    day: item.on,
                    kind: "Event",
                    title: item.kind.label + (who.isEmpty ? "" : ": \(who)"),
                    byline: "from \(item.source)",
                    words: item.proven.map { $0 ? "Proven." : "Not proven." }
                )
            )
        }
        for item in records.reviews {
            guard let held = item.heldOn else { continue }
            entries.append(Timeline.Entry(day: held, kind: "Review", title: "Review held", words: item.result?.label))
        }
        for item in records.goals {
            entries.append(Timeline.Entry(day: item.setOn, kind: "Goal", title: item.title, words: item.outcome.label))
        }
        self.entries = entries + FamilyTimeline.contacts(records.contacts)
    }

    private static func contacts(_ contacts: [Contact]) -> [Timeline.Entry] {
        Dictionary(grouping: contacts) { $0.on.year * 12 + $0.on.month }.values.compactMap { month in
            guard let last = month.map(\.on).max() else { return nil }
            let minutes = month.reduce(0) { $0 + ($1.minutes ?? 0) }
            let missed = month.count { $0.attendance == .didNotAttend }
            return Timeline.Entry(
                day: last,
                kind: "Contact",
                title: NumberText.plural(month.count, "contact", "contacts") + " this month",
                words: "\(NumberText.count(minutes)) minutes" + (missed > 0 ? ", \(missed) not attended" : "")
            )
        }.sorted { $0.day < $1.day }
    }
}
