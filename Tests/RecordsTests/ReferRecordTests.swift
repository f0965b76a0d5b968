import Records
import Testing
import Values

/// The records of referring, the gateway and homes.
@Suite struct ReferRecordTests {
    private func expectSound<Kept: Record & Equatable>(_ kind: Kept.Type) throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<20 {
            let row = Kept.table.inventedRow(using: &generator)
            let record = try Kept(row: row)
            #expect(record.row == row, "\(Kept.table.name)")
        }
        #expect(Kept.table.key == [0], "\(Kept.table.name)")
        let isOfPerson = Kept.table.index(of: "person_id") != nil
        #expect(isOfPerson || !Kept.table.fields.contains(where: \.isPersonal), "\(Kept.table.name) can be erased")
    }

    @Test func areReadAsTheyAreWritten() throws {
        try expectSound(ReferralLink.self)
        try expectSound(ReferralDetails.self)
        try expectSound(ReferralEqualities.self)
        try expectSound(GatewayStep.self)
        try expectSound(PanelMeeting.self)
        try expectSound(ReferralHolder.self)
        try expectSound(ReferrerFeedback.self)
        try expectSound(PlaceOffer.self)
        try expectSound(MeanwhileSupport.self)
        try expectSound(Home.self)
        try expectSound(HomeBed.self)
        try expectSound(HomeStay.self)
        try expectSound(StayExtension.self)
        try expectSound(HomeVoid.self)
    }

    @Test(arguments: [
        (nil, []), ("", []), (" ; ;", []), ("debt", ["debt"]), ("debt; school ;crime", ["debt", "school", "crime"]),
        ("found by x (a, b) ", ["found by x (a, b)"]),
    ])
    func presentingIssuesAreReadOneByOne(text: String?, issues: [String]) {
        #expect(Referral.issues(in: text) == issues)
    }

    @Test func aStayDoesNotEndBeforeItBegins() {
        let stay = HomeStay(
            id: Identifier("S1"),
            bedID: Identifier("B1"),
            personID: Identifier("P1"),
            arrivesOn: Day(number: 100),
            plannedUntil: Day(number: 99)
        )
        #expect(stay.refusal?.field == "planned_until")
    }
}
