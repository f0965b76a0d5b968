package import Values

/// How the counts of a needs analysis are laid out.
package enum NeedsGrouping: String, Sendable, CaseIterable {
    /// Each ward or locality over the whole period, and all together.
    case area
    /// Each quarter of the period.
    case quarter
    /// Each financial year of the period.
    case year
}

/// One row of a needs analysis: an area, or a part of the period.
package struct NeedsGroup: Sendable, Hashable {
    /// `Northgate`, `January to March 2018`, `2017 to 2018`; `Area not known`.
    package let label: String
    package let period: Period
}

extension Period {
    /// The parts of the period: its quarters or financial years, the first and last cut off where it begins and ends.
    func parts(by grouping: NeedsGrouping) -> [NeedsGroup] {
        var parts: [NeedsGroup] = []
        var day = from
        while day <= to {
            let (whole, label) =
                grouping == .quarter ? Quarter(containing: day).named : FinancialYear(containing: day).named
            guard let part = intersection(whole) else { break }
            parts.append(NeedsGroup(label: part == whole ? label : "\(label) (part)", period: part))
            day = part.end
        }
        return parts
    }
}

extension Quarter {
    fileprivate var named: (Period, String) { (period, long) }
}

extension FinancialYear {
    fileprivate var named: (Period, String) { (period, long) }
}
