package import Values

/// Something about a referral that brings it forward.
package enum PrioritySignal: Hashable, Sendable {
    /// A child-protection plan is open.
    case protectionPlan
    /// The referrer says that the child may come into care.
    case edgeOfCare
    case inCustody
    /// A child was missing in the days before.
    case missingLately(days: Int)
    /// Domestic abuse in the days before.
    case domesticAbuseLately(days: Int)
    /// The youngest child has not reached this age.
    case youngestChildUnder(years: Int)
    /// The family was referred before, in the days before this referral.
    case referredBefore(days: Int)
    /// The gateway set the highest tier of need.
    case highNeed
    case stepDown
    /// The child grows too old for the programme within these months.
    case nearUpperAge(months: Int)

    /// The words of the signal for those who keep the rules: `A child was missing in the last 90 days`.
    package var words: String {
        switch self {
        case .protectionPlan: "A child-protection plan is open"
        case .edgeOfCare: "The child may come into care"
        case .inCustody: "The child is in custody"
        case .missingLately(let days): "A child was missing in the last \(days) days"
        case .domesticAbuseLately(let days): "Domestic abuse was recorded in the last \(days) days"
        case .youngestChildUnder(let years): "The youngest child is under \(years)"
        case .referredBefore(let days): "The family was referred before, within \(days) days"
        case .highNeed: "The need is high"
        case .stepDown: "It steps down from statutory services"
        case .nearUpperAge(let months): "The child is too old for the programme within \(months) months"
        }
    }
}

/// What is known of a referral where its place in a queue is set; what is not known brings nothing forward.
package struct PriorityFacts: Hashable, Sendable {
    package var receivedOn: Day
    package var protectionPlan: Bool
    package var edgeOfCare: Bool
    package var inCustody: Bool
    /// The last day a child of the family was missing.
    package var lastMissing: Day?
    package var lastDomesticAbuse: Day?
    /// Latest date of birth among the children.
    package var youngestBorn: Day?
    /// When the family was referred before, the last time.
    package var referredBefore: Day?
    package var highNeed: Bool
    package var stepDown: Bool
    /// The first day the child is too old for the programme; nil where it has no upper age, or none is known.
    package var tooOldOn: Day?

    package init(
        receivedOn: Day,
        protectionPlan: Bool = false,
        edgeOfCare: Bool = false,
        inCustody: Bool = false,
        lastMissing: Day? = nil,
        lastDomesticAbuse: Day? = nil,
        youngestBorn: Day? = nil,
        referredBefore: Day? = nil,
        highNeed: Bool = false,
        stepDown: Bool = false,
        tooOldOn: Day? = nil
    ) {
        self.receivedOn = receivedOn
        self.protectionPlan = protectionPlan
        self.edgeOfCare = edgeOfCare
        self.inCustody = inCustody
        self.lastMissing = lastMissing
        self.lastDomesticAbuse = lastDomesticAbuse
        self.youngestBorn = youngestBorn
        self.referredBefore = referredBefore
        self.highNeed = highNeed
        self.stepDown = stepDown
        self.tooOldOn = tooOldOn
    }
}

extension PrioritySignal {
    /// Whether the facts show it as at a day.
    package func holds(for facts: PriorityFacts, asAt day: Day) -> Bool {
        switch self {
        case .protectionPlan: facts.protectionPlan
        case .edgeOfCare: facts.edgeOfCare
        case .inCustody: facts.inCustody
        case .missingLately(let days): facts.lastMissing.map { $0 <= day && day - $0 < days } ?? false
        case .domesticAbuseLately(let days): facts.lastDomesticAbuse.map { $0 <= day && day - $0 < days } ?? false
        case .youngestChildUnder(let years): facts.youngestBorn.map { day.age(bornOn: $0) < years } ?? false
        case .referredBefore(let days):
            facts.referredBefore.map { $0 <= facts.receivedOn && facts.receivedOn - $0 <= days } ?? false
        case .highNeed: facts.highNeed
        case .stepDown: facts.stepDown
        case .nearUpperAge(let months): facts.tooOldOn.map { $0 <= day.adding(months: months) } ?? false
        }
    }
}
