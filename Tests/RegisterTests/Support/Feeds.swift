import Identify
import Records
import Register
import Values

/// A feed under an agreement from 2025 to 2026, kept for 12 months unless said otherwise.
func feed(
    _ id: String = "school",
    extent: FeedExtent = .full,
    reference: String = "ISA-1",
    expires: Day = day(2026, 12, 31),
    withdrawn: Day? = nil,
    months: Int = 12
) -> Feed {
    Feed(
        id: id,
        title: id,
        owner: "A partner",
        kind: .education,
        agreement: Agreement(
            reference: reference,
            purpose: "To try it",
            lawfulBasis: "None",
            signedOn: day(2025, 1, 1),
            expiresOn: expires,
            withdrawnOn: withdrawn,
            retentionMonths: months,
            fields: Set(FeedField.allCases)
        ),
        extent: extent,
        mapping: FeedMapping(source: id)
    )
}

/// A record of an extract.
func feedRow(_ id: String, _ surname: String = "Birch", facts: [FeedFact] = []) -> FeedRow {
    FeedRow(recordID: id, identity: FeedIdentity([.surname: surname, .dob: "2011-02-03"]), facts: facts)
}

extension TemporaryRegister {
    @discardableResult
    func receive(_ rows: [FeedRow], of feed: Feed, on day: Day) throws -> FeedReceipt {
        try register.receive(rows, of: feed, on: day, as: .test, at: .start)
    }

    func rows(of feed: Feed, on day: Day, since: Int? = nil) throws -> [FeedRow] {
        try register.feedRows(of: feed, on: day, since: since)
    }
}
