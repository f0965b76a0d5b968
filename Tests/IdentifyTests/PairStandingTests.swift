import Identify
import Testing

@Suite struct `What stands of two records` {
    @Test(
        arguments: [
            ([], .undecided, nil), ([.ask], .asked, nil), ([.ask, .ask], .asked, nil), ([.same], .same, true),
            ([.same, .same], .same, true), ([.same, .ask], .same, true), ([.different], .different, false),
            ([.ask, .different], .different, false), ([.same, .different], .disagreed, false),
            ([.different, .same, .same], .disagreed, false), ([.same, .different, .ask], .disagreed, false),
        ] as [([PairVerdict], PairStanding, Bool?)]
    )
    func `follows from everybody's last word`(said: [PairVerdict], standing: PairStanding, joins: Bool?) {
        #expect(PairStanding(said) == standing)
        #expect(PairStanding(said.reversed()) == standing)
        #expect(standing.joins == joins)
    }

    @Test func `is of the pair, whichever record was named first`() throws {
        let one = RecordName(source: "school", id: "2")
        let other = RecordName(source: "register", id: "10")
        let pair = try #require(RecordPair(one, other))
        #expect(pair == RecordPair(other, one))
        #expect(pair.first == other && !pair.isOfRegister)
        #expect(RecordPair(one, one) == nil)
        let said = [PairOpinion(pair, .same), PairOpinion(pair, .different)]
        #expect(said.standings == [pair: .disagreed])
    }
}
