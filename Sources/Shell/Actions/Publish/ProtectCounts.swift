package import Documents
import Foundation
package import Report
import Statistics
import Values

/// Counts of a file protected together, as they may be published, with an account of what was hidden.
package struct ProtectCounts: Sendable {
    /// What is wrong with a file of counts.
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let publications: [LinkedCounts]
    private let isList: Bool
    private let rules: DisclosureRules
    private let file: String

    /// Reads a file: one publication (`{"counts": [{"id", "value", "most"?, "known"?}], "sums": [{"total", "parts"}]}`) or
    /// a list of them, each protected by itself.
    package init(_ bytes: [UInt8], named file: String, by rules: DisclosureRules) throws {
        let data = Data(bytes)
        let isList = bytes.first { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 } == UInt8(ascii: "[")
        let written: [Written]
        do {
            let decoder = JSONDecoder()
            written =
                try isList ? decoder.decode([Written].self, from: data) : [decoder.decode(Written.self, from: data)]
        } catch {
            throw Refusal(
                description: "\(file) must hold counts with id and value, and sums with total and parts, as JSON."
            )
        }
        publications = try written.map { try $0.linked(file) }
        self.isList = isList
        self.rules = rules
        self.file = file.split(separator: "/").last.map(String.init) ?? file
    }

    private struct Written: Decodable {
        struct Count: Decodable {
            let id: String
            let value: Int
            let most: Int?
            let known: Bool?
        }

        struct Sum: Decodable {
            let total: String
            let parts: [String]
        }

        let counts: [Count]
        let sums: [Sum]?

        func linked(_ file: String) throws -> LinkedCounts {
            var linked = LinkedCounts()
            for count in counts {
                guard (0...1_000_000_000).contains(count.value) else {
                    throw Refusal(description: "\(file): a count must be 0 or more, and at most 1,000,000,000.")
                }
                let fate: LinkedCounts.Fate = count.known == true ? .known : .open
                let place = linked.add(count.id, count.value, of: count.most, fate: fate)
                guard place == linked.counts.count - 1 else {
                    throw Refusal(description: "\(file): two counts have one id.")
                }
            }
            for sum in sums ?? [] {
                let parts = sum.parts.compactMap(linked.place)
                guard let total = linked.place(sum.total), parts.count == sum.parts.count, !parts.isEmpty,
                    Set(parts).count == parts.count, !parts.contains(total),
                    linked.counts[total].value == parts.reduce(0, { $0 + linked.counts[$1].value })
                else {
                    throw Refusal(
                        description: "\(file): a sum must name counts of the file, and be the sum of its parts."
                    )
                }
                linked.link(total, isSumOf: parts)
            }
            return linked
        }
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        let all = Parts.map(publications.count, size: 1) { range in
            DisclosureControl(rules.policy).protect(publications[range.lowerBound])
        }
        return format.document(
            of: tables(all, imprint),
            csv: { csv(all, imprint) },
            json: { json(all, imprint) }
        )
    }

    private func tables(_ all: [Protection], _ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Counts for publication",
            lines: imprint.lines(covers: "The counts of \(file), for the days and as known when it was made"),
            findings: ["\(rules.title). \(rules.words)"],
            tables: all.enumerated().map { index, protection in
                let counts = protection.audit.counts.counts
                return ReportTable(
                    id: "counts-\(index + 1)",
                    title: all.count == 1 ? "Counts" : "Publication \(index + 1)",
                    columns: ["Count", "Published"],
                    rows: counts.indices.filter { counts[$0].fate != .implied }
                        .map { [counts[$0].id, protection.text($0)] }
                )
            }
        )
    }

    private func csv(_ all: [Protection], _ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: ["publication", "id", "published"], imprint: imprint)
        for (index, protection) in all.enumerated() {
            for (place, count) in protection.audit.counts.counts.enumerated() where count.fate != .implied {
                csv.append([.whole(index + 1), .words(count.id), .words(protection.text(place))])
            }
        }
        return csv.bytes
    }

    private func json(_ all: [Protection], _ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        if isList {
            json.array { json in for protection in all { write(protection, imprint, &json) } }
        } else {
            for protection in all { write(protection, imprint, &json) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ protection: Protection, _ imprint: Imprint, _ json: inout JSONWriter) {
        let account = protection.account
        json.object { json in
            json.field("withheld", protection.isWithheld)
            json.key("counts")
            json.array { json in
                for (place, count) in protection.audit.counts.counts.enumerated() where count.fate != .implied {
                    json.object { json in
                        json.field("id", count.id)
                        json.field("value", protection.published(place).value.map(rules.policy.rounded))
                        json.field("printed", protection.text(place))
                    }
                }
            }
            json.key("lost")
            write(account.lost, &json)
            json.key("next_smallest")
            write(account.nextSmallest, &json)
            imprint.write(to: &json)
        }
    }

    private func write(_ lost: DisclosureAccount.Lost, _ json: inout JSONWriter) {
        json.object { json in
            json.field("counts", lost.counts)
            json.field("sums", lost.sums)
            json.field("people", lost.people)
            json.field("unsafe", lost.unsafe)
        }
    }
}
