/// How a family came to the gateway.
package enum ReferralRoute: String, CodeList {
    case commonAssessment = "common_assessment"
    case socialCareNfa = "social_care_nfa"
    case youthJusticeAssessment = "youth_justice_assessment"
    case stepDown = "step_down"
    case returnHome = "return_home"
    case parentingOrder = "parenting_order"
    case nomination
    case dataMatch = "data_match"
    case oneself = "self"
    case other

    package var label: String {
        switch self {
        case .commonAssessment: "Common assessment"
        case .socialCareNfa: "Social care, no further action"
        case .youthJusticeAssessment: "Youth justice assessment"
        case .stepDown: "Step down"
        case .returnHome: "Return home"
        case .parentingOrder: "Parenting order"
        case .nomination: "Nomination"
        case .dataMatch: "Data match"
        case .oneself: "Self-referral"
        case .other: "Other"
        }
    }
}
