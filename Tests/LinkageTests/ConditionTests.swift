import Linkage
import Testing

@Suite struct ConditionTests {
    @Test(arguments: [(Bound.atLeast, true), (.above, false), (.atMost, true), (.below, false), (.exactly, true)])
    func boundsAtTheirLimit(bound: Bound, holds: Bool) {
        #expect(bound.holds(0.5, 0.5) == holds)
    }
}
