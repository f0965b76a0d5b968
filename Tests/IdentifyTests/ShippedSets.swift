import Definitions
import Identify
import Invented
import Records
import Testing
import Values

/// A criteria set as the program carries it.
func shippedSet(_ id: String) throws -> CriteriaSet {
    try #require(CriteriaSet.all(DefinitionSet()).first { $0.id == id })
}

extension World {
    /// A family with a child of 14 and a parent as at 30 June 2022.
    static func family() -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2008-06-15")
        world.person("P2", of: "F1", born: "1980-01-01", role: .parentCarer)
        return world
    }

    /// A world in which every kind of fact is on record for somebody, and nothing for the family looked at.
    static func wellRecorded() -> World {
        var world = World.family()
        world.family("F9")
        world.person("P9", of: "F9", born: "2008-06-15")
        world.person("P8", of: "F9", born: "1980-01-01", role: .parentCarer)
        for kind in EventKind.allCases { world.event(kind, on: "2022-01-01", person: "P9") }
        world.attendance("P9", from: "2022-01-01", to: "2022-03-31", possible: 100)
        world.workStatus("P8", .employed, from: "2020-01-01")
        world.placement("P9", from: "2022-01-01", to: "2022-02-01")
        world.referral("R9", of: "F9", on: "2022-01-01", route: .stepDown)
        world.addCase("K9", family: "F9", child: "P9", from: "2022-01-01")
        return world
    }
}
