import Actions
import Exchange
import Identify
import Register
import Values

/// Feeds in words and as JSON.
enum FeedText {
    /// `school  School attendance  1,204 rows  ...`.
    static func line(_ status: FeedStatus) -> String {
        var parts = [status.id, status.title, "\(status.rows.grouped) \(status.rows == 1 ? "row" : "rows")"]
        if let latest = status.holding?.latest { parts.append("last extract \(latest.receivedOn.iso)") }
        if let feed = status.feed { parts.append("agreement to \(feed.agreement.expiresOn.iso)") }
        if status.feed?.isExample == true { parts.append("an example") }
        let attention = status.attention.map { "\n    \($0)" }.joined()
        return parts.joined(separator: "  ") + attention
    }

    static func lines(_ status: FeedStatus, _ extracts: [FeedExtract], _ deletions: [FeedDeletion]) -> [String] {
        var lines = [line(status)]
        if let feed = status.feed {
            lines += [
                "", "Owner          \(feed.owner)", "Agreement      \(feed.agreement.reference)",
                "Purpose        \(feed.agreement.purpose)", "Lawful basis   \(feed.agreement.lawfulBasis)",
                "Signed         \(feed.agreement.signedOn.iso)", "Expires        \(feed.agreement.expiresOn.iso)",
                "Rows are kept  \(feed.agreement.retentionMonths) months",
                "Permitted      \(permitted(feed).joined(separator: ", "))",
            ]
        }
        if !extracts.isEmpty { lines += ["", "Extracts, the latest first"] }
        lines += extracts.map { extract in
            let tally = extract.tally
            return """
                  \(extract.number)  \(extract.receivedOn.iso)  \(extract.actor)  \(extract.rows.grouped) records: \
                \(tally.new.grouped) new, \(tally.changed.grouped) changed, \(tally.same.grouped) the same, \
                \(tally.gone.grouped) gone
                """
        }
        if !deletions.isEmpty { lines += ["", "Deletions, the latest first"] }
        return lines + deletions.map { "  \(line($0))" }
    }

    static func permitted(_ feed: Feed) -> [String] {
        FeedField.allCases.filter(feed.agreement.fields.contains).map(\.label)
    }

    static func line(_ deletion: FeedDeletion) -> String {
        let note = deletion.note.map { ": \($0)" } ?? ""
        return """
            \(deletion.deletedOn.iso)  \(deletion.feed)  \(deletion.rows.grouped) \
            \(deletion.rows == 1 ? "row" : "rows")  \(deletion.reason.label)\(note)  (\(deletion.actor), digest \
            \(deletion.digest.prefix(12)))
            """
    }

    /// Which columns were not read, and why.
    static func notRead(_ reading: FeedReading) -> String {
        let outside = reading.notRead.filter { $0.reason == .outsideAgreement }.map(\.column)
        let unmapped = reading.notRead.filter { $0.reason == .notMapped }.map(\.column)
        var text = ""
        if !outside.isEmpty {
            text += "Not read, as the agreement does not permit them: \(outside.joined(separator: ", "))\n"
        }
        if !unmapped.isEmpty {
            text += "Not read, as the mapping does not have them: \(unmapped.joined(separator: ", "))\n"
        }
        return text
    }

    /// Says what was deleted.
    static func say(_ deletions: [FeedDeletion], as format: FeedFormatOption, whenNone words: String) {
        switch format {
        case .text:
            Output.result(deletions.isEmpty ? words : deletions.map(line).joined(separator: "\n"))
        case .json:
            var json = JSONWriter(indented: true)
            json.object { json in
                json.key("deletions")
                json.array { json in
                    for deletion in deletions { write(deletion, to: &json) }
                }
            }
            Output.result(json.text)
        }
    }

    // MARK: JSON

    static func write(_ status: FeedStatus, to json: inout JSONWriter) {
        json.object { write(members: status, to: &$0) }
    }

    static func write(
        _ status: FeedStatus,
        _ extracts: [FeedExtract],
        _ deletions: [FeedDeletion],
        to json: inout JSONWriter
    ) {
        json.object { json in
            write(members: status, to: &json)
            json.key("extracts")
            json.array { json in
                for extract in extracts { write(extract, to: &json) }
            }
            json.key("deletions")
            json.array { json in
                for deletion in deletions { write(deletion, to: &json) }
            }
        }
    }

    private static func write(members status: FeedStatus, to json: inout JSONWriter) {
        json.field("feed", status.id)
        json.field("title", status.title)
        json.field("example", status.feed?.isExample)
        json.field("owner", status.feed?.owner)
        json.field("kind", status.feed?.kind.rawValue)
        json.field("agreement", status.feed?.agreement.reference)
        json.field("purpose", status.feed?.agreement.purpose)
        json.field("lawful_basis", status.feed?.agreement.lawfulBasis)
        json.field("signed_on", status.feed?.agreement.signedOn.iso)
        json.field("expires_on", status.feed?.agreement.expiresOn.iso)
        json.field("retention_months", status.feed?.agreement.retentionMonths)
        let fields = status.feed.map { feed in FeedField.allCases.filter(feed.agreement.fields.contains) }
        json.field("fields", (fields ?? []).map(\.rawValue))
        json.field("rows", status.rows)
        json.field("last_extract", status.holding?.latest.receivedOn.iso)
        json.field("attention", status.attention)
    }

    private static func write(_ extract: FeedExtract, to json: inout JSONWriter) {
        json.object { json in
            json.field("number", extract.number)
            json.field("received_on", extract.receivedOn.iso)
            json.field("actor", extract.actor)
            json.field("change", extract.change)
            json.field("agreement", extract.agreement)
            json.field("rows", extract.rows)
            json.field("new", extract.tally.new)
            json.field("changed", extract.tally.changed)
            json.field("same", extract.tally.same)
            json.field("gone", extract.tally.gone)
            json.field("digest", extract.digest)
        }
    }

    private static func write(_ deletion: FeedDeletion, to json: inout JSONWriter) {
        json.object { json in
            json.field("feed", deletion.feed)
            json.field("deleted_on", deletion.deletedOn.iso)
            json.field("reason", deletion.reason.rawValue)
            json.field("note", deletion.note)
            json.field("rows", deletion.rows)
            json.field("digest", deletion.digest)
            json.field("actor", deletion.actor)
            json.field("change", deletion.change)
        }
    }
}
