import Identify
import Records

/// Which columns of one file are read for a feed: those that are mapped and that the agreement permits, and no others.
struct FeedPlan {
    struct DateColumn {
        var place: Int
        var name: String
        var format: DateFormat
    }

    struct CodeColumn<Code: CodeList> {
        var fixed: Code?
        var place: Int
        var name: String
        var values: [String: Code]
        var passesOthersOver: Bool
    }

    struct FlagColumn {
        var place: Int
        var words: FlagMapping
    }

    enum Fact {
        case event(CodeColumn<EventKind>, on: DateColumn, proven: FlagColumn?, reference: Int?)
        case attendance(from: DateColumn, to: DateColumn, sessions: [(place: Int, name: String)])
        case work(CodeColumn<WorkState>, benefit: Int?, from: DateColumn, to: DateColumn?)
    }

    private(set) var recordID: (place: Int, name: String) = (0, "")
    private(set) var identity: [(field: FeedField, column: DateColumn)] = []
    private(set) var facts: [Fact] = []
    /// Columns that are mapped and that the file does not have.
    private(set) var missing: [String] = []
    /// Columns that are read and stand in the file more than once.
    private(set) var doubled: [String] = []
    private(set) var notRead: [ColumnNotRead] = []

    private let header: [String]
    private let places: [String: Int]
    private let permitted: Set<FeedField>
    private let optional: Set<String>
    private var used: Set<Int> = []
    private var outside: Set<Int> = []

    /// - Parameters:
    ///   - mapping: which column is which field.
    ///   - permitted: the fields of the agreement.
    ///   - header: the file's column names.
    ///   - optional: columns that may be missing; their values are then missing too.
    init(_ mapping: FeedMapping, permitted: Set<FeedField>, header: [String], optional: Set<String> = []) {
        self.header = header
        self.permitted = permitted
        self.optional = optional
        places = Dictionary(
            header.enumerated().map { (FeedPlan.key($1), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        recordID = (find(mapping.recordID) ?? 0, mapping.recordID)
        for column in mapping.columns {
            guard permits(column.field, [column.column.name]), let found = dates(column.column) else { continue }
            identity.append((column.field, found))
        }
        for fact in mapping.facts { add(fact) }
        list()
    }

    /// Whether the file has any of the columns that are looked for.
    var knowsAny: Bool { !used.isEmpty || !outside.isEmpty }

    private static func key(_ name: String) -> String { name.lowercased() }

    private mutating func find(_ name: String) -> Int? {
        guard let place = places[FeedPlan.key(name)] else {
            if !optional.contains(name), !missing.contains(name) { missing.append(name) }
            return nil
        }
        used.insert(place)
        return place
    }

    private mutating func dates(_ column: DatedColumn) -> DateColumn? {
        find(column.name).map { DateColumn(place: $0, name: column.name, format: column.dates) }
    }

    /// Whether the agreement permits the field; where it does not, its columns are noted and never looked at.
    private mutating func permits(_ field: FeedField, _ columns: [String]) -> Bool {
        if permitted.contains(field) { return true }
        outside.formUnion(columns.compactMap { places[FeedPlan.key($0)] })
        return false
    }

    private mutating func add(_ fact: FactMapping) {
        switch fact {
        case .event(let event):
            guard permits(.event, event.columns) else { return }
            let kind = code(event.kind)
            let on = dates(event.on)
            var proven: FlagColumn?
            if let words = event.proven, permits(.eventProven, [words.column]) {
                proven = find(words.column).map { FlagColumn(place: $0, words: words) }
            }
            let reference = optionalText(event.reference, .eventReference)
            if let kind, let on { facts.append(.event(kind, on: on, proven: proven, reference: reference)) }
        case .attendance(let attendance):
            guard permits(.attendance, attendance.columns) else { return }
            let from = dates(attendance.from)
            let to = dates(attendance.to)
            let names = [attendance.possible, attendance.authorised, attendance.unauthorised]
            let sessions = names.compactMap { name in find(name).map { (place: $0, name: name) } }
            guard let from, let to, sessions.count == names.count else { return }
            facts.append(.attendance(from: from, to: to, sessions: sessions))
        case .work(let work):
            guard permits(.workStatus, work.columns) else { return }
            let status = code(work.status)
            let benefit = optionalText(work.benefit, .benefit)
            let from = dates(work.from)
            let to = work.to.flatMap { dates($0) }
            if let status, let from { facts.append(.work(status, benefit: benefit, from: from, to: to)) }
        }
    }

    private mutating func optionalText(_ column: String?, _ field: FeedField) -> Int? {
        guard let column, permits(field, [column]) else { return nil }
        return find(column)
    }

    private mutating func code<Code>(_ mapping: CodeMapping<Code>) -> CodeColumn<Code>? {
        switch mapping {
        case .always(let code):
            return CodeColumn(fixed: code, place: 0, name: "", values: [:], passesOthersOver: false)
        case .by(let column, let values, let passesOver):
            return find(column).map {
                CodeColumn(fixed: nil, place: $0, name: column, values: values, passesOthersOver: passesOver)
            }
        }
    }

    /// Lists what is not read, and what is read but stands twice.
    private mutating func list() {
        var seen: Set<String> = []
        for (place, name) in header.enumerated() {
            let isFirst = seen.insert(FeedPlan.key(name)).inserted
            let first = places[FeedPlan.key(name)] ?? place
            if !isFirst, used.contains(first) { doubled.append(name) }
            guard isFirst, !used.contains(place) else { continue }
            let reason: ColumnNotRead.Reason = outside.contains(place) ? .outsideAgreement : .notMapped
            notRead.append(ColumnNotRead(column: Header.shown(name), reason: reason))
        }
    }
}

extension EventMapping {
    fileprivate var columns: [String] {
        kind.columns + [on.name] + [proven?.column, reference].compactMap(\.self)
    }
}

extension AttendanceMapping {
    fileprivate var columns: [String] { [from.name, to.name, possible, authorised, unauthorised] }
}

extension WorkMapping {
    fileprivate var columns: [String] { status.columns + [from.name] + [benefit, to?.name].compactMap(\.self) }
}

extension CodeMapping {
    fileprivate var columns: [String] { if case .by(let column, _, _) = self { [column] } else { [] } }
}
