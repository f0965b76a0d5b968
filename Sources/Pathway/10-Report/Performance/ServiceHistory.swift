import FollowUp
package import Records
import Values

/// What a service did and when: cases in the order of their days and children's returns home, once for a whole snapshot.
///
/// A scorecard asks the same of many periods: each finds its own cases without looking at every other one.
package struct ServiceHistory: Sendable {
    /// Every case.
    let whole: CasesByDay
    /// The cases of each programme that has any.
    let byProgramme: [Symbol: CasesByDay]
    /// Every return home, in the order of people, then of days.
    let returns: [Reunification]

    package init(_ snapshot: Snapshot) {
        // By family, then by start: a family's cases stand together, the earliest first.
        let positions = snapshot.cases.indices.sorted { one, other in
            let (first, second) = (snapshot.cases[one], snapshot.cases[other])
            return (first.family.index, first.startedOn.number, one)
                < (second.family.index, second.startedOn.number, other)
        }
        whole = CasesByDay(positions, snapshot)
        byProgramme = Dictionary(grouping: positions) { snapshot.cases[$0].programme }
            .mapValues { CasesByDay($0, snapshot) }
        returns = Reunification.all(of: snapshot)
    }

    /// The cases of a programme; nil is all.
    func cases(of programme: Symbol?) -> CasesByDay {
        guard let programme else { return whole }
        return byProgramme[programme] ?? .none
    }
}

/// Positions of cases, in the orders in which periods look for them.
struct CasesByDay: Sendable {
    static let none = CasesByDay()

    /// By family, then by start.
    let positions: [Int]
    /// The nights of each, in the same order.
    private let nights: [Nights]
    private let starts: Dated
    private let closures: Dated

    private init() {
        positions = []
        nights = []
        starts = Dated([])
        closures = Dated([])
    }

    /// Takes positions that stand by family, then by start.
    init(_ positions: [Int], _ snapshot: Snapshot) {
        self.positions = positions
        nights = positions.map { snapshot.cases[$0].nights }
        starts = Dated(positions.map { (snapshot.cases[$0].startedOn, $0) })
        closures = Dated(
            positions.compactMap { position in snapshot.cases[position].endedOn.map { ($0, position) } }
        )
    }

    /// The cases open on any day of the period, by family, then by start.
    func open(in period: Period) -> [Int] {
        let (from, end) = (period.from, period.end)
        return positions.indices.filter { nights[$0].count(from: from, until: end) > 0 }.map { positions[$0] }
    }

    /// The cases that started in the period, by start.
    func started(in period: Period) -> ArraySlice<Int> {
        starts.positions(after: { $0 < period.from }, until: { $0 <= period.to })
    }

    /// The cases whose closure and so many months lies in the period, by closure.
    func closed(_ months: Int = 0, before period: Period) -> ArraySlice<Int> {
        // A later closure never has an earlier anniversary, so these stand together.
        closures.positions(
            after: { $0.adding(months: months) < period.from },
            until: { $0.adding(months: months) <= period.to }
        )
    }
}

/// Positions by day.
private struct Dated: Sendable {
    private let days: [Day]
    private let positions: [Int]

    init(_ entries: [(day: Day, position: Int)]) {
        let sorted = entries.sorted { ($0.day.number, $0.position) < ($1.day.number, $1.position) }
        days = sorted.map(\.day)
        positions = sorted.map(\.position)
    }

    /// Those after the days that are too early, as far as days are not too late.
    func positions(after isEarly: (Day) -> Bool, until isInTime: (Day) -> Bool) -> ArraySlice<Int> {
        let first = count(isEarly)
        return positions[first..<max(first, count(isInTime))]
    }

    /// How many days, from the first, the condition holds for; it holds for none after one it fails for.
    private func count(_ holds: (Day) -> Bool) -> Int {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if holds(days[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
