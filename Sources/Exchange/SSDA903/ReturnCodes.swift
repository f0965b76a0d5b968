package import Records

/// Which codes of the return belong to which collection years.
///
/// Sources: the validator that councils use (data-to-insight/csc-validator-be-903, rules 101, 143 to 146 and 149 of its
/// packs 2022/23 to 2026/27) and the schemas of liia-tools-pipeline (2017 to 2026). Where they disagree a year that
/// either accepts is accepted. An import accepts the union of all years; the rules flag by year.
package enum ReturnCodes {
    /// Every collection year.
    package static let always = 0...Int.max

    /// Collection years of a kind of placement.
    ///
    /// K3 replaces H5 from the collection of 2024 (supported accommodation was regulated from 28 October 2023); the
    /// validator's pack of the year after has it in lower case, so that it refuses real returns. Z11 to Z14 replace Z1
    /// from 2026.
    package static func years(of place: PlacementType) -> ClosedRange<Int> {
        switch place {
        case .h5, .p2, .z1: 0...2025
        case .k3: 2024...Int.max
        case .z11, .z12, .z13, .z14: 2026...Int.max
        default: always
        }
    }

    /// Collection years of a reason an episode ceased; nil for E99, which is no code of the return but of a repair.
    ///
    /// E45 to E48 take the place of E43 and E44. The schemas put the change at 2019, the validator has no year for it,
    /// and returns of 2018 have the newer codes: those are accepted in every year.
    package static func years(of reason: ReasonEpisodeCeased) -> ClosedRange<Int>? {
        switch reason {
        case .e99: nil
        case .e43, .e44: 0...2018
        default: always
        }
    }

    /// Sex as any year records it: 1 and 2 up to the collection of 2024, M, F and U from that of 2025.
    package static func sex(_ code: String) -> Sex? {
        switch code {
        case "1": .male
        case "2": .female
        default: Sex(rawValue: code)
        }
    }

    /// Placements that have no provider in the collection year, by rule 178.
    package static func haveNoProvider(in year: Int) -> [PlacementType] {
        year < 2026 ? [.t0, .t1, .t2, .t3, .t4, .z1] : [.t0, .t1, .t2, .t3, .z11, .z12, .z13, .z14]
    }

    /// Placements for which a provider is not asked in the collection year, by rule 526.
    package static func needNoProvider(in year: Int) -> [PlacementType] {
        year < 2026 ? [.t0, .t1, .t2, .t3, .t4, .z1] : [.t0, .t1, .t2, .t3, .t4, .z11, .z12, .z13, .z14]
    }
}
