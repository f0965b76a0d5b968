package import Records
package import Values

/// An invented authority, Westmere Council, with four programmes over five years, as the records of an exchange package.
///
/// Nobody in it exists: the postcode area ZZ is not in use, NHS numbers are of the test range 999 and pupil numbers of
/// an authority that does not exist. The same seed gives the same records on every machine.
package enum Demonstration {
    package static let defaultSeed: UInt64 = 20_261_031
    package static let defaultFamilies = 2_000
    /// 31 October 2026.
    package static let defaultUntil = Day(number: 20_757)

    /// Every table of the package, coherent, with the gaps and slips of real data and nothing an import refuses.
    ///
    /// `families` below 200 counts as 200. `until` is the last day anything happened on, though a review or a
    /// placement may be due or go on after it; it is brought into the years 1990 to 2969.
    package static func records(
        seed: UInt64 = defaultSeed,
        families: Int = defaultFamilies,
        until: Day = defaultUntil
    ) -> RecordSet {
        let authority = Authority(Setting(seed: seed, families: families, until: until))
        var records = RecordSet()
        records.organisations = Organisations.all
        records.workers = authority.posts.records
        records.families = authority.families()
        records.people = authority.people()
        let referrals = authority.referrals()
        records.referrals = referrals.records
        records.cases = authority.cases(referrals: referrals.ofCase)
        records.allocations = authority.allocations()
        records.contacts = authority.contacts()
        let answers = authority.answers()
        records.assessments = answers.assessments
        records.scores = answers.scores
        records.goals = authority.goals()
        records.reviews = authority.reviews()
        records.followUps = authority.followUps()
        records.placements = authority.care.placements
        records.events = authority.events()
        records.attendance = authority.attendance()
        records.workStatus = authority.workStatus()
        records.discretion = authority.discretion()
        records.costs = authority.costs()
        Flaws(authority.setting).apply(to: &records)
        return records
    }
}
