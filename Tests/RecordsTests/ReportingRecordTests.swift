import Records
import Testing
import Values

@Suite struct `What is kept of reports and of the service` {
    private static let kinds: [any Record.Type] = [
        ReportNarrative.self, ReportAction.self, ReviewSignOff.self, Complaint.self, TrainingCourse.self,
        ServiceFeedback.self, CaseStudy.self,
    ]

    @Test(arguments: kinds.indices) func `is read as it was written`(index: Int) throws {
        let kind = Self.kinds[index]
        var generator = SeededGenerator(seed: UInt64(index + 1))
        for _ in 0..<50 {
            let row = kind.table.inventedRow(using: &generator)
            #expect(try Self.row(kind, row) == row, "\(kind.table.name)")
        }
    }

    /// A row that was read and is refused for what it says is read all the same.
    private static func row(_ kind: any Record.Type, _ row: [Cell]) throws -> [Cell] {
        var reader = RowReader(row: row, table: kind.table)
        return try kind.init(reading: &reader).row
    }

    private static func study(_ change: (inout CaseStudy) -> Void) -> RecordRefusal? {
        var study = CaseStudy(
            id: Identifier("S1"),
            organisationID: Identifier("O1"),
            programme: "mst",
            title: "A title",
            before: "Before.",
            work: "Work.",
            after: "After.",
            draftedOn: Day(number: 100),
            draftedBy: "U1"
        )
        change(&study)
        return study.refusal
    }

    @Test func `a case study is published with consent and another's review`() {
        let day = Day(number: 110)
        #expect(Self.study { _ in } == nil)
        #expect(Self.study { $0.reviewedBy = "U1" }?.field == "reviewed_by")
        #expect(Self.study { $0.publishedOn = day }?.field == "consented_on")
        #expect(
            Self.study {
                $0.publishedOn = day
                $0.consentedOn = day
                $0.consentedBy = "Parent"
            }?.field == "reviewed_on"
        )
        #expect(
            Self.study {
                $0.publishedOn = day
                $0.consentedOn = day
                $0.consentedBy = "Parent"
                $0.reviewedOn = day
                $0.reviewedBy = "U2"
            } == nil
        )
    }

    @Test func `nobody signs off what they handed in`() {
        var signOff = ReviewSignOff(
            id: Identifier("R1"),
            report: "review",
            from: Day(number: 0),
            to: Day(number: 90),
            knownAt: 1,
            submittedOn: Day(number: 95),
            submittedBy: "U1"
        )
        #expect(signOff.refusal == nil)
        signOff.signedBy = "U1"
        #expect(signOff.refusal?.field == "signed_by")
        signOff.signedBy = "U2"
        #expect(signOff.refusal == nil)
    }

    @Test func `answers are 1 to 5, and an outcome has its day`() {
        var feedback = ServiceFeedback(
            id: Identifier("B1"),
            organisationID: Identifier("O1"),
            source: .parent,
            receivedOn: Day(number: 10),
            satisfaction: 5,
            said: "Words.",
            keptBy: "U1"
        )
        #expect(feedback.refusal == nil)
        feedback.satisfaction = 6
        #expect(feedback.refusal?.field == "satisfaction")
        var complaint = Complaint(
            id: Identifier("C1"),
            organisationID: Identifier("O1"),
            kind: .complaint,
            source: .parent,
            receivedOn: Day(number: 10),
            words: "Words.",
            outcome: .upheld,
            keptBy: "U1"
        )
        #expect(complaint.refusal?.field == "resolved_on")
        complaint.resolvedOn = Day(number: 9)
        #expect(complaint.refusal?.field == "resolved_on")
        complaint.resolvedOn = Day(number: 10)
        #expect(complaint.refusal == nil)
    }
}
