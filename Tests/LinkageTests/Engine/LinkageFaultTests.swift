import Testing

@testable import Linkage

/// Models and records that cannot be linked, and what is said.
@Suite struct LinkageFaultTests {
    private let raw = Town.columns(Town(households: 40, seed: 3).rows)

    @Test func anUntrainedModelSaysWhatIsMissing() throws {
        let fault = #expect(throws: LinkageFault.self) { try Linker.link(raw, by: .town()) }
        #expect(fault?.description.contains("the prior is not set; forename, same") == true)
        #expect(fault?.description.hasSuffix("link with --train") == true)
    }

    @Test func aRuleThatBringsTooManyPairsIsRefusedWithTheirNumber() throws {
        var model = LinkageModel.town()
        model.fields.append(
            LinkageField(name: "century", origin: .derived(from: "dob", .part(.characters(from: 1, count: 1))))
        )
        model.blocking = [.on("dob"), .on("century")]
        var options = LinkageOptions()
        options.trains = true
        options.mostPairs = 1000
        let fault = #expect(throws: LinkageFault.self) { try Linker.link(raw, by: model, options: options) }
        guard case .tooManyPairs(rule: 1, let pairs, limit: 1000) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(pairs > 1000)
    }

    @Test func aFieldTheModelDoesNotHaveIsNamed() throws {
        var model = LinkageModel.town()
        model.blocking.append(.on("shoe_size"))
        #expect(throws: LinkageFault.unknownField("shoe_size", in: nil)) { try Linker.link(raw, by: model) }
    }

    @Test func deterministicRulesThatFindNobodyAreSaid() throws {
        var model = LinkageModel.town()
        let rows = Town(households: 40, seed: 3).rows.filter { $0.id.hasSuffix("-0") }
        model.training.deterministic = [.on("forename", "surname", "dob")]
        var options = LinkageOptions()
        options.trains = true
        #expect(throws: LinkageFault.noDeterministicPairs) {
            try Linker.link(Town.columns(rows), by: model, options: options)
        }
    }

    @Test func oneRecordIsNotEnough() throws {
        let one = Town.columns(Array(Town(households: 1, seed: 3).rows.prefix(1)))
        #expect(throws: LinkageFault.tooFewRecords(1)) { try Linker.link(one, by: .town()) }
    }

    @Test func aLevelNobodyIsAtIsSaidAndNotPassedOver() throws {
        var model = LinkageModel.town()
        let never = Condition.all([.agree("dob"), .same(.left("forename"), Term(.constant("NOBODY")))])
        model.comparisons[2].levels.insert(ComparisonLevel(label: "never", test: .when(never)), at: 1)
        var options = LinkageOptions()
        options.trains = true
        let remarks = try Linker.link(raw, by: model, options: options).account.remarks
        #expect(remarks.contains { $0.hasPrefix("dob, never: none of") })
    }
}
