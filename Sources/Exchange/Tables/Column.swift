import Records
import Values

/// Reads the fields of one column of one file.
///
/// A class, since a copy of its parts for every field of every row would cost more than the reading.
final class Column {
    /// Position in the table.
    let position: Int
    let field: Field
    /// Position in the record set of the table it refers to.
    let parent: Int?
    private let codes: [String]
    private let isReference: Bool

    /// What became of a field.
    enum Outcome {
        case value(Cell)
        /// Taken, but not quite as it stands.
        case rounded(Cell, ExchangeRule, String)
        case refused(ExchangeRule, String)
    }

    /// The most characters a reference may have.
    static let longestReference = 100

    init(position: Int, table: Table) {
        self.position = position
        field = table.fields[position]
        parent = field.refersTo.flatMap { RecordSet.tableIndex(named: $0) }
        if case .code(let codes) = field.kind { self.codes = codes } else { codes = [] }
        isReference = field.isKey || field.refersTo != nil
    }

    /// Reads a field that is not empty; `range` is where its bytes lie without surrounding white space.
    func read(_ csv: CSVReader, _ csvField: CSVReader.Field, _ range: Range<Int>) -> Outcome {
        switch field.kind {
        case .text: readText(csv.bytes, range, csv.text(csvField))
        case .code: readCode(csv.text(csvField))
        case .day: readDay(csv.bytes, range)
        case .birthDate: readBirthDate(csv.text(csvField))
        case .integer: readInteger(csv.bytes[range])
        case .decimal: readDecimal(csv.bytes[range])
        case .money: readMoney(csv.bytes[range])
        case .boolean: readBoolean(csv.text(csvField))
        }
    }

    private func readText(_ bytes: [UInt8], _ range: Range<Int>, _ text: String) -> Outcome {
        for index in range where bytes[index] < 0x20 || bytes[index] == 0x7F {
            if isReference || ![0x09, 0x0A, 0x0D].contains(bytes[index]) {
                return .refused(.controlCharacter, "\(field.name) must not hold control characters")
            }
        }
        if isReference, range.count > Column.longestReference, text.count > Column.longestReference {
            return .refused(.textTooLong, "\(field.name) must be \(Column.longestReference) characters or fewer")
        }
        return .value(.text(text))
    }

    private func readCode(_ text: String) -> Outcome {
        guard codes.contains(text) else {
            return .refused(.unknownCode, "\(field.name) must be one of the codes of its list: \(listed)")
        }
        return .value(.text(text))
    }

    /// The codes of the list, cut short where there are many.
    private var listed: String {
        let shown = codes.prefix(24).joined(separator: ", ")
        return codes.count > 24 ? "\(shown) ..." : shown
    }

    private func readDay(_ bytes: [UInt8], _ range: Range<Int>) -> Outcome {
        let day = bytes.withUnsafeBufferPointer { Day(iso: $0[range]) }
        guard let day else {
            return .refused(.notADate, "\(field.name) must be a real date in the form YYYY-MM-DD, like 2019-01-31")
        }
        return .value(.day(day))
    }

    private func readBirthDate(_ text: String) -> Outcome {
        guard let date = BirthDate(iso: text) else {
            return .refused(
                .notADate,
                "\(field.name) must be a real date in the form YYYY-MM-DD, or as far as it is known: YYYY-MM or YYYY"
            )
        }
        return .value(.text(date.iso))
    }

    private func readInteger(_ bytes: ArraySlice<UInt8>) -> Outcome {
        let value = NumberText.read(bytes)?.value
        // Far beyond every count, and small enough that sums of many stay in range.
        guard let value, value.places == 0, value.digits.magnitude < 1_000_000_000_000 else {
            return .refused(.notAWholeNumber, "\(field.name) must be a whole number, like 5")
        }
        return .value(.integer(value.digits))
    }

    private func readDecimal(_ bytes: ArraySlice<UInt8>) -> Outcome {
        guard let reading = NumberText.read(bytes) else {
            return .refused(.notANumber, "\(field.name) must be a number, like 0.6")
        }
        let cell = Cell.decimal(reading.value)
        guard reading.isRounded else { return .value(cell) }
        return .rounded(cell, .numberRounded, "\(field.name) has more than 18 digits and is rounded")
    }

    private func readMoney(_ bytes: ArraySlice<UInt8>) -> Outcome {
        guard let reading = NumberText.read(bytes), let money = Column.money(reading.value),
            money.pence.magnitude < 100_000_000_000_000
        else {
            return .refused(.notAnAmount, "\(field.name) must be an amount in pounds, like 2950 or 2950.50")
        }
        let cell = Cell.integer(money.pence)
        guard reading.isRounded || reading.value.places > 2 else { return .value(cell) }
        return .rounded(cell, .penceRounded, "\(field.name) has fractions of a penny and is rounded to the penny")
    }

    /// To the penny, half away from zero; the way round `Money` is for the few that have more than two places.
    private static func money(_ pounds: Decimal) -> Money? {
        guard pounds.places <= 2, pounds.digits.magnitude < 10_000_000_000_000_000 else { return Money(pounds: pounds) }
        let hundredths: Int64 = pounds.places == 0 ? 100 : pounds.places == 1 ? 10 : 1
        return Money(pence: pounds.digits * hundredths)
    }

    /// The spellings of the Frictionless standard, version 1.
    private func readBoolean(_ text: String) -> Outcome {
        switch text {
        case "true", "True", "TRUE", "1": .value(.boolean(true))
        case "false", "False", "FALSE", "0": .value(.boolean(false))
        default: .refused(.notTrueOrFalse, "\(field.name) must be true or false")
        }
    }
}
