/// The sums of linked counts as equations that must stay balanced whatever the hidden counts are.
struct Balance {
    /// A count in an equation: 1 where it is a part, -1 where it is the total.
    struct Term {
        let place: Int
        let sign: Int
    }

    /// By equation, the counts in it.
    let equations: [[Term]]
    /// By count, the equations it is in; `place` is the equation's.
    let terms: [[Term]]

    init(_ counts: LinkedCounts) {
        var terms = Array(repeating: [Term](), count: counts.counts.count)
        equations = counts.sums.enumerated().map { equation, sum in
            let all = sum.parts.map { Term(place: $0, sign: 1) } + [Term(place: sum.total, sign: -1)]
            for term in all { terms[term.place].append(Term(place: equation, sign: term.sign)) }
            return all
        }
        self.terms = terms
    }

    /// Where each count runs from one equation to another, if the whole is such a network; equations count from 1, and 0
    /// is where nothing must balance.
    ///
    /// Every two-way table is one. In a network the numbers a hidden count can be are exact, by a largest flow.
    func network() -> [(from: Int, to: Int)]? {
        guard terms.allSatisfy({ $0.count <= 2 }), let sides = sides() else { return nil }
        return terms.map { own in
            var edge = (from: 0, to: 0)
            for term in own {
                if term.sign * sides[term.place] > 0 { edge.from = term.place + 1 } else { edge.to = term.place + 1 }
            }
            return edge
        }
    }

    /// Gives every equation a sign so that each count leaves one and enters the other; nil where that cannot be.
    private func sides() -> [Int]? {
        var sides = [Int](repeating: 0, count: equations.count)
        for start in sides.indices where sides[start] == 0 {
            sides[start] = 1
            var waiting = [start]
            while let equation = waiting.popLast() {
                for member in equations[equation] where terms[member.place].count == 2 {
                    let own = terms[member.place]
                    let other = own[0].place == equation ? own[1] : own[0]
                    let wanted = -member.sign * sides[equation] * other.sign
                    if sides[other.place] == 0 {
                        sides[other.place] = wanted
                        waiting.append(other.place)
                    } else if sides[other.place] != wanted {
                        return nil
                    }
                }
            }
        }
        return sides
    }
}
