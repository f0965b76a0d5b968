package import Records
package import Values

/// One row of the week's page as it was typed.
package struct WeekRow: Hashable, Sendable {
    /// The case it is on.
    package var caseID: String
    /// The day, as `2026-11-21`, or empty.
    package var day: String
    package var minutes: String
    package var kind: String
    /// `yes` or `no`.
    package var direct: String
    package var attendance: String

    package init(
        caseID: String,
        day: String = "",
        minutes: String = "",
        kind: String = ContactKind.homeVisit.rawValue,
        direct: String = "yes",
        attendance: String = ContactAttendance.attended.rawValue
    ) {
        self.caseID = caseID
        self.day = day
        self.minutes = minutes
        self.kind = kind
        self.direct = direct
        self.attendance = attendance
    }

    /// Whether nothing was typed: what is chosen from the start does not count.
    package var isUntouched: Bool { day.isEmpty && minutes.allSatisfy(\.isWhitespace) }
}

/// What is wrong with one box of a row.
package struct WeekFault: Hashable, Sendable {
    package enum Box: String, Sendable, CaseIterable {
        case day, minutes, kind, direct, attendance
    }

    /// Which row, counted from 0.
    package let row: Int
    package let box: Box
    /// In the words of the page.
    package let words: String
}

/// A week of contacts as it was typed for all of a worker's cases, read and checked.
package struct WeekEntry: Sendable {
    /// A contact that a row says, without a reference yet.
    package struct Entry: Hashable, Sendable {
        package let row: Int
        package let caseID: Identifier<Case>
        package let on: Day
        package let minutes: Int
        package let kind: ContactKind
        package let direct: Bool
        package let attendance: ContactAttendance?

        /// The contact, as a record.
        package func contact(_ id: Identifier<Contact>, by worker: Identifier<Worker>?) -> Contact {
            Contact(
                id: id,
                caseID: caseID,
                on: on,
                minutes: minutes,
                kind: kind,
                direct: direct,
                attendance: attendance,
                workerID: worker
            )
        }
    }

    package private(set) var entries: [Entry] = []
    package private(set) var faults: [WeekFault] = []

    /// - Parameters:
    ///   - rows: as they were typed; untouched ones say nothing.
    ///   - days: the days that may be entered; a correction of one contact may be of any.
    ///   - cases: the cases that may be written on, with the days on which they were open.
    ///   - today: the last day that can be entered.
    package init(_ rows: [WeekRow], in days: Period?, cases: [Identifier<Case>: Nights], today: Day) {
        for (index, row) in rows.enumerated() where !row.isUntouched {
            read(row, at: index, in: days, open: cases[Identifier(row.caseID)], today: today)
        }
        refuseLongDays()
    }

    private mutating func read(_ row: WeekRow, at index: Int, in days: Period?, open: Nights?, today: Day) {
        let known = faults.count
        let on = day(row, index, in: days, open: open, today: today)
        let attendance = ContactAttendance(rawValue: row.attendance)
        let minutes = minutes(row, index, attendance)
        let kind = ContactKind(rawValue: row.kind)
        if kind == nil { refuse(index, .kind, "Select what kind of contact it was") }
        let direct: Bool? = row.direct == "yes" ? true : row.direct == "no" ? false : nil
        if direct == nil { refuse(index, .direct, "Select yes if the contact was with the family") }
        if direct == true, attendance == nil { refuse(index, .attendance, "Select whether the family came") }
        guard faults.count == known, let on, let minutes, let kind, let direct else { return }
        entries.append(
            Entry(
                row: index,
                caseID: Identifier(row.caseID),
                on: on,
                minutes: minutes,
                kind: kind,
                direct: direct,
                // Whether a family came is asked of contacts with the family alone.
                attendance: direct ? attendance : nil
            )
        )
    }

    private mutating func day(_ row: WeekRow, _ index: Int, in days: Period?, open: Nights?, today: Day) -> Day? {
        guard !row.day.isEmpty else { return refuse(index, .day, "Select the day of the contact") }
        guard let day = Day(iso: row.day), days?.contains(day) ?? true else {
            return refuse(index, .day, "Select a day of this week")
        }
        guard let open else { return refuse(index, .day, "This family is not among your cases") }
        guard day <= today else { return refuse(index, .day, "Day of the contact must be today or in the past") }
        // A visit on the day the case closes is work on it.
        guard day >= open.from, day <= open.until ?? .latest else {
            return refuse(index, .day, "The case was not open on this day")
        }
        return day
    }

    private mutating func minutes(_ row: WeekRow, _ index: Int, _ attendance: ContactAttendance?) -> Int? {
        if row.minutes.allSatisfy(\.isWhitespace) {
            // Nothing was worked where it was cancelled.
            if attendance == .cancelled { return 0 }
            return refuse(index, .minutes, "Enter how long it took")
        }
        guard let minutes = WorkedMinutes.read(row.minutes) else {
            return refuse(index, .minutes, "Minutes must be a number, like 90 or 1:30")
        }
        guard minutes <= WorkedMinutes.most else {
            return refuse(index, .minutes, "Minutes must be 1,440 or fewer")
        }
        return minutes
    }

    @discardableResult
    private mutating func refuse<Value>(_ row: Int, _ box: WeekFault.Box, _ words: String) -> Value? {
        faults.append(WeekFault(row: row, box: box, words: words))
        return nil
    }

    private mutating func refuse(_ row: Int, _ box: WeekFault.Box, _ words: String) {
        faults.append(WeekFault(row: row, box: box, words: words))
    }

    /// A worker cannot have worked more than a day has.
    private mutating func refuseLongDays() {
        for (_, ofDay) in Dictionary(grouping: entries, by: \.on).sorted(by: { $0.key < $1.key }) {
            guard ofDay.reduce(0, { $0 + $1.minutes }) > WorkedMinutes.most, let last = ofDay.map(\.row).max() else {
                continue
            }
            refuse(last, .minutes, "The contacts of one day must take 24 hours or fewer together")
        }
    }
}

extension Period {
    /// The week of a day, Monday to Sunday.
    ///
    /// 1 January 1970 was a Thursday.
    package static func week(of day: Day) -> Period {
        let weekday = ((Int(day.number) + 3) % 7 + 7) % 7
        let monday = day - weekday
        return Period.last(days: 7, to: monday + 6)
    }

    private static func last(days: Int, to day: Day) -> Period {
        Period(from: day - (days - 1), to: day) ?? Period.last(months: 1, asAt: day)
    }
}

extension Day {
    /// `Monday`.
    package var weekdayName: String {
        Day.weekdayNames[((Int(number) + 3) % 7 + 7) % 7]
    }

    private static let weekdayNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
