/// The share to whom something has happened by a day, where something else can put an end to it (Aalen and Johansen).
package struct CumulativeIncidence: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let days: Double
        package let share: Double
    }

    package let steps: [Step]

    package init(_ waits: [Waiting]) {
        var steps: [Step] = []
        var free = 1.0
        var share = 0.0
        for day in SurvivalCurve.days(waits, withCompeting: true) {
            let atRisk = Double(day.atRisk)
            share += free * Double(day.events) / atRisk
            free *= 1 - Double(day.events + day.competing) / atRisk
            steps.append(Step(days: day.days, share: share))
        }
        self.steps = steps
    }

    /// The share by so many days.
    package func share(by days: Double) -> Double {
        steps.last { $0.days <= days }?.share ?? 0
    }
}
