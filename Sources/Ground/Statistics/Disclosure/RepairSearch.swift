/// Finds movements among counts that are linked in any way: a step puts sums out of balance, further steps mend them.
///
/// The search is bounded. What it finds is true, so that a count found able to move is; what it does not find within its
/// bounds is taken as impossible, which hides more than is needed and never less.
struct RepairSearch {
    private static let depths = [2, 4, 6, 8, 11, 15]
    private static let budget = 3000

    private let balance: Balance
    private let counts: HiddenCounts
    private let cost: (Int) -> Int?
    private var residue: [Int]
    private var unbalanced: Set<Int> = []
    private var isUsed: [Bool]
    private var steps: [(place: Int, change: Int)] = []
    private var spent = 0
    private var best: Movement?
    private var left = 0

    private init(_ balance: Balance, _ counts: HiddenCounts, cost: @escaping (Int) -> Int?) {
        self.balance = balance
        self.counts = counts
        self.cost = cost
        residue = Array(repeating: 0, count: balance.equations.count)
        isUsed = Array(repeating: false, count: balance.terms.count)
    }

    /// The cheapest movement found with this step.
    static func movement(
        _ place: Int,
        _ change: Int,
        _ balance: Balance,
        _ counts: HiddenCounts,
        cost: @escaping (Int) -> Int?
    ) -> Movement? {
        var search = RepairSearch(balance, counts, cost: cost)
        for depth in depths where search.best == nil {
            search.left = budget
            search.take(place, change, 0)
            search.mend(depth: depth)
            search.undo(place, change, 0)
        }
        return search.best
    }

    private mutating func mend(depth: Int) {
        guard let equation = narrowest() else {
            if spent < best?.cost ?? .max { best = Movement(steps: steps, cost: spent) }
            return
        }
        // Two unbalanced sums can at best be mended by one step.
        guard depth > 0, left > 0, unbalanced.count <= 3 * depth else { return }
        for option in options(equation) {
            guard left > 0, spent + option.price < best?.cost ?? .max else { continue }
            left -= 1
            take(option.place, option.change, option.price)
            mend(depth: depth - 1)
            undo(option.place, option.change, option.price)
        }
    }

    /// The sum out of balance that the fewest counts could mend; nil where all are balanced.
    private func narrowest() -> Int? {
        unbalanced.min { one, other in
            (balance.equations[one].count, one) < (balance.equations[other].count, other)
        }
    }

    private func options(_ equation: Int) -> [(place: Int, change: Int, price: Int)] {
        let wanted = residue[equation] > 0 ? -1 : 1
        var found: [(place: Int, change: Int, price: Int, left: Int)] = []
        for term in balance.equations[equation] where !isUsed[term.place] {
            let change = wanted * term.sign
            guard let price = cost(term.place), counts.room(term.place, change) > 0 else { continue }
            found.append((term.place, change, price, unbalanced(after: term.place, change)))
        }
        found.sort { ($0.price, $0.left, $0.place) < ($1.price, $1.left, $1.place) }
        return found.map { ($0.place, $0.change, $0.price) }
    }

    /// How many more sums a step would leave out of balance than are now.
    private func unbalanced(after place: Int, _ change: Int) -> Int {
        var more = 0
        for term in balance.terms[place] {
            let before = residue[term.place]
            if before + change * term.sign != 0 { more += 1 }
            if before != 0 { more -= 1 }
        }
        return more
    }

    private mutating func take(_ place: Int, _ change: Int, _ price: Int) {
        isUsed[place] = true
        steps.append((place, change))
        spent += price
        shift(place, change)
    }

    private mutating func undo(_ place: Int, _ change: Int, _ price: Int) {
        isUsed[place] = false
        steps.removeLast()
        spent -= price
        shift(place, -change)
    }

    private mutating func shift(_ place: Int, _ change: Int) {
        for term in balance.terms[place] {
            residue[term.place] += change * term.sign
            if residue[term.place] == 0 { unbalanced.remove(term.place) } else { unbalanced.insert(term.place) }
        }
    }
}
