import Exchange
import Records
import Values

/// Writes one partner's extract: who each record is about, as that partner has it, and what it says.
struct ExtractWriter {
    let feed: String
    let town: Town
    private let number: Int
    private var lines: [[String]] = []
    private var truth: [String: String] = [:]
    /// A person is the same throughout one extract.
    private var written: [Identifier<Person>: Slips.Written] = [:]
    private var references: [Identifier<Person>: String] = [:]

    init(_ feed: String, _ number: Int, _ town: Town) {
        self.feed = feed
        self.number = number
        self.town = town
    }

    var setting: Setting { town.setting }
    var until: Day { town.setting.until }

    /// Facts older than two years are not in extracts.
    var since: Day { until.adding(months: -24) + 1 }

    /// Numbers of this extract's own for one of its people.
    func numbers(_ person: Identifier<Person>) -> SeededGenerator {
        setting.stream(.extracts, number << 40 | Town.number(person.text))
    }

    /// A person as this partner has them.
    mutating func write(_ resident: Town.Resident) -> Slips.Written {
        let id = resident.person.id
        if let known = written[id] { return known }
        var slips = Slips(numbers(id))
        let result = slips.write(resident)
        written[id] = result
        return result
    }

    /// A new reference, for a record about this person.
    mutating func newReference(_ prefix: String, of person: Identifier<Person>) -> String {
        let digits = String(truth.count + 1)
        let text = prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        truth[text] = person.text
        return text
    }

    /// The person's reference, the same on each of their lines.
    mutating func reference(_ prefix: String, of person: Identifier<Person>) -> String {
        if let known = references[person] { return known }
        let text = newReference(prefix, of: person)
        references[person] = text
        return text
    }

    mutating func add(_ line: [String]) {
        lines.append(line)
    }

    /// The extract as CSV in UTF-8.
    func finish(_ header: [String]) -> Extract {
        var csv = CSVWriter()
        csv.row(header)
        for line in lines { csv.row(line) }
        return Extract(feed: feed, bytes: csv.bytes, truth: truth)
    }

    /// The same with semicolons, which no value has.
    func finishWithSemicolons(_ header: [String]) -> Extract {
        let rows = ([header] + lines).map { $0.map { $0.replacing(";", with: ",") }.joined(separator: ";") + "\n" }
        return Extract(feed: feed, bytes: Array(rows.joined().utf8), truth: truth)
    }
}

extension Extract {
    /// The same in windows-1252, where letters it does not have become question marks.
    var inWindows1252: Extract {
        let text = String(decoding: bytes, as: UTF8.self)
        let narrow = text.unicodeScalars.map { scalar -> UInt8 in
            scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value)
                ? UInt8(scalar.value) : UInt8(ascii: "?")
        }
        return Extract(feed: feed, bytes: narrow, truth: truth)
    }
}

extension Day {
    /// `31/01/2019`.
    var withSlashes: String { joined("/") }
    /// `31.01.2019`.
    var withPoints: String { joined(".") }
    /// `31-Jan-2019`, without a nought before the day.
    var withMonthName: String { "\(dayOfMonth)-\(Day.monthNames[month - 1].prefix(3))-\(year)" }

    private func joined(_ sign: String) -> String {
        let parts = iso.split(separator: "-")
        return "\(parts[2])\(sign)\(parts[1])\(sign)\(parts[0])"
    }
}
