import Records
import Values

/// Which of the criteria `troubled-families-2012` (`figures.md`, intelligence) a family meets on the last day.
///
/// Decided once; the events, attendance and benefits of the last twelve months are made to agree with it.
struct Hardship {
    /// The youth who committed a proven offence.
    private(set) var offender: Member?
    private(set) var antisocial = false
    /// The pupil who missed school or was excluded.
    private(set) var pupil: Member?
    /// Whether the pupil meets the criterion by exclusions; otherwise by absence.
    let byExclusion: Bool
    private(set) var workless = false

    /// How many of the three criteria are met; offending and anti-social behaviour are one.
    var count: Int {
        (offender != nil || antisocial ? 1 : 0) + (pupil != nil ? 1 : 0) + (workless ? 1 : 0)
    }

    init(of family: Household, _ setting: Setting) {
        var numbers = setting.stream(.hardship, family.number)
        let middle = setting.until - 183
        let youths = family.children.filter { $0.isYouth(on: middle) }
        let pupils = family.children.filter { $0.isPupil(on: middle) }
        byExclusion = numbers.chance(0.35)
        let isPriority = numbers.chance(Hardship.priority(family, setting.until))
        let rates = isPriority ? Rates.priority : Rates.other
        let need = family.need
        workless = numbers.chance(rates.work)
        if numbers.chance(rates.education * (need.school ? 1.3 : 0.8)) { pupil = pupils.first }
        if numbers.chance(rates.crime * (need.offending ? 1.5 : 0.8)) { offender = youths.first }
        antisocial = numbers.chance(rates.asb * (need.antisocial ? 2.5 : 0.8))
        guard isPriority else { return }
        // A priority family meets at least two: school or crime first, whichever its children are of an age for.
        if count < 2, pupil == nil, numbers.chance(0.55) { pupil = pupils.first }
        if count < 2, offender == nil, !antisocial { offender = youths.first }
        if count < 2, offender == nil { antisocial = true }
        if count < 2 { workless = true }
    }

    private struct Rates {
        let crime: Double
        let asb: Double
        let education: Double
        let work: Double

        /// As in Derby in 2013: nearly all out of work, about half each for school and crime, a fifth for disorder.
        static let priority = Rates(crime: 0.5, asb: 0.17, education: 0.54, work: 0.96)
        static let other = Rates(crime: 0.04, asb: 0.02, education: 0.07, work: 0.33)
    }

    /// How likely the family is a priority family on the day.
    private static func priority(_ family: Household, _ day: Day) -> Double {
        guard let last = family.work.last else {
            switch family.path {
            case .waiting: return 0.6
            case .unreferred: return 0.4
            case .turnedAway, .worked: return 0.1
            }
        }
        let closedLately = last.endedOn.map { day - $0 <= 365 } ?? false
        guard last.programme.code == Programme.priorityFamilies.code else {
            return last.endedOn == nil ? 0.35 : 0.06
        }
        return last.endedOn == nil ? 0.85 : closedLately ? 0.32 : 0.07
    }
}
