extension [Problem] {
    /// These problems of a return and what the rules found, each said once.
    ///
    /// A row that cannot be imported because of a rule is reported by `ReturnFacts`, which blocks the import, and
    /// again by the rule, which does not: the first stands.
    package func joined(with found: [Problem]) -> [Problem] {
        let said = Set(map(ProblemPlace.init))
        return self + found.filter { !said.contains(ProblemPlace($0)) }
    }
}

private struct ProblemPlace: Hashable {
    let file: String
    let table: String
    let row: Int?
    let rule: String

    init(_ problem: Problem) {
        file = problem.file
        table = problem.table
        row = problem.row
        rule = problem.rule
    }
}
