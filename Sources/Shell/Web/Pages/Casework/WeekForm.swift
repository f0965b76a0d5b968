import Actions
import Deliver
import Documents
import Records
import Register
import Values

/// The week's page as it was typed: some rows for every case, as many as are wanted.
struct WeekForm {
    /// Rows a case has from the start.
    static let usualRows = 3
    /// Rows a case can have: more than anybody needs, fewer than anybody could send to harm.
    static let mostRows = 40

    /// Characters a note can have.
    static let longestNote = 4000

    let rows: [WeekRow]
    /// A note of the week for each case, as it was typed.
    let notes: [String: String]
    /// The references of the tasks ticked as done.
    let done: Set<String>
    private let faults: [WeekFault]

    /// As it is opened: empty rows for each case.
    init(for lines: [RecordWeek.Line]) {
        rows = lines.flatMap { line in
            (0..<WeekForm.usualRows).map { _ in WeekRow(caseID: line.item.id.text) }
        }
        notes = [:]
        done = []
        faults = []
    }

    /// As it was sent; with `adding`, more empty rows for each case.
    init(_ request: PageRequest, adding: Bool = false, faults: [WeekFault] = []) {
        let count = min(Int(request.form["rows"] ?? "") ?? 0, 20 * WeekForm.mostRows)
        var rows = (0..<max(0, count)).map { index in
            WeekRow(
                caseID: request.form["r\(index)-case"] ?? "",
                day: request.form["r\(index)-day"] ?? "",
                minutes: request.form["r\(index)-minutes"] ?? "",
                kind: request.form["r\(index)-kind"] ?? "",
                direct: request.form["r\(index)-direct"] ?? "",
                attendance: request.form["r\(index)-attendance"] ?? ""
            )
        }
        if adding {
            var cases: [String] = []
            for row in rows where !cases.contains(row.caseID) { cases.append(row.caseID) }
            for id in cases where rows.count(where: { $0.caseID == id }) < WeekForm.mostRows {
                rows += (0..<WeekForm.usualRows).map { _ in WeekRow(caseID: id) }
            }
        }
        self.rows = rows
        notes = Dictionary(rows.map { ($0.caseID, request.form["note-\($0.caseID)"] ?? "") }) { first, _ in first }
        done = Set(
            request.form.keys.filter { $0.hasPrefix(WeekForm.tick) }.map { String($0.dropFirst(WeekForm.tick.count)) }
        )
        self.faults = faults
    }

    /// Before the reference of a task, in the name of its box.
    private static let tick = "done-"

    /// The same form with what is wrong with it.
    init(_ form: WeekForm, faults: [WeekFault]) {
        rows = form.rows
        notes = form.notes
        done = form.done
        self.faults = faults
    }

    var errors: [FormError] {
        faults.map { FormError($0.words, at: "field-r\($0.row)-\($0.box.rawValue)") }
            + notes.keys.sorted().compactMap { id in noteError(id).map { FormError($0, at: "field-note-\(id)") } }
    }

    private func noteError(_ id: String) -> String? {
        let isLong = (notes[id] ?? "").unicodeScalars.count > WeekForm.longestNote
        return isLong ? "Note must be \(NumberText.count(WeekForm.longestNote)) characters or fewer" : nil
    }

    private func error(_ row: Int, _ box: WeekFault.Box) -> String? {
        faults.first { $0.row == row && $0.box == box }?.words
    }

    /// The rows of one case.
    func write(_ line: RecordWeek.Line, in week: Period, upTo today: Day, _ html: inout HTML) {
        let name = line.family?.name ?? "Family \(line.item.familyID.text)"
        html.rowGroup("\(name), case \(line.item.id.text)", hint: WeekForm.known(line.contacts)) { html in
            for (index, row) in rows.enumerated() where row.caseID == line.item.id.text {
                html.carry("r\(index)-case", row.caseID)
                html.row { write(row, index, in: week, upTo: today, &$0) }
            }
            let id = line.item.id.text
            html.field(
                FormField(
                    "note-\(id)",
                    label: "Note of the week (optional)",
                    error: noteError(id),
                    input: .lines(value: notes[id] ?? "", rows: 2)
                )
            )
            if !line.tasks.isEmpty { html.field(tasks(line)) }
        }
    }

    /// The open tasks of a case, to tick as done.
    private func tasks(_ line: RecordWeek.Line) -> FormField {
        let choices = line.tasks.map { held in
            let task = held.record
            return Choice(
                "yes",
                task.title,
                hint: task.dueOn.map { "Due \($0.short)" },
                isChosen: done.contains(task.id.text),
                name: WeekForm.tick + task.id.text
            )
        }
        return FormField("tasks-\(line.item.id.text)", label: "Tasks that are done", input: .checkboxes(choices))
    }

    private func write(_ row: WeekRow, _ index: Int, in week: Period, upTo today: Day, _ html: inout HTML) {
        let days = (0..<week.days).map { week.from + $0 }.filter { $0 <= today }
        html.rowSelect(
            "r\(index)-day",
            label: "Day",
            choices: [Choice("", "-")]
                + days.map {
                    Choice($0.iso, "\($0.weekdayName.prefix(3)) \($0.dayOfMonth)", isChosen: row.day == $0.iso)
                },
            error: error(index, .day)
        )
        html.rowInput("r\(index)-minutes", label: "Minutes", value: row.minutes, error: error(index, .minutes))
        WeekForm.writeRest(row, prefix: "r\(index)-", error: { error(index, $0) }, &html)
    }

    /// The choices of a contact that are the same on the page of one.
    static func writeRest(
        _ row: WeekRow,
        prefix: String,
        error: (WeekFault.Box) -> String?,
        _ html: inout HTML
    ) {
        html.rowSelect(
            "\(prefix)kind",
            label: "Kind",
            choices: ContactKind.allCases.map { Choice($0.rawValue, $0.label, isChosen: row.kind == $0.rawValue) },
            error: error(.kind)
        )
        html.rowSelect(
            "\(prefix)direct",
            label: "With the family",
            choices: [("yes", "Yes"), ("no", "No")].map { Choice($0.0, $0.1, isChosen: row.direct == $0.0) },
            error: error(.direct)
        )
        html.rowSelect(
            "\(prefix)attendance",
            label: "Came",
            choices: ContactAttendance.allCases.map {
                Choice($0.rawValue, $0.label, isChosen: row.attendance == $0.rawValue)
            },
            error: error(.attendance)
        )
    }

    /// What is recorded of the week already, so that nothing is entered twice.
    private static func known(_ contacts: [Contact]) -> String {
        guard !contacts.isEmpty else { return "Nothing is recorded of this week yet." }
        let words = contacts.map { contact in
            "\(contact.on.weekdayName.prefix(3)) \(contact.minutes.map { "\($0) minutes" } ?? "no time") \(contact.kind.label.lowercased())"
        }
        return "Recorded already: \(words.joined(separator: "; "))."
    }
}
