package import Records
package import Values

/// On what a family was nominated: the criteria set, the day, the change the register stood at, and the rows of evidence.
///
/// Written into the referral's presenting issues, after the criteria met, so that it can be shown later.
package struct NominationBasis: Hashable, Sendable {
    package let criteria: String
    package let version: String
    package let day: Day
    /// The change it was found at: asked as known then, the register gives the same evidence.
    package let change: Int
    /// The criteria met, by id, and the rows behind each as `table key`.
    package let evidence: [Met]

    package struct Met: Hashable, Sendable {
        package let criterion: String
        package let rows: [RowName]
    }

    /// A row of the register by its table and key.
    package struct RowName: Hashable, Sendable {
        package let table: String
        package let key: String

        package init(table: String, key: String) {
            self.table = table
            self.key = key
        }
    }

    /// What a family is nominated on.
    ///
    /// - Parameters:
    ///   - identification: what was found of the family.
    ///   - set: the criteria it was found by.
    ///   - snapshot: where it was found.
    ///   - day: the day it was found as at.
    ///   - naming: what each row of evidence is called: a referral is kept for longer than a partner's record, and must not
    ///     name it.
    package init(
        _ identification: Identification,
        of set: CriteriaSet,
        in snapshot: Snapshot,
        asAt day: Day,
        naming: (FactRow) -> RowName = { RowName(table: $0.table, key: $0.key) }
    ) {
        criteria = set.id
        version = set.version
        self.day = day
        change = snapshot.change
        evidence = set.criteria.indices.filter(identification.meets).map { index in
            let facts = identification.evidence(for: index).flatMap(\.facts)
            var seen: Set<Evidence.Fact> = []
            let rows = facts.filter { seen.insert($0).inserted }.map { snapshot.row(of: $0) }
            return Met(criterion: set.criteria[index].id, rows: rows.map(naming))
        }
    }
}

extension NominationBasis {
    private static let mark = "found by "

    /// `found by troubled-families-2012 version 1 as at 2026-03-31 known at 3 (education: events E1, events E2)`.
    ///
    /// Signs that part the text, and the semicolons that part presenting issues, are written as `%` and two digits.
    package var text: String {
        let parts = evidence.map { met in
            let rows = met.rows.map { "\(escaped($0.table)) \(escaped($0.key))" }
            return "\(escaped(met.criterion)): \(rows.joined(separator: ", "))"
        }
        return NominationBasis.mark
            + "\(escaped(criteria)) version \(escaped(version)) as at \(day.iso) known at \(change)"
            + " (\(parts.joined(separator: " | ")))"
    }

    /// Reads the basis out of a referral's presenting issues; nil where none is there.
    package init?(presentingIssues: String?) {
        let issues = Referral.issues(in: presentingIssues)
        guard let item = issues.last(where: { $0.hasPrefix(NominationBasis.mark) }), item.hasSuffix(")"),
            let open = item.firstIndex(of: "(")
        else { return nil }
        let words = item[..<open].split(separator: " ").map(String.init)
        guard words.count == 11, words[3] == "version", words[5...6] == ["as", "at"], words[8...9] == ["known", "at"],
            let day = Day(iso: words[7]), let change = Int(words[10])
        else { return nil }
        criteria = unescaped(words[2][...])
        version = unescaped(words[4][...])
        self.day = day
        self.change = change
        var met: [Met] = []
        for part in item[item.index(after: open)...].dropLast().split(separator: "|") {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let rows = part[part.index(after: colon)...].split(separator: ",").map { row in
                row.split(separator: " ", maxSplits: 1)
            }
            guard rows.allSatisfy({ $0.count == 2 }) else { return nil }
            met.append(
                Met(
                    criterion: unescaped(part[..<colon].drop { $0 == " " }),
                    rows: rows.map { RowName(table: unescaped($0[0]), key: unescaped($0[1].drop { $0 == " " })) }
                )
            )
        }
        evidence = met
    }

    /// What a referral's presenting issues say of a family nominated so: the criteria met, then this.
    package func presentingIssues(_ set: CriteriaSet) -> String {
        let labels = evidence.compactMap { met in set.criteria.first { $0.id == met.criterion }?.label }
        return (labels.map { $0.replacing(";", with: ",") } + [text]).joined(separator: "; ")
    }
}

private let parting: Set<UInt8> = Set("%;,|():".utf8).union([32])

private func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if parting.contains(byte) {
            bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
        let pair = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        if byte == UInt8(ascii: "%"), pair.count == 2 {
            bytes.append(UInt8(pair[0] * 16 + pair[1]))
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    while bytes.last == 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
