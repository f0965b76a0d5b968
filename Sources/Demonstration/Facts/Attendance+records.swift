import Records
import Values

/// Rates of absence from school, as shares of the sessions possible.
private enum Rates {
    /// Without leave, of a pupil with trouble at school: before, during and after the work.
    static let before = 0.13
    static let during = 0.095
    static let after = 0.07
    static let others = 0.025
    /// Without leave, of the pupil who meets the criterion; 0.15 is its threshold.
    static let criterion = 0.19...0.36
    /// Nobody else may come near the threshold in the last year.
    static let most = 0.12
    static let authorised = 0.045
    /// Share of families without a case whose attendance is known.
    static let known = 0.35
}

extension Authority {
    /// Attendance of the pupils of families worked with, from a year before the work to a year after it, and of
    /// others whose schools share it.
    func attendance() -> [Attendance] {
        var records: [Attendance] = []
        for (index, household) in households.enumerated() {
            var numbers = setting.stream(.attendance, household.number)
            guard let period = period(of: household, hardship[index], &numbers) else { continue }
            for child in household.children {
                let misses = !hardship[index].byExclusion && hardship[index].pupil?.number == child.number
                for term in SchoolCalendar.halfTerms(endingFrom: period.from, to: period.to)
                where child.isPupil(on: term.from) {
                    let share = share(of: household, misses: misses, term, &numbers)
                    records.append(record(child, term, unauthorised: share, &numbers))
                }
            }
        }
        return records
    }

    private func period(
        of household: Household,
        _ hardship: Hardship,
        _ numbers: inout SeededGenerator
    ) -> Period? {
        let isKnown = numbers.chance(Rates.known)
        let isMissing = hardship.pupil != nil
        guard let first = household.work.first, let last = household.work.last else {
            return isKnown || isMissing ? Period.last(months: 12, asAt: setting.until) : nil
        }
        let end = last.end(setting.until).adding(months: 12)
        let to = isMissing ? setting.until : min(end, setting.until)
        return Period(from: max(first.startedOn.adding(months: -12), setting.from), to: to)
    }

    private func share(
        of household: Household,
        misses: Bool,
        _ term: SchoolCalendar.HalfTerm,
        _ numbers: inout SeededGenerator
    ) -> Double {
        let isLately = term.to >= setting.lastYear
        if misses, isLately {
            let (low, high) = (Rates.criterion.lowerBound, Rates.criterion.upperBound)
            return low + (high - low) * numbers.unit()
        }
        let mean: Double
        switch household.phase(on: term.from) {
        case _ where !household.need.school: mean = Rates.others
        case .untouched, .longBefore, .before: mean = Rates.before
        case .during, .afterWeak: mean = Rates.during
        case .after: mean = Rates.after
        }
        let share = max(0, mean * (1 + 0.55 * numbers.normal()))
        return min(share, isLately ? Rates.most : 0.9)
    }

    private func record(
        _ child: Member,
        _ term: SchoolCalendar.HalfTerm,
        unauthorised share: Double,
        _ numbers: inout SeededGenerator
    ) -> Attendance {
        let unauthorised = min((share * Double(term.sessions)).nearest, term.sessions)
        let authorised = Int(max(0, Rates.authorised * (1 + 0.8 * numbers.normal())) * Double(term.sessions))
        return Attendance(
            personID: child.id,
            from: term.from,
            to: term.to,
            sessionsPossible: term.sessions,
            authorisedAbsences: min(authorised, term.sessions - unauthorised),
            unauthorisedAbsences: unauthorised,
            source: "education"
        )
    }
}
