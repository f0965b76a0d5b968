package import Records
package import Values

/// The nights after a case started on which its child's care is counted, as at a day: `[start, start + months)`, cut
/// after that day; none if the case starts after it (`figures.md`, Window).
package struct CareWindow: Hashable, Sendable {
    package let from: Day
    package let until: Day

    package init(startedOn: Day, months: Int, asAt day: Day) {
        from = startedOn
        until = max(startedOn, min(startedOn.adding(months: months), day + 1))
    }

    /// How many nights it has.
    package var nights: Int { until - from }
}

/// Care nights and all nights of a cohort's windows: the care proportion of an edge-of-care contract.
package struct CareDays: Hashable, Sendable {
    /// Nights in the windows.
    package private(set) var childDays: Int
    /// Of those, nights in care.
    package private(set) var careDays: Int

    package static let none = CareDays(childDays: 0, careDays: 0)

    package static func + (one: CareDays, other: CareDays) -> CareDays {
        CareDays(childDays: one.childDays + other.childDays, careDays: one.careDays + other.careDays)
    }

    /// Care nights over all nights.
    package var proportion: Share { Share(careDays, of: childDays) }
}

extension CareHistory {
    /// The nights of a child's window and those in care.
    package func careDays(of child: Position<Person>, in window: CareWindow) -> CareDays {
        CareDays(
            childDays: window.nights,
            careDays: nightsInCare(child, from: window.from, until: window.until)
        )
    }

    /// The sum over the windows of these cases; those without an index child are left out.
    package func careDays(
        of cases: ArraySlice<Snapshot.Case>,
        months: Int,
        asAt day: Day
    ) -> CareDays {
        var total = CareDays.none
        for item in cases {
            guard let child = item.child else { continue }
            total = total + careDays(of: child, in: CareWindow(startedOn: item.startedOn, months: months, asAt: day))
        }
        return total
    }
}
