package import Values

/// Children in each state on each day, and who moved when.
package struct CareCounts: Sendable {
    /// The days counted.
    package let period: Period
    /// By day and state.
    private let stocks: [Int32]
    /// Moves from one state to another or out of care, and their days; moves within a state are left out.
    package let moves: [Move]
    /// Children who came into care, by day and state.
    package let entries: [Entry]

    package struct Move: Sendable {
        package let day: Day
        package let from: Int
        /// Nil is out of care.
        package let to: Int?
    }

    package struct Entry: Sendable {
        package let day: Day
        package let state: Int
    }

    package init(_ spells: CareSpells, during period: Period) {
        self.period = period
        let days = period.to - period.from + 1
        var changes = [Int32](repeating: 0, count: days * CareState.count)
        let add = { (day: Day, state: Int, change: Int32, changes: inout [Int32]) in
            guard day <= period.to else { return }
            changes[max(0, day - period.from) * CareState.count + state] += change
        }
        for spell in spells.spells {
            add(spell.from, spell.state.index, 1, &changes)
            if let end = spell.to { add(end, spell.state.index, -1, &changes) }
        }
        for place in changes.indices.dropFirst(CareState.count) { changes[place] += changes[place - CareState.count] }
        stocks = changes
        let within = { (day: Day) in period.from <= day && day <= period.to }
        moves = spells.spells.compactMap { spell in
            guard let day = spell.to, within(day), spell.next != spell.state else { return nil }
            return Move(day: day, from: spell.state.index, to: spell.next?.index)
        }.sorted { $0.day < $1.day }
        entries = spells.spells.filter { $0.isEntry && within($0.from) }
            .map { Entry(day: $0.from, state: $0.state.index) }.sorted { $0.day < $1.day }
    }

    /// Children in a state at the end of a day of the period.
    package func stock(_ state: Int, _ day: Day) -> Int {
        guard period.from <= day, day <= period.to else { return 0 }
        return Int(stocks[(day - period.from) * CareState.count + state])
    }

    /// Children in every state at the end of a day.
    package func stock(_ day: Day) -> [Double] {
        (0..<CareState.count).map { Double(stock($0, day)) }
    }
}
