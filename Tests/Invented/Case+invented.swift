package import Records
import Values

extension Case {
    /// A case of one invented family.
    package static func invented(
        _ id: String,
        from start: String,
        to end: String? = nil,
        programme: String = "mst",
        change: (inout Case) -> Void = { _ in }
    ) -> Case {
        var item = Case(
            id: Identifier(id),
            familyID: Identifier("F1"),
            programme: programme,
            startedOn: day(start),
            endedOn: end.map(day)
        )
        change(&item)
        return item
    }
}
