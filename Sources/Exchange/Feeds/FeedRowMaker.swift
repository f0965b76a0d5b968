import Identify
import Records
import Values

/// Makes the rows of an extract out of the lines of its files, and notes what is wrong with them.
struct FeedRowMaker {
    let feed: Feed
    private(set) var rows: [FeedRow] = []
    private(set) var tables: [TableRead] = []
    private(set) var notRead: [ColumnNotRead] = []
    private var places: [String: Int] = [:]
    private var log: ProblemLog
    private var dates: [DateTally.Key: DateTally] = [:]
    /// Where the line that is being read stands.
    private var origin = Origin(file: "", row: 0, line: 0)

    init(_ feed: Feed, limits: CheckLimits) {
        self.feed = feed
        log = ProblemLog(mostOfAKind: limits.problemsOfAKind)
    }

    // MARK: Files

    mutating func note(_ problems: [Problem]) {
        log.add(problems)
    }

    mutating func report(_ rule: FeedRule, file: String, line: Int? = nil, field: String? = nil, _ message: String) {
        log.add(Problem(rule, file: file, table: feed.id, line: line, field: field, message))
    }

    mutating func finish(_ file: String, rows: Int) {
        tables.append(TableRead(file: file, table: feed.id, rows: rows))
    }

    /// The plan for a file with these columns; nil, and said why, where a column it needs is not there.
    mutating func plan(
        _ mapping: FeedMapping,
        header: [String],
        file: String,
        optional: Set<String> = []
    ) -> FeedPlan? {
        let plan = FeedPlan(mapping, permitted: feed.agreement.fields, header: header, optional: optional)
        guard plan.knowsAny else {
            report(
                .wrongMapping,
                file: file,
                "the first row has none of the columns of the mapping: it must have the column names, as the "
                    + "partner writes them, and the mapping must name those"
            )
            return nil
        }
        let names = header.prefix(24).map(Header.shown).joined(separator: ", ")
        for column in plan.missing {
            report(
                .wrongMapping,
                file: file,
                field: column,
                "the mapping names a column \(Header.shown(column)), and the file has \(names): mend the mapping, "
                    + "or ask for the extract again"
            )
        }
        for column in plan.doubled {
            log.add(Problem(.duplicateColumn, file: file, table: feed.id, field: column, "the column stands twice"))
        }
        notRead += plan.notRead.filter { !notRead.contains($0) }
        return plan.missing.isEmpty && plan.doubled.isEmpty ? plan : nil
    }

    // MARK: Lines

    /// Takes one line; `text` gives the value of the column at a place, without white space around it.
    ///
    /// A line that `keepsIdentity` adds facts to a record that another has introduced.
    mutating func add(_ plan: FeedPlan, at origin: Origin, keepsIdentity: Bool = false, text: (Int) -> String) {
        self.origin = origin
        let recordID = text(plan.recordID.place)
        guard isReference(recordID) else {
            let message = "\(plan.recordID.name) must be the record's reference: 1 to 100 characters, none of control"
            return report(.missingValue, plan.recordID.name, message)
        }
        var identity = FeedIdentity()
        for (field, column) in plan.identity {
            let value = text(column.place)
            guard !value.isEmpty, let clean = clean(value, field, column) else { continue }
            identity[field] = identity[field].map { "\($0) \(clean)" } ?? clean
        }
        let facts = plan.facts.compactMap { fact($0, text) }
        if keepsIdentity {
            if let place = places[recordID] { rows[place].add(facts) }
        } else {
            keep(recordID, identity, facts)
        }
    }

    private mutating func keep(_ recordID: String, _ identity: FeedIdentity, _ facts: [FeedFact]) {
        guard let place = places[recordID] else {
            places[recordID] = rows.count
            rows.append(FeedRow(recordID: recordID, identity: identity, facts: facts))
            return
        }
        rows[place].add(facts)
        guard rows[place].identity != identity else { return }
        rows[place].identity = identity
        report(
            .identityDiffers,
            nil,
            "the record has an earlier line that says otherwise who it is about: this one counts"
        )
    }

    private func isReference(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 400 && text.count <= 100
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    // MARK: Who it is about

    private mutating func clean(_ value: String, _ field: FeedField, _ column: FeedPlan.DateColumn) -> String? {
        switch field {
        case .dob:
            if column.format == .iso, let date = BirthDate(iso: value) {
                tally(column, value, isRead: true)
                return date.iso
            }
            return date(column, value)
        case .dateRecorded: return date(column, value)
        case .sex: return FeedRowMaker.sex(value)
        case .upn where value.utf8.count == 3 && value.uppercased().hasPrefix("UN"): return nil
        default:
            guard value.utf8.count <= 200 else {
                report(.valueLeftOut, column.name, "\(column.name) must be 200 characters or fewer: it is left out")
                return nil
            }
            guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return value }
            return String(value.map { $0.isNewline || $0.utf8.allSatisfy { $0 < 0x20 || $0 == 0x7F } ? " " : $0 })
        }
    }

    private mutating func date(_ column: FeedPlan.DateColumn, _ value: String) -> String? {
        let day = column.format.day(value)
        tally(column, value, isRead: day != nil)
        if day == nil {
            let message = "\(column.name) must be a real date as \(column.format.pattern): it is left out"
            report(.valueLeftOut, column.name, message)
        }
        return day?.iso
    }

