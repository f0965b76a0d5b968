package import Values

/// One value of one row, as files and databases hold it.
package enum Cell: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int64)
    case decimal(Decimal)
    case day(Day)
    case boolean(Bool)
}

extension Cell {
    /// As the exchange package writes it; empty where missing.
    package var plain: String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .integer(let value): "\(value)"
        case .decimal(let value): value.plain
        case .day(let day): day.iso
        case .boolean(let value): value ? "true" : "false"
        }
    }
}
