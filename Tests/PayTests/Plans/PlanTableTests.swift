import Definitions
import Pay
import Testing
import Values

@Suite struct `A plan's table` {
    /// Plans of every option, and of random rules, prices and children.
    static func tables(_ count: Int) throws -> [PlanTable] {
        let plan = try rotherham()
        var generator = SeededGenerator(seed: 7)
        return (0..<count).map { _ in
            var varied = plan
            varied.cohort.beds = Int.random(in: 1...6, using: &generator)
            varied.cohort.successPercent = Decimal(Int.random(in: 0...100, using: &generator))
            let price = Money(pence: Int64.random(in: 0...40_000_000, using: &generator))
            varied.placements[0].annualPrice = price
            var option = plan.options[Int.random(in: 0..<plan.options.count, using: &generator)]
            option.investor?.returnPercent = Decimal(Int.random(in: 0...10, using: &generator))
            let asGiven = Bool.random(using: &generator)
            let children = asGiven ? plan.plannedChildren : varied.cohort.children(varied.delivery, varied.placements)
            return PlanTable(varied, option: option, children: children)
        }
    }

    @Test func `every amount that is taken from another line is that line's`() throws {
        for table in try Self.tables(200) {
            for addend in table.lines.flatMap({ $0.cells.compactMap(\.self) }).flatMap(\.addends) {
                guard let place = addend.opens, place.line != "cash" else { continue }
                let other = try #require(table.cell(place.line, place.year))
                #expect(addend.amount.pence.magnitude == other.amount.pence.magnitude)
            }
        }
    }

    @Test func `totals are those of the table`() throws {
        for table in try Self.tables(200) {
            let totals = PlanTotals(table.plan, table.option, children: table.children)
            let amounts = { (line: String) in table.line(line)?.amounts ?? [] }
            #expect(totals.forecast == amounts("forecast"))
            #expect(totals.cost == amounts("gross"))
            #expect(totals.avoided.map(\.pence) == amounts("reduction").map { -$0.pence })
            #expect(totals.income.map(\.pence) == amounts("income").map { -$0.pence })
            #expect(totals.saved.map(\.pence) == amounts("cash").map { -$0.pence })
            #expect(totals.totalSaved.pence == -(amounts("cash-cumulative").last?.pence ?? 0))
        }
    }

    @Test func `money paid later is the same money`() throws {
        for table in try Self.tables(300) {
            let result = OptionResult(table.plan, table.option, children: table.children)
            let returned = table.children.contains(where: \.returns)
            let paid = result.cash.map(\.amount).total
            // Where nobody goes home nothing is paid for outcomes, and investors lose what they put in.
            let owed = table.option.runs && !returned ? result.funded + result.totals.investorReturn.total : .zero
            #expect(paid == result.saved + owed)
            #expect(result.mostOutOfPocket >= .zero)
        }
    }

    @Test func `doing nothing costs and saves nothing`() throws {
        let plan = try rotherham()
        let nothing = try #require(plan.option("do-nothing"))
        let table = PlanTable(plan, option: nothing)
        for line in ["gross", "net", "reduction", "cash", "cash-cumulative"] {
            #expect(table.line(line)?.amounts.allSatisfy { $0 == .zero } == true)
        }
        #expect(table.line("combined")?.amounts == table.line("forecast")?.amounts)
        let result = OptionResult(plan, nothing, children: plan.plannedChildren)
        #expect(result.cash.allSatisfy { $0.amount == .zero })
    }

    @Test func `a loss where nobody goes home is borne by whoever paid first`() throws {
        let plan = try rotherham()
        let results = plan.options.map { OptionResult(plan, $0, children: plan.plannedChildren) }
        // 60 children for a quarter each: 45 from residential care and 15 from fostering.
        let inHome = Money(pence: (45 * 43_750 + 15 * 11_250) * 100)
        let cost = Money(pence: 570_362_500)
        #expect(results[0].withoutReturns.council == inHome - cost)
        #expect(results[0].withoutReturns.investors == .zero)
        #expect(results[1].withoutReturns.council == inHome)
        #expect(results[1].withoutReturns.investors.pence == -cost.pence)
        #expect(results[2].withoutReturns.council + results[2].withoutReturns.investors == inHome - cost)
    }

    @Test func `the return to investors is what the plan says of what they put in`() throws {
        let plan = try rotherham()
        let bond = try #require(plan.option("social-impact-bond"))
        let result = OptionResult(plan, bond, children: plan.plannedChildren)
        #expect(result.funded == Money(pence: 570_362_500))
        #expect(result.outcomePayments == Money(pence: 598_880_625))
        // The last children go home in January 2024 and are paid for until two years later.
        #expect(result.cash.last?.quarter.text == "2025/26 Q4")
        // The grant of £85,000 for five years is more than the return, as the paper says.
        #expect(result.totals.income.total == Money(pence: 42_500_000))
        #expect(result.totals.investorReturn.total == Money(pence: 28_518_125))
    }
}

@Suite struct `Quarters of the financial year` {
    @Test(arguments: [
        ("2018/19 Q4", "2019-01-01", "January to March 2019"), ("2019/20 Q1", "2019-04-01", "April to June 2019"),
        ("1999/00 Q3", "1999-10-01", "October to December 1999"),
    ])
    func `are read and written`(text: String, first: String, long: String) throws {
        let quarter = try #require(FinancialQuarter(text))
        #expect(quarter.text == text)
        #expect(quarter.firstDay.iso == first)
        #expect(quarter.long == long)
    }

    @Test(arguments: ["2018/20 Q1", "2018/19 Q5", "2018/19 Q0", "2018/19Q1", "2018-19 Q1", "18/19 Q1", "2018/19 Q", ""])
    func `are refused where they are none`(text: String) {
        #expect(FinancialQuarter(text) == nil)
    }

    @Test func `hold the days of their own months`() throws {
        for number in 0..<4000 {
            let day = try #require(Day(year: 2016, month: 1, day: 1)) + number
            let quarter = FinancialQuarter(containing: day)
            #expect(quarter.firstDay <= day && day < (quarter + 1).firstDay)
            #expect(quarter.year == FinancialYear(containing: day))
        }
    }

    @Test func `share out every amount of a year exactly`() {
        for pence in (-41...41).map(Int64.init) + [17_500_000, 17_500_001, 99_999_999_999] {
            let year = Money(pence: pence)
            let parts = (1...4).map(year.quarter)
            #expect(parts.total == year)
            #expect((parts.map(\.pence).max() ?? 0) - (parts.map(\.pence).min() ?? 0) <= 1)
        }
    }
}

@Suite struct `Rates of discount` {
    /// HM Treasury, The Green Book, annex A6, table of discount factors.
    @Test(arguments: [
        (0, 1), (1, 0.9662), (2, 0.9335), (3, 0.9019), (4, 0.8714), (5, 0.8420), (30, 0.3563), (31, 0.3459),
    ])
    func `are those of the Green Book`(year: Int, factor: Double) {
        #expect(abs(DiscountRates.greenBook.factor(year: year) - factor) < 0.00005)
    }

    @Test func `fall to 2.5 % after 75 years`() {
        let rates = DiscountRates.greenBook
        #expect(abs(rates.factor(year: 75) / rates.factor(year: 76) - 1.025) < 1e-12)
        #expect(abs(rates.factor(year: 74) / rates.factor(year: 75) - 1.03) < 1e-12)
    }
}