    /// M and F in the words in use; U for any other.
    private static func sex(_ value: String) -> String {
        switch value.uppercased() {
        case "M", "MALE", "1", "BOY": "M"
        case "F", "FEMALE", "2", "GIRL": "F"
        default: "U"
        }
    }

    // MARK: Facts

    private mutating func fact(_ fact: FeedPlan.Fact, _ text: (Int) -> String) -> FeedFact? {
        switch fact {
        case .event(let kinds, let on, let proven, let reference):
            guard let day = factDay(on, text), let kind = code(kinds, text) else { return nil }
            let flag = proven.flatMap { $0.words.value(text($0.place)) }
            let reference = reference.map(text).flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
            return .event(kind: kind, on: day, proven: flag, reference: reference)
        case .attendance(let from, let to, let sessions):
            guard let first = factDay(from, text), let last = factDay(to, text) else { return nil }
            let counts = sessions.map { count($0.name, text($0.place)) }
            guard let possible = counts[0], let authorised = counts[1], let unauthorised = counts[2] else { return nil }
            return attendance(first, last, to.name, possible, authorised, unauthorised)
        case .work(let statuses, let benefit, let from, let to):
            guard let first = factDay(from, text), let status = code(statuses, text) else { return nil }
            let last = to.flatMap { factDay($0, text) }
            if let last, last < first { return refuseEnd(to?.name ?? "") }
            let name = benefit.map(text).flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
            return .work(status, benefit: name, from: first, to: last)
        }
    }

    private mutating func attendance(
        _ from: Day,
        _ to: Day,
        _ toName: String,
        _ possible: Int,
        _ authorised: Int,
        _ unauthorised: Int
    ) -> FeedFact? {
        if to < from { return refuseEnd(toName) }
        guard authorised + unauthorised <= possible else {
            report(.factLeftOut, nil, "the sessions missed are more than those possible: the attendance is left out")
            return nil
        }
        return .attendance(
            from: from,
            to: to,
            possible: possible,
            authorised: authorised,
            unauthorised: unauthorised
        )
    }

    private mutating func refuseEnd(_ column: String) -> FeedFact? {
        report(.endBeforeStart, column, "\(column) must be the same as or after the start")
        return nil
    }

    /// The day of a fact; nil where there is none, and said so where what is there is no date.
    private mutating func factDay(_ column: FeedPlan.DateColumn, _ text: (Int) -> String) -> Day? {
        let value = text(column.place)
        guard !value.isEmpty else { return nil }
        let day = column.format.day(value)
        tally(column, value, isRead: day != nil)
        if day == nil {
            report(.notADate, column.name, "\(column.name) must be a real date as \(column.format.pattern)")
        }
        return day
    }

    private mutating func code<Code>(_ column: FeedPlan.CodeColumn<Code>, _ text: (Int) -> String) -> Code? {
        if let fixed = column.fixed { return fixed }
        let value = text(column.place)
        if let code = column.values[value.uppercased()] { return code }
        guard !value.isEmpty, !column.passesOthersOver else { return nil }
        let known = column.values.keys.sorted().prefix(24).joined(separator: ", ")
        report(.unknownCode, column.name, "\(column.name) must be one of the values of the mapping: \(known)")
        return nil
    }

    /// Sessions: a whole number, perhaps written as 135.0; nil, and said so, for anything else, nothing where blank.
    private mutating func count(_ column: String, _ value: String) -> Int? {
        guard !value.isEmpty else { return nil }
        let number = NumberText.read(Array(value.utf8)[...])?.value
        guard let number, let whole = number.wholeNumber, (0...100_000).contains(whole) else {
            report(.notAWholeNumber, column, "\(column) must be a whole number of sessions, like 5")
            return nil
        }
        return whole
    }

    // MARK: Problems

    private mutating func report(_ rule: FeedRule, _ field: String?, _ message: String) {
        log.add(
            Problem(rule, file: origin.file, table: feed.id, row: origin.row, line: origin.line, field: field, message)
        )
    }

    mutating func report(_ rule: ExchangeRule, _ field: String?, _ message: String) {
        log.add(
            Problem(rule, file: origin.file, table: feed.id, row: origin.row, line: origin.line, field: field, message)
        )
    }

    mutating func report(_ rule: ExchangeRule, _ field: String?, at origin: Origin, _ message: String) {
        self.origin = origin
        report(rule, field, message)
    }

    private mutating func tally(_ column: FeedPlan.DateColumn, _ value: String, isRead: Bool) {
        let key = DateTally.Key(file: origin.file, column: column.name)
        dates[key, default: DateTally(format: column.format)].add(value, isRead: isRead)
    }

    /// Everything read: rows only where nothing blocks.
    consuming func finish() -> FeedReading {
        for (key, tally) in dates.sorted(by: { ($0.key.file, $0.key.column) < ($1.key.file, $1.key.column) }) {
            guard let message = tally.refusal(key.column) else { continue }
            report(.wrongDates, file: key.file, field: key.column, message)
        }
        let problems = log.problems()
        let isAccepted = !log.blocksImport
        return FeedReading(rows: isAccepted ? rows : [], problems: problems, notRead: notRead, tables: tables)
    }
}

extension FlagMapping {
    func value(_ text: String) -> Bool? {
        let word = text.uppercased()
        return yes.contains(word) ? true : no.contains(word) ? false : nil
    }
}

extension Decimal {
    /// Nil where it has a fraction.
    var wholeNumber: Int? {
        var digits = digits
        for _ in 0..<places {
            guard digits % 10 == 0 else { return nil }
            digits /= 10
        }
        return Int(digits)
    }
}
