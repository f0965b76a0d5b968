import Pay
import Records
import Report
package import Values

extension ForecastDemand {
    /// Children in care counted from the register's placements, short breaks left out.
    ///
    /// - Parameters:
    ///   - keeper: the register.
    ///   - day: the last day known; the reference period is the five years before it, or as much as there is.
    ///   - change: as known at it; nil is now.
    /// - Throws: where the register cannot be read. Nil where there is no placement of a child with a date of birth.
    package init?(_ keeper: Keeper, asAt day: Day, knownAt change: Int? = nil) throws {
        let snapshot = try keeper.picture(knownAt: change).ground.snapshot
        var episodes: [CareEpisode] = []
        var withoutBirth = 0
        for placement in snapshot.placements where !placement.isShortBreak && placement.startedOn <= day {
            let person = placement.person.index
            guard let birth = snapshot.people[person].bornOn else {
                withoutBirth += 1
                continue
            }
            episodes.append(
                CareEpisode(
                    child: snapshot.personIDs[person],
                    birth: birth,
                    from: placement.startedOn,
                    to: placement.endedOn.flatMap { $0 <= day ? $0 : nil },
                    reason: "",
                    place: placement.type.rawValue
                )
            )
        }
        guard let first = episodes.map(\.from).min() else { return nil }
        let usual = Period.last(months: 60, asAt: day)
        guard let reference = Period(from: max(first, usual.from), to: day), let all = Period(from: first, to: day)
        else { return nil }
        self.init(CareCounts(CareSpells(episodes, asAt: day), during: all), reference, withoutBirth: withoutBirth)
    }
}
