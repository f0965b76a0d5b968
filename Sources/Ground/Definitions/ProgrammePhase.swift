/// A part of a programme with an end of its own: the weeks in a residential home, the weeks in the community after it.
package struct ProgrammePhase: Hashable, Sendable {
    /// As the register has it: `home`.
    package let id: String
    package let title: String
    /// How long it is meant to last.
    package let weeks: Int
    /// Whether the child lives in a home of the programme meanwhile.
    package let isResidential: Bool

    package init(id: String, title: String, weeks: Int, isResidential: Bool = false) {
        self.id = id
        self.title = title
        self.weeks = weeks
        self.isResidential = isResidential
    }

    init?(reading map: inout MapReader) {
        let id = map.text("id")
        let title = map.text("title")
        let weeks = map.integer("weeks")
        isResidential = map.optionalFlag("residential") ?? false
        guard let id, let title, let weeks else { return nil }
        guard weeks > 0 else {
            map.refuse("weeks", "must be 1 or more")
            return nil
        }
        self.id = id
        self.title = title
        self.weeks = weeks
    }
}
