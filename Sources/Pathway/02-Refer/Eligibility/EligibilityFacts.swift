package import Records
package import Values

/// What is known of a referral when its programmes are looked at; what is nil is not known.
package struct EligibilityFacts: Hashable, Sendable {
    /// The day the ages are reckoned on.
    package var day: Day
    package var birth: BirthDate?
    package var living: LivingNow?
    /// Whether a child-protection plan is open.
    package var protectionPlan: Bool?
    /// How the family came to the gateway.
    package var route: ReferralRoute
    /// Whether the family agrees to take part.
    package var agreed: Bool?
    /// Whether the main carer lives in the authority's area.
    package var livesInArea: Bool?

    package init(
        day: Day,
        birth: BirthDate? = nil,
        living: LivingNow? = nil,
        protectionPlan: Bool? = nil,
        route: ReferralRoute,
        agreed: Bool? = nil,
        livesInArea: Bool? = nil
    ) {
        self.day = day
        self.birth = birth
        self.living = living
        self.protectionPlan = protectionPlan
        self.route = route
        self.agreed = agreed
        self.livesInArea = livesInArea
    }

    /// Whether the referral steps down from statutory services, or comes with a return home from care.
    package var isStepDown: Bool { route == .stepDown || route == .returnHome }

    /// The child's age in whole years as far as the date of birth is known: the youngest and the oldest it can be.
    package var ages: ClosedRange<Int>? {
        guard let birth else { return nil }
        let youngest = day.age(bornOn: birth.latest)
        let oldest = day.age(bornOn: birth.earliest)
        return youngest...max(youngest, oldest)
    }
}

extension BirthDate {
    /// The first day the date can be.
    package var earliest: Day {
        switch precision {
        case .day: latest
        case .month: latest - (latest.dayOfMonth - 1)
        case .year: Day(year: latest.year, month: 1, day: 1) ?? latest
        }
    }
}
