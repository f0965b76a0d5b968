import Definitions
import Records
import Values

extension FeedMapping {
    init?(reading map: inout MapReader) {
        let format: FeedFormat? = map.code("format")
        let encoding: FeedEncoding? = map.optionalCode("encoding")
        let separator: Separator? = map.optionalCode("delimiter")
        let source = map.text("source")
        guard let format, let source else {
            map.takeRest(["record_id", "columns", "facts", "periods"])
            return nil
        }
        self.init(
            format: format,
            encoding: encoding ?? .utf8,
            delimiter: (separator ?? .comma).byte,
            source: source
        )
        if format == .csv {
            let recordID = map.text("record_id")
            let columns = map.maps("columns") { FeedColumn(reading: &$0) }
            guard let recordID, let columns else {
                map.takeRest(["facts"])
                return nil
            }
            self.recordID = recordID
            self.columns = columns
        }
        switch format {
        case .csv, .savvi, .cin:
            guard let facts = map.optionalMaps("facts", { FactMapping(reading: &$0) }) else { return nil }
            self.facts = facts
        case .schoolCensus:
            guard let periods = map.maps("periods", { FilePeriod(reading: &$0) }) else { return nil }
            self.periods = periods
        case .ssda903: break
        }
    }

    private enum Separator: String, CaseIterable {
        case comma, semicolon, tab, bar

        var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            case .bar: UInt8(ascii: "|")
            }
        }
    }
}

extension FeedColumn {
    fileprivate init?(reading map: inout MapReader) {
        let field: FeedField? = map.code("field")
        let column = DatedColumn(reading: &map)
        guard let field, let column else { return nil }
        guard field.isIdentity else {
            map.refuse("field", "is a fact: give its columns under facts")
            return nil
        }
        self.init(field, column.name, dates: column.dates)
    }
}

extension DatedColumn {
    /// Reads `{column: Date of birth, dates: dd/mm/yyyy}`.
    fileprivate init?(reading map: inout MapReader) {
        let name = map.text("column")
        var dates = DateFormat.iso
        if let pattern = map.optionalText("dates") {
            guard let format = DateFormat(pattern) else {
                map.refuse("dates", "must have a day, a month and a year of four digits, like dd/mm/yyyy")
                return nil
            }
            dates = format
        }
        guard let name else { return nil }
        self.init(name, dates: dates)
    }
}

extension FilePeriod {
    fileprivate init?(reading map: inout MapReader) {
        let name = map.text("file")
        let from = map.day("from")
        let to = map.day("to")
        guard let name, let from, let to else { return nil }
        guard let period = Period(from: from, to: to) else {
            map.refuse("to", "must be the same as or after from")
            return nil
        }
        self.init(name: name, period: period)
    }
}

extension FactMapping {
    private enum Word: String, CaseIterable {
        case event, attendance
        case workStatus = "work_status"
    }

    fileprivate init?(reading map: inout MapReader) {
        guard let word: Word = map.code("fact") else {
            map.takeRest([
                "event", "events", "on", "proven", "reference", "from", "to", "possible", "authorised", "unauthorised",
                "status", "statuses", "benefit",
            ])
            return nil
        }
        switch word {
        case .event:
            let kind: CodeMapping<EventKind>? = CodeMapping(reading: &map, one: "event", many: "events")
            let on = map.map("on") { DatedColumn(reading: &$0) }
            let proven = map.optionalMap("proven") { FlagMapping(reading: &$0) }
            let reference = map.optionalText("reference")
            guard let kind, let on else { return nil }
            self = .event(EventMapping(kind: kind, on: on, proven: proven, reference: reference))
        case .attendance:
            guard let attendance = AttendanceMapping(reading: &map) else { return nil }
            self = .attendance(attendance)
        case .workStatus:
            let status: CodeMapping<WorkState>? = CodeMapping(reading: &map, one: "status", many: "statuses")
            let benefit = map.optionalText("benefit")
            let from = map.map("from") { DatedColumn(reading: &$0) }
            let to = map.optionalMap("to") { DatedColumn(reading: &$0) }
            guard let status, let from else { return nil }
            self = .work(WorkMapping(status: status, benefit: benefit, from: from, to: to))
        }
    }
}

extension AttendanceMapping {
    fileprivate init?(reading map: inout MapReader) {
        let from = map.map("from") { DatedColumn(reading: &$0) }
        let to = map.map("to") { DatedColumn(reading: &$0) }
        let possible = map.text("possible")
        let authorised = map.text("authorised")
        let unauthorised = map.text("unauthorised")
        guard let from, let to, let possible, let authorised, let unauthorised else { return nil }
        self.init(from: from, to: to, possible: possible, authorised: authorised, unauthorised: unauthorised)
    }
}

extension FlagMapping {
    fileprivate init?(reading map: inout MapReader) {
        let column = map.text("column")
        let yes = map.optionalTexts("yes") ?? []
        let no = map.optionalTexts("no") ?? []
        guard let column else { return nil }
        self.init(column: column, yes: Set(yes.map { $0.uppercased() }), no: Set(no.map { $0.uppercased() }))
    }
}

extension CodeMapping {
    private enum Others: String, CaseIterable {
        case refuse
        case passOver = "pass_over"
    }

    /// Reads one code for every row, under one key, or a column and what its values stand for, under another.
    fileprivate init?(reading map: inout MapReader, one: String, many: String) {
        if let code: Code = map.optionalCode(one) {
            self = .always(code)
            return
        }
        let by = map.map(many) { map -> CodeMapping? in
            let column = map.text("column")
            let values = map.maps("values") { value -> (files: [String], code: Code)? in
                let files = value.texts("in_file")
                let code: Code? = value.code("code")
                guard let files, let code else { return nil }
                return (files, code)
            }
            let others: Others? = map.optionalCode("others")
            guard let column, let values else { return nil }
            let pairs = values.flatMap { value in value.files.map { ($0.uppercased(), value.code) } }
            let codes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            if codes.count < pairs.count { map.refuse("values", "must have each value of the file once") }
            return .by(column: column, values: codes, passesOthersOver: others == .passOver)
        }
        guard let by else { return nil }
        self = by
    }
}
