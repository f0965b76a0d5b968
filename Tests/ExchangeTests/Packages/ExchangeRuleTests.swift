import Exchange
import Testing

struct ExchangeRuleTests {
    @Test func everyRuleHasACodeAndAMeaning() {
        for rule in ExchangeRule.allCases {
            #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
            #expect(rule.meaning.hasSuffix("."))
            #expect((rule.severity == .error) == rule.blocksImport)
        }
        let ours = ExchangeRule.allCases.map(\.rawValue) + QualityChecks.all.map(\.rule)
        #expect(Set(ours).count == ours.count)
    }
}
