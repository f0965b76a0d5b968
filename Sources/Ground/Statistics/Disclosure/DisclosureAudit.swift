/// What can be worked out about each hidden count from all that is published, and from the policy itself.
///
/// A hidden count could be a number if some whole numbers for all hidden counts agree with every sum, with that number
/// there. In a table of rows and columns, and in every network, the lowest and highest number found are exact (transport
/// problems are totally unimodular). Elsewhere they are numbers it could certainly be: the truth may be wider, never
/// narrower.
package struct DisclosureAudit: Sendable {
    /// The lowest and highest number that a hidden count could be.
    package struct Range: Hashable, Sendable {
        package let low: Int
        package let high: Int
        /// Which counts move for it to be so: while these are hidden it is.
        let witnesses: Set<Int>

        package var spread: Int { high - low }
    }

    /// How far from a count its range is followed; beyond that it is wide enough for everybody.
    static let reach = 1000

    package let counts: LinkedCounts
    package let policy: DisclosurePolicy
    private let balance: Balance
    private let network: NetworkSearch?

    package init(_ counts: LinkedCounts, _ policy: DisclosurePolicy) {
        self.counts = counts
        self.policy = policy
        balance = Balance(counts)
        network = balance.network().map { [balance] in NetworkSearch($0, equations: balance.equations.count) }
    }

    /// Whether nobody may work the count out: it is hidden, or it is small and follows from others.
    package func needsProtection(_ place: Int, isHidden: [Bool]) -> Bool {
        let count = counts.counts[place]
        return count.fate == .implied ? count.value > 0 && policy.isSmall(count.value) : isHidden[place]
    }

    /// The range of a hidden count; followed no further than `enough` from end to end where that is given.
    package func range(_ place: Int, isHidden: [Bool], enough: Int? = nil) -> Range {
        var state = HiddenCounts(counts, policy, isHidden: movable(isHidden))
        return range(place, &state, enough: enough)
    }

    /// The places of counts that can be worked out too nearly.
    package func failures(isHidden: [Bool]) -> [Int] {
        var state = HiddenCounts(counts, policy, isHidden: movable(isHidden))
        return counts.counts.indices.filter { place in
            needsProtection(place, isHidden: isHidden)
                && range(place, &state, enough: policy.spread).spread < policy.spread
        }
    }

    /// What is printed nowhere moves with what is hidden.
    func movable(_ isHidden: [Bool]) -> [Bool] {
        counts.counts.indices.map { counts.counts[$0].fate == .implied || isHidden[$0] }
    }

    func range(_ place: Int, _ state: inout HiddenCounts, enough: Int?) -> Range {
        let limit = enough ?? DisclosureAudit.reach
        let up = push(place, 1, &state, limit: limit)
        undo(up.made, &state)
        let down = push(place, -1, &state, limit: enough.map { $0 - up.times } ?? limit)
        undo(down.made, &state)
        let value = counts.counts[place].value
        let moved = (up.made + down.made).flatMap { $0.movement.steps.map(\.place) }
        return Range(low: value - down.times, high: value + up.times, witnesses: Set(moved))
    }

    typealias Made = (movement: Movement, times: Int)

    /// Moves a count through hidden ones as far as it goes, at most `limit`.
    func push(_ place: Int, _ change: Int, _ state: inout HiddenCounts, limit: Int) -> (times: Int, made: [Made]) {
        var times = 0
        var made: [Made] = []
        while times < limit, state.room(place, change) > 0 {
            let isHidden = state.isHidden
            guard let movement = movement(place, change, state, cost: { isHidden[$0] ? 0 : nil }) else { break }
            let amount = min(limit - times, state.room(movement))
            guard amount > 0 else { break }
            state.make(movement, times: amount)
            made.append((movement, amount))
            times += amount
        }
        return (times, made)
    }

    func undo(_ made: [Made], _ state: inout HiddenCounts) {
        for one in made { state.make(one.movement, times: -one.times) }
    }

    /// The cheapest movement found with this step; `cost` is nil for what cannot move, and 0 for what is hidden.
    func movement(
        _ place: Int,
        _ change: Int,
        _ state: HiddenCounts,
        cost: @escaping (Int) -> Int?
    ) -> Movement? {
        if let network { return network.movement(place, change, state, cost: cost) }
        return RepairSearch.movement(place, change, balance, state, cost: cost)
    }
}
