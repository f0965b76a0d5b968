/// Where a child lives on the day of a referral, as far as eligibility asks.
package enum LivingNow: String, CodeList {
    case home
    case otherFamily = "other_family"
    case foster
    case residential
    case custody
    case hospital
    case independent

    package var label: String {
        switch self {
        case .home: "At home with a parent or carer"
        case .otherFamily: "With other family or friends"
        case .foster: "With foster carers"
        case .residential: "In a children’s home or other residential care"
        case .custody: "In custody"
        case .hospital: "In hospital"
        case .independent: "On their own, or in supported lodgings"
        }
    }

    /// In the care of the authority.
    package var isCare: Bool { self == .foster || self == .residential }

    /// Where a placement of this kind is; nil where its code does not say.
    package init?(_ placement: PlacementType) {
        switch placement {
        case .k1, .k2, .r1, .s1: self = .residential
        case .u1, .u2, .u3, .u4, .u5, .u6, .a3, .a4, .a5, .a6: self = .foster
        case .p1: self = .home
        case .p2, .p3, .h5, .k3: self = .independent
        case .r5: self = .custody
        case .r2, .t1: self = .hospital
        case .r3, .t0, .t2, .t3, .t4, .z1, .z11, .z12, .z13, .z14: return nil
        }
    }
}
