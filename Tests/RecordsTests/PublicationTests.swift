import Records
import Testing
import Values

@Suite struct `A publication` {
    private static func made() throws -> Publication {
        Publication(
            id: Identifier("PUB-1"),
            schedule: "monthly",
            title: "Monthly",
            period: FinancialYear(startYear: 2025).period,
            knownAt: 3,
            definitions: "2026.2",
            isPublic: true,
            madeOn: try #require(Day(iso: "2026-04-08")),
            madeBy: "U1"
        )
    }

    @Test func `waits until somebody else approves it`() throws {
        var publication = try Self.made()
        #expect(publication.isWaiting && publication.refusal == nil)
        publication.approvedOn = publication.madeOn
        publication.approvedBy = "U1"
        #expect(publication.refusal?.field == "approved_by")
        publication.approvedBy = "U2"
        #expect(publication.refusal == nil && publication.isIssued)
    }

    @Test func `is not both issued and turned down`() throws {
        var publication = try Self.made()
        publication.approvedOn = publication.madeOn
        publication.approvedBy = "U2"
        publication.turnedDownOn = publication.madeOn
        #expect(publication.refusal?.field == "turned_down_on")
    }

    @Test func `that puts another right says why`() throws {
        var publication = try Self.made()
        publication.corrects = Identifier("PUB-0")
        #expect(publication.refusal?.field == "reason")
        publication.reason = "A school was left out."
        #expect(publication.refusal == nil)
        publication.corrects = nil
        #expect(publication.refusal?.field == "reason")
    }
}
