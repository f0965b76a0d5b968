import Linkage

/// The rows below the header.
struct LinkageRows: @unchecked Sendable {
    /// Records of a part of the file.
    struct Part: Sendable {
        /// What the records of each chunk come from; nil for the file's own source.
        var names: [[UInt8]?] = []
        var chunks: [RawChunk] = []
        /// Values of each field that were to be dates and are none.
        var unreadDates: [Int] = []
    }

    struct Fault: Error {
        let position: Int
        let reason: String
    }

    // Only read, and for as long as the file's bytes are there.
    private let text: UnsafeBufferPointer<UInt8>
    private let layout: LinkageLayout
    private let dates: [DateForm]

    init(_ text: UnsafeBufferPointer<UInt8>, layout: LinkageLayout, dates: [DateForm]) {
        self.text = text
        self.layout = layout
        self.dates = dates
    }

    func part(_ range: Range<Int>) -> Result<Part, Fault> {
        if let place = TextEncoding.firstFault(in: UnsafeBufferPointer(rebasing: text[range])) {
            let isZero = text[range.lowerBound + place] == 0
            let reason =
                isZero
                ? "there is a byte of value 0, which no text has; export the file again"
                : "the text is not UTF-8; save the file as CSV UTF-8, or give encoding: windows-1252 in a mapping"
            return .failure(Fault(position: range.lowerBound + place, reason: reason))
        }
        var scanner = RowScanner(UnsafeBufferPointer(rebasing: text[..<range.upperBound]), at: range.lowerBound)
        var reader = PartReader(layout, dates: dates)
        while true {
            switch scanner.next() {
            case .end: return .success(reader.part)
            case .unclosed:
                let reason = "a quotation mark is opened and never closed; close it"
                return .failure(Fault(position: scanner.rowStart, reason: reason))
            case .row:
                if let reason = reader.refusal(of: scanner) {
                    return .failure(Fault(position: scanner.rowStart, reason: reason))
                }
            }
        }
    }

    /// The lines of records with this id, from one source where rows say what they come from.
    func lines(ofID id: [UInt8], source: [UInt8]) -> [Int] {
        var lines: [Int] = []
        var scanner = RowScanner(text, at: layout.start)
        while case .row = scanner.next() {
            guard scanner.count == layout.width, scanner.plainField(layout.recordID) == id else { continue }
            if let column = layout.sourceColumn, !scanner.field(column).elementsEqual(source) { continue }
            lines.append(LinkageText.line(of: scanner.rowStart, in: text))
        }
        return lines
    }
}

/// Takes the rows of a part one after the other.
private struct PartReader {
    private let layout: LinkageLayout
    private let fields: [Field]
    private var dates: [DatesRead]
    private var gathered = LinkageRows.Part()
    /// The source of the row before.
    private var latest = 0

    /// Where the values of a field are, if anywhere.
    private struct Field {
        let place: Int?
        let isDate: Bool
    }

    init(_ layout: LinkageLayout, dates forms: [DateForm]) {
        self.layout = layout
        fields = layout.columns.map { Field(place: $0.place, isDate: $0.isDate) }
        dates = layout.columns.map { _ in DatesRead(forms) }
        guard layout.sourceColumn == nil else { return }
        gathered.names = [nil]
        gathered.chunks = [RawChunk(fields: layout.columns.count)]
    }

    var part: LinkageRows.Part {
        var part = gathered
        part.unreadDates = dates.map(\.unread)
        return part
    }

    /// Takes a row; says why where it cannot be taken.
    mutating func refusal(of row: RowScanner) -> String? {
        guard row.count == layout.width else {
            return "the row has \(row.count) fields and the header \(layout.width); give it as many"
        }
        if let column = layout.sourceColumn, let refusal = findSource(row.field(column)) { return refusal }
        guard !row.field(layout.recordID).isEmpty else { return "the row has no record id; give it one" }
        if row.hasDoubledQuotes(layout.recordID) {
            row.plainField(layout.recordID).withUnsafeBufferPointer { gathered.chunks[latest].add(recordID: $0) }
        } else {
            gathered.chunks[latest].add(recordID: row.field(layout.recordID))
        }
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        for (field, column) in fields.enumerated() {
            let value = column.place.map { row.field($0) } ?? none
            guard column.isDate else {
                gathered.chunks[latest].add(value, field: field)
                continue
            }
            let date = dates[field].iso(value) ?? []
            date.withUnsafeBufferPointer { gathered.chunks[latest].add($0, field: field) }
        }
        return nil
    }

    private mutating func findSource(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        if latest < gathered.names.count, gathered.names[latest]?.elementsEqual(name) ?? false { return nil }
        if let place = gathered.names.firstIndex(where: { $0?.elementsEqual(name) ?? false }) {
            latest = place
            return nil
        }
        if name.isEmpty { return "the row does not say what it comes from; fill in the column of sources" }
        if name.contains(UInt8(ascii: "/")) { return "what the row comes from must not have a / in it" }
        latest = gathered.names.count
        gathered.names.append(Array(name))
        gathered.chunks.append(RawChunk(fields: layout.columns.count))
        return nil
    }
}
