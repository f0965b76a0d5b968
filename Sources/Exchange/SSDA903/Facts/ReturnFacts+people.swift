import Records
import Values

extension ReturnFacts {
    /// Adds a person for every row of the header; the children it names, those whose row is refused included.
    mutating func addPeople(_ rows: [ReturnRow]) -> Set<String> {
        var first: [String: ReturnRow] = [:]
        for row in rows {
            guard let child = child(of: row, .header) else { continue }
            if let earlier = first[child] {
                report(row, .header, "CHILD", rule: "INT32", blocks: true, row.repeats(earlier, "The child"))
                continue
            }
            first[child] = row
            addPerson(child, row)
        }
        return Set(first.keys)
    }

    private mutating func addPerson(_ child: String, _ row: ReturnRow) {
        let birth = Dated(row.value(2))
        let sex = ReturnCodes.sex(row.value(1))
        let ethnicity = Ethnicity(rawValue: row.value(3))
        if birth == .unreal {
            return report(row, .header, "DOB", rule: "102", blocks: true, "DOB must be a real date, like 27/03/2008")
        }
        if birth == .blank {
            report(row, .header, "DOB", rule: "102", blocks: false, "DOB is missing: give the child's date of birth")
        }
        if sex == nil {
            let message = "SEX must be 1 or 2, from the collection of 2025 M, F or U; it is imported as missing"
            report(row, .header, "SEX", rule: "101", blocks: false, message)
        }
        if ethnicity == nil {
            let message = "ETHNIC must be a code of the return, such as WBRI or NOBT; it is imported as missing"
            report(row, .header, "ETHNIC", rule: "103", blocks: false, message)
        }
        records.people.append(
            Person(
                id: Identifier(child),
                birth: birth.real.map { BirthDate($0) },
                sex: sex,
                ethnicity: ethnicity,
                role: .child,
                upn: upn(row),
                childID: child
            )
        )
        note(row, in: Person.table)
    }

    /// The unique pupil number where it has the shape of one; a code for an unknown one is none.
    private mutating func upn(_ row: ReturnRow) -> String? {
        let text = row.value(4)
        switch UPN(text) {
        case .number: return text
        case .unknown: return nil
        case .blank:
            report(
                row,
                .header,
                "UPN",
                rule: "442",
                blocks: false,
                "UPN is missing: give it, or UN1 to UN5 for why not"
            )
        case .other:
            let message = "UPN must be a letter (not I, O or S) and 12 digits, or UN1 to UN5; it is imported as missing"
            report(row, .header, "UPN", rule: "168", blocks: false, message)
        }
        return nil
    }
}

/// What a value of UPN is: `A` to `Z` without I, O and S, 11 digits, and a digit or a letter; UN1 to UN5 where unknown.
enum UPN {
    case number, unknown, blank, other

    init(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.isEmpty {
            self = .blank
        } else if bytes.count == 3, bytes.starts(with: "UN".utf8), ("1"..."5").contains(text.suffix(1)) {
            self = .unknown
        } else if bytes.count == 13, Self.isLetter(bytes[0]), !"IOS".utf8.contains(bytes[0]),
            bytes[1..<12].allSatisfy(Self.isDigit), Self.isDigit(bytes[12]) || Self.isLetter(bytes[12])
        {
            self = .number
        } else {
            self = .other
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension ReturnRow {
    /// That this row repeats an earlier one, and where that is.
    func repeats(_ earlier: ReturnRow, _ subject: String) -> String {
        let place = earlier.file == file ? "line \(earlier.line)" : "line \(earlier.line) of \(earlier.file)"
        return values == earlier.values
            ? "\(subject) is here and, with the same values, on \(place): leave one of the two"
            : "\(subject) is here and, with other values, on \(place): leave the one that is right"
    }
}
