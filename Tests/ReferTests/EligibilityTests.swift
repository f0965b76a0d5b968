import Definitions
import Invented
import Records
import Refer
import Testing
import Values

private let today = day("2026-11-21")

private func facts(
    born: String? = "2012-05-01",
    _ change: (inout EligibilityFacts) -> Void = { _ in }
) -> EligibilityFacts {
    var facts = EligibilityFacts(
        day: today,
        birth: born.flatMap(BirthDate.init),
        living: .home,
        protectionPlan: false,
        route: .nomination,
        agreed: true,
        livesInArea: true
    )
    change(&facts)
    return facts
}

@Suite struct `Who a programme is for` {
    private let programmes: [ProgrammeEligibility]

    init() throws {
        programmes = try ProgrammeEligibility.all(DefinitionSet())
    }

    private func look(_ id: String, _ facts: EligibilityFacts) throws -> Eligibility {
        try #require(programmes.first { $0.programme == id }).look(at: facts)
    }

    @Test(arguments: [
        ("2015-11-21", Eligibility.Standing.eligible), ("2015-11-22", .notEligible), ("2008-11-22", .eligible),
        ("2008-11-21", .notEligible), ("2012-03", .eligible), ("2015", .notKnown), ("2015-11", .notKnown),
        ("2014", .eligible), ("2016", .notEligible), ("2008", .notKnown), ("2007", .notEligible),
    ])
    func `MST is for those of 11 to 17`(born: String, expected: Eligibility.Standing) throws {
        #expect(try look("mst", facts(born: born)).standing == expected)
    }

    @Test func `what is not known is said, and is neither met nor not met`() throws {
        let found = try look("mst", facts(born: nil))
        #expect(found.standing == .notKnown)
        #expect(found.summary == "The date of birth is not known.")
    }

    @Test(arguments: [
        (LivingNow?.some(.residential), Eligibility.Standing.eligible), (.foster, .notEligible), (.home, .notEligible),
        (nil, .notKnown),
    ])
    func `MST-FIT is for those in residential care`(living: LivingNow?, expected: Eligibility.Standing) throws {
        #expect(try look("mst-fit", facts { $0.living = living }).standing == expected)
    }

    @Test func `MST-FIT has a residential phase of twelve weeks`() throws {
        let phase = try #require(programmes.first { $0.programme == "mst-fit" }?.residential)
        #expect(phase.nights == 84 && phase.reviewNights == [28, 56])
    }

    @Test(
        arguments: [
            (true, ReferralRoute.nomination, Eligibility.Standing.notEligible), (true, .stepDown, .eligible),
            (true, .returnHome, .eligible), (false, .nomination, .eligible), (nil, .nomination, .notKnown),
            (nil, .stepDown, .eligible),
        ] as [(Bool?, ReferralRoute, Eligibility.Standing)]
    )
    func `an open protection plan bars the service, unless stepping down`(
        plan: Bool?,
        route: ReferralRoute,
        expected: Eligibility.Standing
    ) throws {
        let found = try look(
            "priority-families",
            facts {
                $0.protectionPlan = plan
                $0.route = route
            }
        )
        #expect(found.standing == expected)
    }

    @Test func `the same for care`() throws {
        #expect(try look("mst", facts { $0.living = .foster }).standing == .notEligible)
        let returning = facts {
            $0.living = .foster
            $0.route = .returnHome
        }
        #expect(try look("mst", returning).standing == .eligible)
    }

    @Test func `every shipped rule says where it is from, and gives a sentence`() {
        for programme in programmes {
            #expect(!programme.rules.isEmpty, "\(programme.programme) has no rules")
            for finding in programme.look(at: facts()).findings {
                #expect(!finding.rule.words.isEmpty && !finding.rule.provenance.document.isEmpty)
                #expect(finding.reason.hasSuffix("."))
            }
        }
    }

    @Test func `a programme without rules turns nobody away`() {
        let open = ProgrammeEligibility(programme: "local", shortTitle: "Local", rules: [])
        #expect(open.look(at: facts()).standing == .noRules)
    }

    @Test(arguments: 0..<200) func `it is eligible where every rule is met, and only then`(seed: UInt64) {
        var random = Seeded(seed)
        let asked = facts(born: ["2012-05-01", "2010", "2016-01", nil].randomElement(using: &random) ?? nil) {
            $0.living = (LivingNow.allCases.map(Optional.some) + [nil]).randomElement(using: &random) ?? nil
            $0.protectionPlan = [true, false, nil].randomElement(using: &random) ?? nil
            $0.agreed = [true, false, nil].randomElement(using: &random) ?? nil
            $0.livesInArea = [true, false, nil].randomElement(using: &random) ?? nil
            $0.route = ReferralRoute.allCases.randomElement(using: &random) ?? .other
        }
        for programme in programmes {
            let found = programme.look(at: asked)
            let findings = Set(found.findings.map(\.finding))
            #expect((found.standing == .eligible) == (findings == [.met]))
            #expect((found.standing == .notEligible) == findings.contains(.notMet))
        }
    }
}

@Suite struct `Definitions of who a programme is for` {
    private func problems(_ rule: String) -> [String] {
        let text = """
            kind: programme
            id: local
            version: "1"
            from: 2026-01-01
            source: {document: A paper, section: Table 1}
            evidence: stated
            title: Local
            short_title: Local
            eligibility:
              - \(rule)
                source: {document: A paper, section: Table 1}
                evidence: stated
            """
        do {
            let file = DefinitionFile(name: "local.yml", bytes: Array(text.utf8))
            let set = try DefinitionSet(shipped: [], local: [file])
            _ = try Programme.all(set)
            _ = try ProgrammeEligibility.all(set)
            return []
        } catch { return error.problems.map(\.description) }
    }

    @Test func `a rule that is known is read`() {
        #expect(problems("rule: agreement").isEmpty)
        #expect(problems("rule: {}").count == 1)
    }

    @Test(arguments: ["rule: height", "rule: age", "rule: routes"])
    func `what is not understood is refused with its line`(rule: String) {
        #expect(problems(rule).allSatisfy { $0.hasPrefix("local.yml, line ") })
        #expect(!problems(rule).isEmpty)
    }
}
