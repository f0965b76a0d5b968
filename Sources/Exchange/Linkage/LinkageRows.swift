import Linkage
import Values

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
            case .end: return .success(reader.part())
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
    /// Rows whose values are kept together.
    private static let batch = 64

    private let layout: LinkageLayout
    private let dates: [DateForm]
    private var gathered = LinkageRows.Part()
    /// The source of the row before.
    private var latest = 0
    /// The values of rows that are not kept yet, a batch of them for each field; they lie where they were read.
    private var waiting: [UnsafeBufferPointer<UInt8>]
    private var rows = 0

    init(_ layout: LinkageLayout, dates: [DateForm]) {
        self.layout = layout
        self.dates = dates
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        waiting = [UnsafeBufferPointer<UInt8>](repeating: none, count: layout.columns.count * PartReader.batch)
        guard layout.sourceColumn == nil else { return }
        gathered.names = [nil]
        gathered.chunks = [RawChunk(fields: layout.columns.count)]
    }

    /// All that was read, with its dates read as dates.
    mutating func part() -> LinkageRows.Part {
        keep()
        var part = gathered
        part.unreadDates = layout.columns.enumerated().map { field, column in
            guard column.isDate else { return 0 }
            return part.chunks.indices.reduce(0) { $0 + read(field, of: &part.chunks[$1]) }
        }
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
        for (field, column) in layout.columns.enumerated() {
            guard let place = column.place else { continue }
            waiting[field * PartReader.batch + rows] = row.field(place)
        }
        rows += 1
        if rows == PartReader.batch { keep() }
        return nil
    }

    /// Keeps the values that wait.
    private mutating func keep() {
        guard rows > 0 else { return }
        waiting.withUnsafeBufferPointer { waiting in
            for field in layout.columns.indices {
                let start = field * PartReader.batch
                gathered.chunks[latest].add(UnsafeBufferPointer(rebasing: waiting[start..<start + rows]), field: field)
            }
        }
        rows = 0
    }

    /// Reads the dates of a field, each way of writing one once; gives how many records have a value that is no date in any
    /// of the forms, or that stands for none.
    private func read(_ field: Int, of chunk: inout RawChunk) -> Int {
        chunk.read(field: field) { value in
            dates.contains(.iso) && DateForm.isPlain(value)
        } _: { value in
            DateForm.read(Array(value), as: dates).map { Array($0.iso.utf8) }
        }
    }

    private mutating func findSource(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        if latest < gathered.names.count, gathered.names[latest]?.elementsEqual(name) ?? false { return nil }
        keep()
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
