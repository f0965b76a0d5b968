package import Values

/// A cell of a spreadsheet: numbers and days as such, words never as a formula.
package enum SheetCell: Sendable, Hashable {
    case blank
    case words(String)
    case number(Double, SheetFormat)
    case day(Day)
    /// What stands where a number is not shown.
    case symbol(Symbol)

    /// The letters of the Government Statistical Service.
    package enum Symbol: String, Sendable, CaseIterable {
        case hidden = "c"
        case nothingToMeasure = "z"
        case notAvailable = "x"
        case low = "k"

        /// As it stands in a cell: `[c]`.
        package var text: String { "[\(rawValue)]" }

        /// What it means, for the notes.
        package var meaning: String {
            switch self {
            case .hidden: "Hidden, so that nobody can be told from it"
            case .nothingToMeasure: "Not applicable: there was nothing to measure"
            case .notAvailable: "Not available"
            case .low: "Low: rounds to nought but is not nought"
            }
        }
    }
}

/// How a spreadsheet writes a number.
package enum SheetFormat: Sendable, Hashable {
    /// With so many decimals and thousands commas.
    case decimal(Int)
    /// Digits alone, as of a year.
    case digits
    /// Of a share from 0 to 1.
    case percent(Int)
    case pounds(Int)
    /// A calendar day: `31 March 2025`.
    case day

    /// The pattern that spreadsheets know it by.
    package var pattern: String {
        switch self {
        case .decimal(let places): "#,##0" + SheetFormat.point(places)
        case .digits: "0"
        case .percent(let places): "0" + SheetFormat.point(places) + "%"
        case .pounds(let places): "£#,##0" + SheetFormat.point(places)
        case .day: "d mmmm yyyy"
        }
    }

    /// The same for an axis, where whole numbers will do.
    package var axisPattern: String {
        switch self {
        case .percent: "0%"
        case .pounds: "£#,##0"
        case .decimal, .digits, .day: pattern
        }
    }

    private static func point(_ places: Int) -> String {
        places > 0 ? "." + String(repeating: "0", count: min(places, 12)) : ""
    }
}
