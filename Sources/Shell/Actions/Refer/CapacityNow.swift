import Definitions
import Records
package import Refer
import Register
package import Values

/// How full the teams are today, with what waits for each programme.
package struct CapacityNow: Sendable {
    package let capacity: Capacity
    /// Referrals that wait, by programme.
    package let waiting: [String: Int]
    /// Names of providers by their references.
    package let providers: [String: String]
    package let day: Day

    package init(_ keeper: Keeper, asAt day: Day) throws {
        self.day = day
        let workers = try keeper.register.held(Worker.self).map(\.record)
        let cases = try keeper.register.casesOpen(on: day)
        let norms = keeper.definitions.programmes.compactMap { programme in
            programme.caseload.map { (programme.id, $0) }
        }
        capacity = Capacity(
            workers: workers,
            cases: cases,
            norms: Dictionary(norms) { first, _ in first },
            asAt: day
        )
        waiting = try keeper.register.referrals(standing: .waiting)
        let organisations = try keeper.register.held(Organisation.self).map { ($0.record.id.text, $0.record.name) }
        providers = Dictionary(organisations) { first, _ in first }
    }
}
