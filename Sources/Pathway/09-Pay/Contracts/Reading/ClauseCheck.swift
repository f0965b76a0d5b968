import Definitions
import Values

/// Puts the clauses of a contract in the order of evaluation, and finds what is wrong between them.
struct ClauseCheck {
    private let written: [WrittenClause]
    private let byID: [String: Int]

    init(_ written: [WrittenClause]) {
        self.written = written
        byID = Dictionary(written.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The clauses by kind, floors and caps by scope, and then as written, but an outcome after those it stands instead of.
    var inOrder: [Clause] {
        let order = written.indices.sorted { one, other in
            rank(one) < rank(other)
        }
        var place = [Int](repeating: 0, count: written.count)
        for (position, index) in order.enumerated() { place[index] = position }
        return order.map { index in
            let clause = written[index]
            return Clause(
                id: clause.id,
                label: clause.label,
                rule: clause.rule.standing(insteadOf: positions(clause.insteadOf).map { place[$0] }),
                on: targets(index).map { place[$0] }.sorted(),
                checked: clause.checked,
                line: clause.line
            )
        }
    }

    private func rank(_ index: Int) -> (ClauseKind, Scope, Int, Int) {
        let rule = written[index].rule
        return (rule.kind, rule.scope, depth(index), index)
    }

    /// What a clause changes, as written positions: those it names, else all that pay.
    private func targets(_ index: Int) -> [Int] {
        let clause = written[index]
        guard !clause.rule.kind.earns else { return [] }
        let all = written.indices.filter { written[$0].rule.kind.earns }
        return clause.on.map { Array(Set(positions($0))).sorted() } ?? all
    }

    private func positions(_ ids: [String]) -> [Int] { ids.compactMap { byID[$0] } }

    /// How many steps of `instead_of` lead on from a clause; bounded, since a circle is refused elsewhere.
    private func depth(_ index: Int) -> Int {
        var depth = 0
        var reached = Set(positions(written[index].insteadOf))
        while !reached.isEmpty, depth < written.count {
            depth += 1
            reached = Set(reached.flatMap { positions(written[$0].insteadOf) })
        }
        return depth
    }

    /// Notes every problem between the clauses.
    func refuse(_ map: inout MapReader, paidBefore: Money) {
        for (index, clause) in written.enumerated() {
            if byID[clause.id] != index { map.refuse(line: clause.line, "id is already that of another clause") }
            if let circle = circle(from: index) {
                map.refuse(line: clause.line, "\(clause.id) stands on itself: \(circle.joined(separator: ", "))")
            } else {
                names(of: clause, &map)
            }
        }
        if !written.contains(where: { $0.rule.kind.earns }) { map.refuse("clauses", "must pay for something") }
        limits(&map, paidBefore: paidBefore)
        nesting(&map)
        factors(&map)
        if written.filter({ $0.rule.kind == .clawBack }).count > 1 {
            map.refuse("clauses", "must have at most one claw_back")
        }
    }

    /// The way from a clause over those it names back to itself.
    private func circle(from start: Int) -> [String]? {
        var way: [Int] = []
        var seen: Set<Int> = []
        func reaches(_ index: Int) -> Bool {
            for next in positions((written[index].on ?? []) + written[index].insteadOf) {
                if next == start { return true }
                guard seen.insert(next).inserted else { continue }
                way.append(next)
                if reaches(next) { return true }
                way.removeLast()
            }
            return false
        }
        guard reaches(start) else { return nil }
        return ([start] + way + [start]).map { written[$0].id }
    }

    private func names(of clause: WrittenClause, _ map: inout MapReader) {
        for name in clause.insteadOf {
            guard let other = byID[name], written[other].rule.kind == .outcome else {
                map.refuse(line: clause.line, "instead_of must name outcome clauses of this contract")
                continue
            }
        }
        for name in clause.on ?? [] {
            guard let other = byID[name], written[other].rule.kind.earns else {
                map.refuse(line: clause.line, "on must name clauses of this contract that pay")
                continue
            }
        }
        guard case .deadweight(.count) = clause.rule, let index = byID[clause.id] else { return }
        if targets(index).contains(where: { !written[$0].rule.paysMembers }) {
            map.refuse(line: clause.line, "on must name attachment and outcome clauses: it counts members")
        }
    }
}
