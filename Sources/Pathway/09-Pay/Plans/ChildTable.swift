package import Definitions
import Values

/// The children of a plan as a table: one row a child, columns by name.
package enum ChildTable {
    /// A row of a file with the line it stands on.
    package struct Row: Sendable {
        package let line: Int
        package let cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// The columns that must be there.
    package static let required = ["child", "start_quarter", "prior_placement", "annual_cost_gbp", "returned_home"]
    /// Those that may be.
    package static let optional = ["next_annual_cost_gbp", "saving_ends_quarter"]

    /// Reads the children; other columns are passed over.
    ///
    /// Throws everything that is wrong, with file and line.
    package static func read(
        _ file: String,
        header: [String],
        rows: [Row],
        of plan: Plan
    ) throws(DefinitionRefusal) -> [PlannedChild] {
        var problems = required.filter { !header.contains($0) }.map {
            DefinitionProblem(file: file, line: 1, reason: "the column \($0) is missing")
        }
        guard problems.isEmpty else { throw DefinitionRefusal(problems) }
        if rows.count > 100_000 {
            problems.append(DefinitionProblem(file: file, line: nil, reason: "there must be at most 100,000 children"))
        }
        var children: [PlannedChild] = []
        var seen: Set<String> = []
        for row in rows.prefix(100_000) {
            var reader = ChildRow(file: file, header: header, row: row)
            let child = reader.child(plan)
            if let child, !seen.insert(child.id).inserted { reader.refuse("child", "is there twice") }
            problems += reader.problems
            if let child { children.append(child) }
        }
        if rows.isEmpty {
            problems.append(DefinitionProblem(file: file, line: nil, reason: "there must be at least one child"))
        }
        guard problems.isEmpty else { throw DefinitionRefusal(problems) }
        return children
    }
}

/// One row, and what is wrong with it.
private struct ChildRow {
    let file: String
    let header: [String]
    let row: ChildTable.Row
    var problems: [DefinitionProblem] = []

    mutating func refuse(_ column: String, _ reason: String) {
        problems.append(DefinitionProblem(file: file, line: row.line, reason: "\(column) \(reason)"))
    }

    private func text(_ column: String) -> String {
        guard let position = header.firstIndex(of: column), position < row.cells.count else { return "" }
        return row.cells[position]
    }

    private mutating func quarter(_ column: String) -> FinancialQuarter? {
        guard !text(column).isEmpty else { return nil }
        if let quarter = FinancialQuarter(text(column)) { return quarter }
        if let day = Day(iso: text(column)) { return FinancialQuarter(containing: day) }
        refuse(column, "must be a quarter like 2018/19 Q4, or a real date like 2019-01-14")
        return nil
    }

    private mutating func pounds(_ column: String) -> Money? {
        guard !text(column).isEmpty else { return nil }
        guard let decimal = Decimal(text(column)), decimal >= .zero, decimal <= Decimal(1_000_000_000),
            decimal.places <= 2, let money = Money(pounds: decimal)
        else {
            refuse(column, "must be pounds from 0 to 1000000000, like 175000")
            return nil
        }
        return money
    }

    mutating func child(_ plan: Plan) -> PlannedChild? {
        let starts = quarter("start_quarter")
        let price = pounds("annual_cost_gbp")
        let next = pounds("next_annual_cost_gbp")
        let ends = quarter("saving_ends_quarter")
        let before = problems.count
        for column in ChildTable.required where text(column).isEmpty { refuse(column, "is missing") }
        let returned = ["1": true, "true": true, "0": false, "false": false][text("returned_home")]
        if returned == nil, !text("returned_home").isEmpty { refuse("returned_home", "must be 1 or 0") }
        guard before == problems.count, let starts, let price, let returned else { return nil }
        if !plan.delivery.contains(starts) {
            let delivery = plan.delivery
            refuse(
                "start_quarter",
                "must be from \(delivery.first.text) to \(delivery.last.text), when the programme runs"
            )
        }
        if let ends, ends <= starts { refuse("saving_ends_quarter", "must be after start_quarter") }
        return PlannedChild(
            id: text("child"),
            starts: starts,
            placement: text("prior_placement"),
            annualPrice: price,
            returns: returned,
            nextAnnualPrice: next,
            savingEnds: ends
        )
    }
}
