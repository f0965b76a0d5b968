import Deliver
import Invented
import Records
import Testing
import Values

@Suite struct `A week of contacts` {
    /// Monday 16 to Sunday 22 November 2026.
    private let week = Period.week(of: day("2026-11-18"))

    private func read(_ rows: [WeekRow], open: Nights = Nights(from: day("2026-01-01"), until: nil)) -> WeekEntry {
        WeekEntry(rows, in: week, cases: [Identifier("C1"): open], today: day("2026-11-20"))
    }

    private func row(_ change: (inout WeekRow) -> Void = { _ in }) -> WeekRow {
        var row = WeekRow(caseID: "C1", day: "2026-11-17", minutes: "90")
        change(&row)
        return row
    }

    @Test(arguments: ["2026-11-16", "2026-11-20", "2026-11-22"]) func `runs from Monday to Sunday`(on: String) {
        let week = Period.week(of: day(on))
        #expect(week.from == day("2026-11-16") && week.to == day("2026-11-22"))
        #expect(week.from.weekdayName == "Monday" && week.to.weekdayName == "Sunday")
    }

    @Test func `a row becomes a contact`() throws {
        let entry = read([row()])
        #expect(entry.faults.isEmpty)
        let contact = try #require(entry.entries.first).contact(Identifier("K1"), by: Identifier("W1"))
        #expect(
            contact
                == Contact(
                    id: Identifier("K1"),
                    caseID: Identifier("C1"),
                    on: day("2026-11-17"),
                    minutes: 90,
                    kind: .homeVisit,
                    direct: true,
                    attendance: .attended,
                    workerID: Identifier("W1")
                )
        )
    }

    @Test func `rows in which nothing was typed say nothing`() {
        let entry = read([WeekRow(caseID: "C1"), row(), WeekRow(caseID: "C1", minutes: "  ")])
        #expect(entry.entries.map(\.row) == [1])
        #expect(entry.faults.isEmpty)
    }

    @Test func `a wrong box is named and the row is not taken`() {
        let wrong: [(WeekFault.Box, (inout WeekRow) -> Void)] = [
            (.day, { $0.day = "" }), (.day, { $0.day = "2026-11-15" }), (.day, { $0.day = "2026-11-21" }),
            (.day, { $0.day = "tomorrow" }), (.day, { $0.caseID = "C2" }), (.minutes, { $0.minutes = "" }),
            (.minutes, { $0.minutes = "long" }), (.minutes, { $0.minutes = "1441" }), (.minutes, { $0.minutes = "-5" }),
            (.kind, { $0.kind = "letter" }), (.direct, { $0.direct = "" }), (.attendance, { $0.attendance = "" }),
        ]
        for (number, (box, change)) in wrong.enumerated() {
            let entry = read([row(), row(change)])
            #expect(entry.faults.map(\.box) == [box], "\(number)")
            #expect(entry.faults.map(\.row) == [1], "\(number)")
            #expect(entry.entries.map(\.row) == [0], "\(number)")
        }
    }

    @Test func `a cancelled contact took no time, and nobody comes to what was not with the family`() {
        let entry = read([
            row {
                $0.minutes = ""
                $0.attendance = "cancelled"
            },
            row {
                $0.direct = "no"
                $0.attendance = "attended"
            },
            row {
                $0.direct = "no"
                $0.attendance = ""
            },
        ])
        #expect(entry.faults.isEmpty)
        #expect(entry.entries.map(\.minutes) == [0, 90, 90])
        #expect(entry.entries.map(\.attendance) == [.cancelled, nil, nil])
    }

    @Test(arguments: [("2026-11-16", 1), ("2026-11-17", 0), ("2026-11-18", 0), ("2026-11-19", 1)])
    func `only on days the case was open, the last included`(on: String, faults: Int) {
        let open = Nights(from: day("2026-11-17"), until: day("2026-11-18"))
        #expect(read([row { $0.day = on }], open: open).faults.count == faults)
    }

    @Test func `nobody works more than a day has`() {
        let rows = [row { $0.minutes = "14h" }, row { $0.minutes = "10h" }]
        #expect(read(rows).faults.isEmpty)
        let more = read(rows + [row { $0.minutes = "1" }])
        #expect(more.faults.map(\.row) == [2])
    }

    @Test(arguments: [
        ("90", 90), (" 90 ", 90), ("0", 0), ("1:30", 90), ("0:05", 5), ("1h30", 90), ("1h 30m", 90), ("1 h", 60),
        ("1.5h", 90), ("1.25 hours", 75), ("2hrs", 120), ("45 mins", 45), ("45m", 45), ("1 hour 5 minutes", 65),
        ("", nil), ("1:75", nil), ("1:5", nil), ("h", nil), ("1.3h", nil), ("1h2h", nil), ("90x", nil), ("-90", nil),
        ("1h75", nil), ("٣", nil), ("999999", nil), ("1.5", nil), ("30m1h2", nil), (":30", nil),
    ])
    func `time is read as people type it`(text: String, minutes: Int?) {
        #expect(WorkedMinutes.read(text) == minutes)
    }

    /// Whatever is typed, a row is taken, refused or untouched, and never lost without a word.
    @Test(arguments: 0..<100) func `no row is lost`(seed: UInt64) {
        var numbers = Seeded(seed)
        let days = ["", "2026-11-17", "2026-11-30", "x"]
        let times = ["", "60", "1:30", "lots", " "]
        let rows = (0..<12).map { _ in
            WeekRow(
                caseID: ["C1", "C9"].randomElement(using: &numbers) ?? "",
                day: days.randomElement(using: &numbers) ?? "",
                minutes: times.randomElement(using: &numbers) ?? "",
                kind: ["home_visit", ""].randomElement(using: &numbers) ?? "",
                direct: ["yes", "no", ""].randomElement(using: &numbers) ?? "",
                attendance: ["attended", ""].randomElement(using: &numbers) ?? ""
            )
        }
        let entry = read(rows)
        let taken = Set(entry.entries.map(\.row))
        let refused = Set(entry.faults.map(\.row))
        for (index, row) in rows.enumerated() {
            #expect(row.isUntouched != (taken.contains(index) || refused.contains(index)))
        }
    }
}
