package import Values

/// How an amount was worked out, one step after the other.
package struct BenefitAmount: Sendable {
    package let steps: [Step]
    /// To the penny, half away from zero; rounded once, here.
    package let amount: Money

    /// A step: what was done, and what there is after it.
    package struct Step: Sendable {
        package let words: String
        package let value: Double
        package let isMoney: Bool

        package init(_ words: String, _ value: Double, isMoney: Bool) {
            self.words = words
            self.value = value
            self.isMoney = isMoney
        }
    }

    /// What the last step leaves, in pounds.
    package init(_ steps: [Step]) {
        self.steps = steps
        let pence = ((steps.last?.value ?? 0) * 100).rounded()
        // Beyond what a council could ever have; kept from running over all the same.
        amount = Money(pence: Int64(min(max(pence, -9e18), 9e18)))
    }
}

/// What is taken off one after the other, so that no adjustment is hidden in another.
package struct BenefitAdjustments: Sendable {
    package let gross: Money
    package let afterDeadweight: Money
    package let afterAttribution: Money
    package let afterDisplacement: Money
    package let afterOptimism: Money
}
