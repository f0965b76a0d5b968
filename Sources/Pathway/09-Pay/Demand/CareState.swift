package import Values

/// Kinds of placement that are counted together (as the sector's demand model has them).
package enum PlacementCategory: Int, CaseIterable, Sendable {
    case fostering, residential, supported, other

    /// The category of a code of the SSDA903 return's PLACE.
    package init(place: String) {
        switch place {
        case "U1", "U2", "U3", "U4", "U5", "U6": self = .fostering
        case "K2", "R1", "P3", "S1": self = .residential
        case "H5", "K3", "P2": self = .supported
        default: self = .other
        }
    }

    package var label: String {
        switch self {
        case .fostering: "Fostering"
        case .residential: "Residential"
        case .supported: "Supported"
        case .other: "Other"
        }
    }
}

/// Ages that are counted together: a child is in the bracket of the last of these birthdays they have had.
package enum AgeBracket: Int, CaseIterable, Sendable {
    case underOne, oneToFour, fiveToNine, tenToFifteen, sixteenAndOver

    /// The birthday it begins with.
    package var from: Int { [0, 1, 5, 10, 16][rawValue] }

    /// The birthdays at which a child changes bracket.
    package static let birthdays = [1, 5, 10, 16]

    package var label: String {
        switch self {
        case .underOne: "Under 1"
        case .oneToFour: "1 to 4"
        case .fiveToNine: "5 to 9"
        case .tenToFifteen: "10 to 15"
        case .sixteenAndOver: "16 and over"
        }
    }

    /// The bracket of an age in years.
    init(years: Double) {
        self = AgeBracket(rawValue: AgeBracket.birthdays.count { years >= Double($0) }) ?? .sixteenAndOver
    }
}

/// Where a child in care is: their age and their kind of placement.
package struct CareState: Hashable, Sendable {
    package let age: AgeBracket
    package let placement: PlacementCategory

    package init(_ age: AgeBracket, _ placement: PlacementCategory) {
        self.age = age
        self.placement = placement
    }

    /// Every state, by index.
    package static let all = AgeBracket.allCases.flatMap { age in
        PlacementCategory.allCases.map { CareState(age, $0) }
    }

    package static let count = AgeBracket.allCases.count * PlacementCategory.allCases.count

    /// Its place among all states.
    package var index: Int { age.rawValue * PlacementCategory.allCases.count + placement.rawValue }

    package var label: String { "\(age.label), \(placement.label.lowercased())" }
}

/// A row of the SSDA903 return's episodes, as far as demand needs it.
package struct CareEpisode: Sendable {
    /// Which child; only whether two are the same matters.
    package let child: String
    package let birth: Day
    package let from: Day
    /// The day it ended; nil where it had not.
    package let to: Day?
    /// RNE: why the episode is new.
    package let reason: String
    /// PLACE.
    package let place: String

    package init(child: String, birth: Day, from: Day, to: Day?, reason: String, place: String) {
        self.child = child
        self.birth = birth
        self.from = from
        self.to = to
        self.reason = reason
        self.place = place
    }
}
