import Definitions

/// When an instrument is collected, in which programmes, and by whom.
package struct InstrumentUse: Hashable, Sendable {
    /// Who may collect it.
    package enum Collector: String, CaseIterable, Sendable {
        case anybody
        /// Nobody who holds the case, so that families can say what they think of who works with them.
        case somebodyElse = "somebody_else"
    }

    /// The occasions it is for; empty for any.
    package let occasions: [Occasion.Kind]
    /// The programmes it is for; nil for all.
    package let programmes: [String]?
    package let collector: Collector
    /// Days after an occasion by which it is to be done.
    package let withinDays: Int

    /// Reads `use`, if it is there; nil where a problem was noted.
    init?(reading map: inout MapReader) {
        guard map.keys.contains("use") else {
            self.init(occasions: [], programmes: nil, collector: .anybody, withinDays: 0)
            return
        }
        let read = map.optionalMap("use") { map -> InstrumentUse? in
            let occasions: [Occasion.Kind]? = map.codes("occasions")
            let programmes = map.optionalTexts("programmes")
            let collector: Collector? = map.optionalCode("collected_by")
            let days = map.optionalInteger("within_days") ?? 0
            guard let occasions else { return nil }
            guard (0...366).contains(days) else {
                map.refuse("within_days", "must be 0 to 366")
                return nil
            }
            return InstrumentUse(
                occasions: occasions,
                programmes: programmes,
                collector: collector ?? .anybody,
                withinDays: days
            )
        }
        guard let read else { return nil }
        self = read
    }

    private init(occasions: [Occasion.Kind], programmes: [String]?, collector: Collector, withinDays: Int) {
        self.occasions = occasions
        self.programmes = programmes
        self.collector = collector
        self.withinDays = withinDays
    }

    /// Whether it is for an occasion.
    package func isFor(_ occasion: Occasion) -> Bool {
        occasions.isEmpty || occasions.contains(occasion.kind)
    }

    /// Whether it is for a programme.
    package func isFor(programme: String) -> Bool {
        programmes?.contains(programme) ?? true
    }
}
