package import Values

/// How full one team of a programme is: cases against places, the norm of the programme times its whole-time equivalents.
package struct TeamCapacity: Hashable, Sendable {
    /// The team's name; nil gathers those without one.
    package let team: String?
    package let programme: String
    /// The provider's reference.
    package let provider: String?
    /// Whole-time equivalents of those who hold cases and are in post.
    package let wte: Decimal
    /// Cases a whole-time worker should hold; nil where none is set.
    package let norm: Decimal?
    package let cases: Int

    package init(
        team: String?,
        programme: String,
        provider: String?,
        wte: Decimal,
        norm: Decimal?,
        cases: Int
    ) {
        self.team = team
        self.programme = programme
        self.provider = provider
        self.wte = wte
        self.norm = norm
        self.cases = cases
    }

    /// How a caseload stands against the norm.
    package enum Band: String, Hashable, Sendable, CaseIterable {
        /// Under four fifths of the norm.
        case room
        /// From four fifths to the norm itself.
        case full
        case over
        /// No norm, or nobody in post.
        case notKnown = "not_known"

        /// As people read it.
        package var label: String {
            switch self {
            case .room: "Room"
            case .full: "Near the norm"
            case .over: "Over the norm"
            case .notKnown: "No norm"
            }
        }
    }

    /// Places in hundredths of a hundredth, exact for norms and equivalents of two places: norm times wte, times 10,000.
    private var places10000: Int128? {
        guard let norm, norm > .zero else { return nil }
        return (norm.scaled / powerOfTen(16)) * (wte.scaled / powerOfTen(16))
    }

    /// How many cases the team should hold, in whole places; a part of a place is none.
    package var places: Int? { places10000.map { Int($0 / 10_000) } }

    /// Places nobody has; 0 where the team is full or over.
    package var free: Int? { places.map { max(0, $0 - cases) } }

    /// Cases beyond the places.
    package var over: Int { places.map { max(0, cases - $0) } ?? 0 }

    package var band: Band {
        guard let places10000, places10000 > 0 else { return .notKnown }
        let held = Int128(cases) * 10_000
        if held > places10000 { return .over }
        return held * 5 >= places10000 * 4 ? .full : .room
    }

    /// Cases a whole-time equivalent, as an exact fraction; nil where nobody is in post.
    package var casesPerWhole: Share? {
        let hundredths = Int(wte.scaled / powerOfTen(16))
        return hundredths > 0 ? Share(cases * 100, of: hundredths) : nil
    }
}
