import Definitions
import Pay
import Testing
import Values

@Suite struct `Rotherham's Appendix 1` {
    /// Every cell of the appendix in pounds, typed from the paper; nil where it has none.
    static let appendix: [(line: String, pounds: [Int?])] = [
        ("cost-residential", [142_500, 570_000, 570_000, 570_000, 570_000, 427_500]),
        ("cost-community", [100_000, 400_000, 400_000, 400_000, 400_000, 300_000]),
        ("cost-other", [37_500, 150_000, 150_000, 150_000, 150_000, 150_000]),
        ("set-up", [66_125, 0, 0, 0, 0, 0]),
        ("gross", [346_125, 1_120_000, 1_120_000, 1_120_000, 1_120_000, 877_500]),
        ("net", [346_125, 1_120_000, 1_120_000, 1_120_000, 1_120_000, 877_500]),
        ("forecast", [5_743_750, 22_975_000, 22_975_000, 22_975_000, 22_975_000, 22_975_000]),
        ("revised", [5_612_500, 21_531_250, 20_053_750, 18_966_250, 18_567_500, 18_376_250]),
        ("budget-residential", [178_125, 570_000, 570_000, 570_000, 570_000, 427_500]),
        ("budget-community", [125_000, 400_000, 400_000, 400_000, 400_000, 300_000]),
        ("budget-other", [43_000, 150_000, 150_000, 150_000, 150_000, 150_000]),
        ("income", [0, 0, 0, 0, 0, 0]),
        ("combined", [5_958_625, 22_651_250, 21_173_750, 20_086_250, 19_687_500, 19_253_750]),
        ("in-year", [214_875, -323_750, -1_477_500, -1_087_500, -398_750, -433_750]),
        ("run-rate", [nil, -323_750, -1_801_250, -2_888_750, -3_287_500, -3_721_250]),
        ("cash-cumulative", [214_875, -108_875, -1_910_125, -4_798_875, -8_086_375, -11_807_625]),
    ]

    @Test(arguments: appendix)
    func `comes out in every cell to the pound`(line: String, pounds: [Int?]) throws {
        let table = PlanTable(try rotherham())
        #expect(table.years.map(\.short) == ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"])
        let found = try #require(table.line(line))
        #expect(found.cells.map { $0.map { $0.amount.pence } } == pounds.map { $0.map { Int64($0) * 100 } })
    }

    @Test func `comes out the same from the children in a file`() throws {
        let plan = try rotherham()
        let (header, rows) = try fixtureTable("rotherham_children_60.csv")
        let children = try ChildTable.read("rotherham_children_60.csv", header: header, rows: rows, of: plan)
        #expect(children.count == 60)
        #expect(children.count(where: \.returns) == 45)
        #expect(children.map(\.annualPrice) == plan.plannedChildren.map(\.annualPrice))
        let table = PlanTable(plan, children: children)
        #expect(table.lines.map(\.amounts) == PlanTable(plan).lines.map(\.amounts))
    }

    @Test func `has the whole-plan sums worked out by hand`() throws {
        let plan = try rotherham()
        let table = PlanTable(plan)
        let cash = try #require(table.line("cash")?.amounts)
        #expect(cash.dropFirst().total == Money(pence: -1_202_250_000))
        #expect(cash.total == Money(pence: -1_180_762_500))
        let cost = try #require(table.line("gross")?.amounts)
        let avoided = try #require(table.line("reduction")?.amounts)
        #expect(cost.total == Money(pence: 570_362_500))
        #expect(avoided.total == Money(pence: -1_751_125_000))
        // At 3.5 % from 2018/19 on: 5,198,805 and 15,581,764, so 10,382,959.
        let present = { (amounts: [Money]) in
            amounts.enumerated().map { plan.discount.presentValue($0.element, year: $0.offset).pounds }.reduce(0, +)
        }
        #expect(abs(present(cost) - 5_198_805) < 1)
        #expect(abs(present(avoided) + 15_581_764) < 1)
        let line = try #require(table.line("present-value")?.amounts)
        #expect(abs(line.total.pounds + 10_382_959) < 1)
    }

    @Test func `names its own inconsistencies`() throws {
        let findings = PlanTable(try rotherham()).findings
        let doubtful = findings.filter { $0.standing != .holds }
        let kinds = doubtful.map(\.kind)
        #expect(kinds.count { $0 == .label } == 1)
        #expect(
            Set(kinds) == [
                .label, .statement, .partYear, .comparison, .ending, .placePrice, .flat, .counterfactual, .income,
            ]
        )

        func numbers(_ kind: PlanFinding.Kind) -> [Double] {
            doubtful.first { $0.kind == kind }?.evidence.map { evidence in
                switch evidence.value {
                case .money(let money): money.pounds
                case .number(let number, _): number
                }
            } ?? []
        }
        #expect(numbers(.label) == [-3_721_250, -3_721_250, -11_807_625, -12_022_500])
        #expect(numbers(.partYear) == [150_000, 112_500])
        #expect(numbers(.ending) == [-433_750, -242_500, -191_250])
        #expect(numbers(.placePrice) == [190_000, 175_000])
        #expect(numbers(.comparison) == [5_743_750, 22_975_000])
        let entrants = doubtful.first { $0.sentence.contains("Further children a year in scope") }
        let found = try #require(entrants?.evidence.last)
        guard case .number(let number, _) = found.value else { return #expect(Bool(false)) }
        #expect(abs(number - 12.537) < 0.001)
    }

    @Test func `every stated line but the mislabelled one comes out`() throws {
        let plan = try rotherham()
        let stated = plan.statements.filter { if case .amounts = $0.claim { true } else { false } }
        #expect(stated.count == 16)
        let findings = PlanTable(plan).findings.filter { $0.kind == .statement || $0.kind == .label }
        #expect(findings.count { $0.standing == .holds && $0.sentence.contains("as stated") } == 15)
    }
}
