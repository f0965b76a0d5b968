import Actions
import Documents
import Identify
import Register
import Report
import Values

/// The question in a page's address, and how to write it into another.
struct AskedQuestion {
    let question: ReportQuestion
    /// The part it asks about, in words: a programme, or criteria where there is a choice.
    let part: String?
    /// The part of the register it is asked of.
    let filter: ReportFilter
    /// As known at this change; nil is now.
    let knownAt: Int?
    /// What was typed for `knownAt`.
    let knownAtTyped: String
    /// What was typed wrongly, for the page's error summary.
    let errors: [FormError]
    /// The dates as they were typed.
    let dates: [String: DateInput]

    /// Reads the report of this name with the days of the address; nil where there is no such report.
    ///
    /// A day may come as `as-at=2025-03-31`, from a link, or as three boxes, from a form.
    init?(_ name: String, _ request: PageRequest, _ keeper: Keeper) throws {
        var reader = DateReader(request)
        let today = try keeper.today()
        filter = AskedPart(request).filter
        switch name {
        case "key-information":
            let programme = request.asked("programme")
            question = .keyInformation(asAt: reader.day("as-at", "The day", or: today), programme: programme)
            part = programme.map(keeper.definitions.programmeTitle)
        case "intelligence":
            let criteria = request.asked("criteria") ?? keeper.definitions.usualCriteria
            question = .intelligence(asAt: reader.day("as-at", "The day", or: today), criteria: criteria)
            let sets = keeper.definitions.criteria
            part = sets.count > 1 ? sets.first { $0.id == criteria }?.title ?? criteria : nil
        case "performance", "family-support":
            let usual = Period.last(months: 12, asAt: today)
            let from = reader.day("from", "The first day", or: usual.from)
            let to = reader.day("to", "The last day", or: usual.to)
            if to < from {
                reader.errors.append(
                    FormError("The last day must be the same as or after the first day", at: "field-to-day")
                )
            }
            let period = Period(from: from, to: to) ?? usual
            question = name == "performance" ? .performance(during: period) : .familySupport(during: period)
            part = nil
        default: return nil
        }
        var errors = reader.errors
        knownAtTyped = request.asked("known-at") ?? ""
        do {
            knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        } catch {
            knownAt = nil
            errors.append(
                FormError(
                    "Known at must be a change number, a date or a time that the register has",
                    at: "field-known-at"
                )
            )
        }
        self.errors = errors
        dates = reader.dates
    }

    /// `Key information, MST`.
    var title: String { [question.title, part].compactMap(\.self).joined(separator: ", ") }

    /// The address of the report that asks this.
    var address: Address { question.page(of: filter, knownAt: knownAt) }

    /// The page that opens one of its figures.
    func opens(_ figure: String) -> Address {
        question.page(opening: figure, of: filter, knownAt: knownAt)
    }

    func write(to address: Address) -> Address {
        address.asking(question, of: filter, knownAt: knownAt)
    }
}

/// Reads days from an address, keeping what was typed and what is wrong with it.
struct DateReader {
    private let request: PageRequest
    var errors: [FormError] = []
    var dates: [String: DateInput] = [:]

    init(_ request: PageRequest) {
        self.request = request
    }

    mutating func day(_ name: String, _ label: String, or usual: Day) -> Day {
        if let iso = request.asked(name) {
            if let day = Day(iso: iso) { return remember(name, day) }
            return refuse(
                name,
                "\(label) must be a real date",
                DateInput(wrong: Set(DateInput.Box.allCases)),
                .day,
                or: usual
            )
        }
        let typed = DateInput.Box.allCases.map { request.query["\(name)-\($0.rawValue)"] ?? "" }
        guard typed.contains(where: { !$0.isEmpty }) else { return remember(name, usual) }
        let read = typed.map { Int($0.filter { !$0.isWhitespace }) }
        if let day = read[0], let month = read[1], let year = read[2],
            let date = Day(year: year, month: month, day: day)
        {
            return remember(name, date)
        }
        let missing = zip(DateInput.Box.allCases, typed).filter { $0.1.isEmpty }.map(\.0)
        let wrong = missing.isEmpty ? DateInput.Box.allCases : missing
        let words =
            missing.isEmpty
            ? "must be a real date" : "must include a \(missing.map(\.rawValue).joined(separator: " and "))"
        let input = DateInput(day: typed[0], month: typed[1], year: typed[2], wrong: Set(wrong))
        return refuse(name, "\(label) \(words)", input, wrong[0], or: usual)
    }

    private mutating func refuse(
        _ name: String,
        _ words: String,
        _ typed: DateInput,
        _ box: DateInput.Box,
        or usual: Day
    ) -> Day {
        errors.append(FormError(words, at: "field-\(name)-\(box.rawValue)"))
        dates[name] = typed
        return usual
    }

    private mutating func remember(_ name: String, _ day: Day) -> Day {
        let (year, month, dayOfMonth) = day.parts
        dates[name] = DateInput(day: "\(dayOfMonth)", month: "\(month)", year: "\(year)")
        return day
    }
}
