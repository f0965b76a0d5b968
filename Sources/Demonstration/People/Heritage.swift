import Records

/// The naming traditions of the invented families.
enum Heritage {
    case british, european, southAsian, african, eastAsian

    /// Ethnic groups of families, per thousand.
    static let weights: [(Ethnicity, Int)] = [
        (.wbri, 660), (.wiri, 6), (.woth, 62), (.wirt, 3), (.wrom, 6), (.mwbc, 42), (.mwba, 16), (.mwas, 18),
        (.moth, 16), (.aind, 26), (.apkn, 38), (.aban, 22), (.aoth, 12), (.bcrb, 20), (.bafr, 28), (.both, 6),
        (.chne, 4), (.ooth, 8), (.refu, 3), (.nobt, 4),
    ]

    var names: NameList {
        switch self {
        case .british: .british
        case .european: .european
        case .southAsian: .southAsian
        case .african: .african
        case .eastAsian: .eastAsian
        }
    }
}

extension Ethnicity {
    /// The tradition a family of this group takes its names from.
    var heritage: Heritage {
        switch self {
        case .woth, .wrom: .european
        case .aind, .apkn, .aban, .aoth, .mwas: .southAsian
        case .bafr, .both, .mwba: .african
        case .chne: .eastAsian
        default: .british
        }
    }

    /// What the parents are, of whom the first is of the family's own group unless it is a mixed one.
    var parents: (Ethnicity, Ethnicity) {
        switch self {
        case .mwbc: (.wbri, .bcrb)
        case .mwba: (.wbri, .bafr)
        case .mwas: (.wbri, .apkn)
        case .moth: (.wbri, .ooth)
        default: (self, self)
        }
    }
}
