package import Records
package import Values

/// Care days of the cases of each programme that started in each quarter: how one intake after another fares.
package struct CareByIntake: Sendable {
    /// The cases of one programme that started in one quarter.
    package struct Intake: Hashable, Sendable {
        package let programme: Symbol
        package let quarter: Quarter
        /// Those whose index child is known.
        package let cases: Int
        package let days: CareDays
    }

    /// By programme, then by quarter; only those with a case whose child is known.
    package let intakes: [Intake]

    /// Counts the nights of windows of so many months as at a day; a case that starts after it is in no intake.
    package init(_ snapshot: Snapshot, care: CareHistory, months: Int, asAt day: Day) {
        let programmes = snapshot.programmes
        let starts = IntakeStarts(snapshot, months: months, asAt: day)
        let parts = Parts.map(snapshot.cases.count) { range in
            var sums = [IntakeSum](repeating: IntakeSum(), count: programmes.count * starts.quarters.count)
            for index in range {
                let item = snapshot.cases[index]
                guard let child = item.child, item.startedOn <= day else { continue }
                let start = starts.days[item.startedOn]
                let place = starts.place(of: item.programme, in: start.quarter)
                sums[place].add(care.careDays(of: child, in: start.window))
            }
            return sums
        }
        intakes = (0..<programmes.count * starts.quarters.count).compactMap { place in
            let sum = parts.reduce(into: IntakeSum()) { $0.add($1[place]) }
            guard sum.cases > 0 else { return nil }
            let (programme, quarter) = place.quotientAndRemainder(dividingBy: starts.quarters.count)
            return Intake(
                programme: programmes[programme],
                quarter: starts.quarters[quarter],
                cases: sum.cases,
                days: sum.days
            )
        }
    }
}

/// Cases and their care days, added up.
private struct IntakeSum {
    var cases = 0
    var days = CareDays.none

    mutating func add(_ days: CareDays) {
        cases += 1
        self.days = self.days + days
    }

    mutating func add(_ other: IntakeSum) {
        cases += other.cases
        days = days + other.days
    }
}

/// The quarter and the window of every day on which a case may have started, and where each intake's sum stands.
private struct IntakeStarts {
    struct Start {
        let quarter: Int32
        let window: CareWindow
    }

    let days: DayTable<Start>
    let quarters: [Quarter]
    /// Place of each programme among the programmes, by the number of its symbol.
    private let places: [Int32]

    init(_ snapshot: Snapshot, months: Int, asAt day: Day) {
        var first = day
        for item in snapshot.cases { first = min(first, item.startedOn) }
        var quarters: [Quarter] = []
        days = DayTable(from: first, to: day) { start in
            let quarter = Quarter(containing: start)
            if quarters.last != quarter { quarters.append(quarter) }
            return Start(
                quarter: Int32(truncatingIfNeeded: quarters.count - 1),
                window: CareWindow(startedOn: start, months: months, asAt: day)
            )
        }
        self.quarters = quarters
        var places = [Int32](repeating: 0, count: snapshot.symbols.texts.count)
        for (place, programme) in snapshot.programmes.enumerated() {
            places[Int(programme.number)] = Int32(truncatingIfNeeded: place)
        }
        self.places = places
    }

    func place(of programme: Symbol, in quarter: Int32) -> Int {
        Int(places[Int(programme.number)]) * quarters.count + Int(quarter)
    }
}
