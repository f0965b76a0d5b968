import Exchange
import Identify
import Records
import Testing
import Values

@Suite struct `An extract in mapped CSV` {
    private let header = GivenFeed.offencesHeader
    private let line = "A1, Zoë ,Birch,27/03/2009,Male,12,Mill Bank,Northgate,Offence,01/05/2026,Guilty,C-9,kept late\n"

    @Test func `gives records with who they are about and their dated facts`() throws {
        let reading = GivenFeed.read(header + line)
        let row = try #require(reading.rows.first)
        #expect(reading.problems.isEmpty && reading.rows.count == 1)
        #expect(row.recordID == "A1")
        #expect(row.identity[.forename] == "Zoë" && row.identity[.dob] == "2009-03-27" && row.identity[.sex] == "M")
        #expect(row.identity[.street] == "Mill Bank Northgate" && row.identity[.house] == "12")
        let event = FeedFact.event(
            kind: .offence,
            on: GivenFeed.day("2026-05-01"),
            proven: true,
            reference: "C-9"
        )
        #expect(row.facts == [event])
        #expect(reading.notRead == [ColumnNotRead(column: "Notes", reason: .notMapped)])
    }

    @Test func `drops what the agreement does not permit and says so`() throws {
        let reading = GivenFeed.read(header + line, permits: [.surname, .event])
        let row = try #require(reading.rows.first)
        #expect(row.identity.inOrder.compactMap(\.self) == ["Birch"])
        #expect(
            row.facts == [
                .event(kind: .offence, on: GivenFeed.day("2026-05-01"), proven: nil, reference: nil)
            ]
        )
        let outside = reading.notRead.filter { $0.reason == .outsideAgreement }.map(\.column)
        #expect(outside == ["First name", "Born", "Sex", "No", "Line 1", "Line 2", "Outcome", "Crime no"])
        let without = try #require(GivenFeed.read(header + line, permits: [.surname]).rows.first)
        #expect(without.facts.isEmpty)
    }

    @Test func `needs no column that the agreement does not permit`() {
        let reading = GivenFeed.read("Ref,Last name\nA1,Birch\n", permits: [.surname])
        #expect(reading.isAccepted && reading.rows.count == 1)
    }

    @Test func `refuses a mapping that names a column it does not have, with what it has`() {
        let reading = GivenFeed.read("Ref,First name,Family name\nA1,Zoë,Birch\n", permits: [.forename, .surname])
        #expect(!reading.isAccepted && reading.rows.isEmpty && reading.rules == ["wrong-mapping"])
        #expect(
            reading.messages == [
                "the mapping names a column Last name, and the file has Ref, First name, Family name: mend the "
                    + "mapping, or ask for the extract again"
            ]
        )
        #expect(reading.problems.first?.field == "Last name")
    }

    @Test func `does not repeat the first row of a file without column names`() {
        let reading = GivenFeed.read(line + line)
        #expect(reading.rules == ["wrong-mapping"])
        #expect(!reading.messages.joined().contains("Birch"))
    }

    @Test(arguments: [
        ("2009-03-27", "9999-99-99"), ("27.3.2009", "99.9.9999"), ("March 2009", "AAAAA 9999"),
    ])
    func `refuses dates written otherwise, by their shape alone`(written: String, shape: String) {
        let reading = GivenFeed.read(header + line.replacing("27/03/2009", with: written))
        #expect(!reading.isAccepted && reading.rules == ["value-left-out", "wrong-date-format"])
        let message = reading.problems.last?.message ?? ""
        #expect(message.contains(shape) && message.contains("dd/mm/yyyy") && !message.contains(written))
    }

    @Test func `leaves out a birth date that is a slip`() {
        let slip = line.replacing("A1", with: "A2").replacing("27/03/2009", with: "31/02/2009")
        let reading = GivenFeed.read(header + line + slip)
        #expect(reading.isAccepted && reading.rules == ["value-left-out"])
        #expect(reading.rows.map { $0.identity[.dob] } == ["2009-03-27", nil])
    }

    @Test(arguments: [
        ("01/05/2026", "31/04/2026", "not-a-date"), (",Offence,", ",Fraud,", "unknown-code"),
        ("A1", "", "missing-value"),
        ("kept late", "\"kept late", "unclosed-quote"), ("kept late", "kept, late", "wrong-field-count"),
    ])
    func `is refused whole for a line that cannot be taken`(right: String, wrong: String, rule: String) {
        let good = line.replacing("A1", with: "A2")
        let reading = GivenFeed.read(
            header + good + good.replacing("A2", with: "A3") + line.replacing(right, with: wrong)
        )
        #expect(reading.rules == [rule] && reading.rows.isEmpty)
        #expect(reading.problems.first?.line == 4)
        for word in ["Birch", "Fraud", "31/04", "kept"] { #expect(!reading.messages.joined().contains(word)) }
    }

    @Test func `joins the lines of one record, whatever their order`() throws {
        let second = line.replacing("01/05/2026", with: "02/05/2026").replacing("C-9", with: "C-10")
        let one = GivenFeed.read(header + line + second + line)
        let other = GivenFeed.read(header + second + line)
        #expect(one.rows == other.rows && one.rows.first?.facts.count == 2)
        #expect(one.problems.isEmpty)
    }

    @Test func `takes the last of lines that differ in who a record is about`() {
        let reading = GivenFeed.read(header + line + line.replacing("Birch", with: "Beech"))
        #expect(reading.isAccepted && reading.rules == ["identity-differs"])
        #expect(reading.rows.map { $0.identity[.surname] } == ["Beech"])
        #expect(!reading.messages.joined().contains("Beech"))
    }

    @Test func `has no fact where the date is blank`() {
        let reading = GivenFeed.read(header + line.replacing("01/05/2026", with: ""))
        #expect(reading.isAccepted && reading.rows.first?.facts.isEmpty == true)
    }

    @Test func `reads sessions and work`() throws {
        let mapping = FeedMapping(
            source: "school",
            recordID: "Ref",
            facts: [
                .attendance(
                    AttendanceMapping(
                        from: DatedColumn("From"),
                        to: DatedColumn("To"),
                        possible: "Possible",
                        authorised: "A",
                        unauthorised: "U"
                    )
                ),
                .work(WorkMapping(status: .always(.employed), from: DatedColumn("Since"))),
            ]
        )
        let header = "Ref,From,To,Possible,A,U,Since\n"
        let (from, to) = (GivenFeed.day("2026-01-05"), GivenFeed.day("2026-02-12"))
        let reading = GivenFeed.read(header + "A,2026-01-05,2026-02-12,56.0,3,9,2025-01-01 00:00:00\n", mapping)
        #expect(
            reading.rows.first?.facts == [
                .attendance(from: from, to: to, possible: 56, authorised: 3, unauthorised: 9),
                .work(.employed, benefit: nil, from: GivenFeed.day("2025-01-01"), to: nil),
            ]
        )
        let more = GivenFeed.read(header + "A,2026-01-05,2026-02-12,10,3,9,\n", mapping)
        #expect(more.isAccepted && more.rules == ["fact-left-out"] && more.rows.first?.facts.isEmpty == true)
        #expect(GivenFeed.read(header + "A,2026-01-05,2026-02-12,x,3,9,\n", mapping).rules == ["not-a-whole-number"])
        #expect(GivenFeed.read(header + "A,2026-02-12,2026-01-05,10,3,9,\n", mapping).rules == ["end-before-start"])
    }
}
