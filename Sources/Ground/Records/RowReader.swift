package import Values

/// Reads a row's cells one after the other as the types of a record.
package struct RowReader {
    private let row: [Cell]
    private let table: Table
    private var next = 0

    package init(row: [Cell], table: Table) {
        self.row = row
        self.table = table
    }

    private mutating func take() -> Cell {
        next += 1
        return next <= row.count ? row[next - 1] : .missing
    }

    private func refuse(_ message: String) -> RecordRefusal {
        let field = next <= table.fields.count ? table.fields[next - 1].name : ""
        return RecordRefusal(field: field, message: "\(field) \(message)")
    }

    /// Read the value into a constant first: as an argument it would be read after this reader was copied.
    private func present<Value>(_ value: Value?) throws(RecordRefusal) -> Value {
        guard let value else { throw refuse("is missing") }
        return value
    }

    package mutating func optionalText() throws(RecordRefusal) -> String? {
        switch take() {
        case .missing: nil
        case .text(let text): text
        default: throw refuse("must be text")
        }
    }

    package mutating func text() throws(RecordRefusal) -> String {
        let value = try optionalText()
        return try present(value)
    }

    package mutating func optionalIdentifier<Subject>() throws(RecordRefusal) -> Identifier<Subject>? {
        try optionalText().map { Identifier($0) }
    }

    package mutating func identifier<Subject>() throws(RecordRefusal) -> Identifier<Subject> {
        Identifier(try text())
    }

    package mutating func optionalCode<Code: CodeList>() throws(RecordRefusal) -> Code? {
        guard let text = try optionalText() else { return nil }
        guard let code = Code(rawValue: text) else { throw refuse("is not one of the codes of its list") }
        return code
    }

    package mutating func code<Code: CodeList>() throws(RecordRefusal) -> Code {
        let value: Code? = try optionalCode()
        return try present(value)
    }

    package mutating func optionalDay() throws(RecordRefusal) -> Day? {
        switch take() {
        case .missing: nil
        case .day(let day): day
        default: throw refuse("must be a date")
        }
    }

    package mutating func day() throws(RecordRefusal) -> Day {
        let value = try optionalDay()
        return try present(value)
    }

    package mutating func optionalBirthDate() throws(RecordRefusal) -> BirthDate? {
        guard let text = try optionalText() else { return nil }
        guard let date = BirthDate(iso: text) else { throw refuse("must be a real date") }
        return date
    }

    package mutating func optionalInteger() throws(RecordRefusal) -> Int? {
        switch take() {
        case .missing: nil
        case .integer(let value): Int(value)
        default: throw refuse("must be a whole number")
        }
    }

    package mutating func integer() throws(RecordRefusal) -> Int {
        let value = try optionalInteger()
        return try present(value)
    }

    package mutating func optionalDecimal() throws(RecordRefusal) -> Decimal? {
        switch take() {
        case .missing: nil
        case .decimal(let value): value
        case .integer(let value): Decimal(Int(value))
        default: throw refuse("must be a number")
        }
    }

    package mutating func decimal() throws(RecordRefusal) -> Decimal {
        let value = try optionalDecimal()
        return try present(value)
    }

    /// Money is a whole number of pence in a row.
    package mutating func optionalMoney() throws(RecordRefusal) -> Money? {
        try optionalInteger().map { Money(pence: Int64($0)) }
    }

    package mutating func money() throws(RecordRefusal) -> Money {
        let value = try optionalMoney()
        return try present(value)
    }

    package mutating func boolean() throws(RecordRefusal) -> Bool {
        let value = try optionalBoolean()
        return try present(value)
    }

    package mutating func optionalBoolean() throws(RecordRefusal) -> Bool? {
        switch take() {
        case .missing: nil
        case .boolean(let value): value
        default: throw refuse("must be true or false")
        }
    }
}

/// Writes a record's fields one after the other as cells.
package struct RowWriter {
    package var row: [Cell] = []

    package init() {}

    package mutating func append(_ text: String?) {
        row.append(text.map { .text($0) } ?? .missing)
    }

    package mutating func append<Subject>(_ identifier: Identifier<Subject>?) {
        append(identifier?.text)
    }

    package mutating func append<Code: CodeList>(_ code: Code?) {
        append(code?.rawValue)
    }

    package mutating func append(_ day: Day?) {
        row.append(day.map { .day($0) } ?? .missing)
    }

    package mutating func append(_ date: BirthDate?) {
        append(date?.iso)
    }

    package mutating func append(_ value: Int?) {
        row.append(value.map { .integer(Int64($0)) } ?? .missing)
    }

    package mutating func append(_ value: Decimal?) {
        row.append(value.map { .decimal($0) } ?? .missing)
    }

    package mutating func append(_ money: Money?) {
        row.append(money.map { .integer($0.pence) } ?? .missing)
    }

    package mutating func append(_ value: Bool?) {
        row.append(value.map { .boolean($0) } ?? .missing)
    }
}
