package import Records
package import Values

/// The rules a criterion can be made of.
package enum CriterionRule: Hashable, Sendable {
    /// A proven offence by a person of the family of these ages on the day of it. An offence that names only a family does
    /// not count, nor one by a person without a date of birth.
    case provenOffence(fromAge: Int = 0, underAge: Int = .max)
    /// At least so many events of this kind of the people of the family together, or of the family itself.
    case familyEvent(EventKind, atLeast: Int = 1)
    /// At least so many events of this kind of one child.
    case childEvents(EventKind, atLeast: Int)
    /// Unauthorised absence of at least this percentage of the possible sessions, summed over the attendance rows of one
    /// child that end in the time looked back.
    case unauthorisedAbsence(percent: Decimal)
    /// The same with leave or without: a child is persistently absent from 10 % on.
    case absence(percent: Decimal)
    /// An adult (by role) with this status on the day.
    case adultStatus(WorkState)
    /// A child in a placement on any night of the time looked back; short breaks do not count.
    case inCare
    /// A referral of the family by any of these routes received in the time looked back.
    case referral([ReferralRoute])
    /// A case of the family open on the day, of one programme or of any.
    case openCase(programme: String?)
    /// Facts that the register does not hold, and which: it can meet no family and rule none out.
    case notHeld(String)
}
