/// Counts that change together so that every published count and sum stays as it is.
struct Movement {
    /// Where, and by how much one step changes it: 1 or -1.
    let steps: [(place: Int, change: Int)]
    /// What must be hidden first, summed.
    let cost: Int
}

/// The numbers that counts have or could have, and which of them are hidden.
struct HiddenCounts {
    var values: [Int]
    var isHidden: [Bool]
    let least: [Int]
    let most: [Int]

    init(_ counts: LinkedCounts, _ policy: DisclosurePolicy, isHidden: [Bool]) {
        values = counts.counts.map(\.value)
        least = counts.counts.map { $0.fate == .implied ? 0 : min($0.value, policy.least) }
        most = counts.counts.map { max($0.value, $0.most ?? .max) }
        self.isHidden = isHidden
    }

    /// How many steps a count could go up, or down.
    func room(_ place: Int, _ change: Int) -> Int {
        change > 0 ? (most[place] == .max ? .max : most[place] - values[place]) : values[place] - least[place]
    }

    /// How many times a movement can be made.
    func room(_ movement: Movement) -> Int {
        movement.steps.map { room($0.place, $0.change) }.min() ?? 0
    }

    mutating func make(_ movement: Movement, times: Int) {
        for step in movement.steps { values[step.place] += step.change * times }
    }
}
