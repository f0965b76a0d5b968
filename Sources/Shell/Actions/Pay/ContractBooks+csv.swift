import Documents
package import Ledger
package import Pay
import Values

extension ContractBooks {
    /// The journal as a file for a finance system.
    package var csv: [UInt8] {
        var csv = CSVText(columns: JournalLine.columns)
        for line in journal.lines {
            csv.append(
                [.whole(line.entry)]
                    + line.cells.enumerated().dropFirst().map { column, cell in
                        column == 7 || column == 8 ? .number(Double(cell)) : .words(cell)
                    }
            )
        }
        return csv.bytes
    }
}

extension Heading {
    /// As the books of a council call it.
    package var label: String {
        switch self {
        case .commitments: "Commitments"
        case .commitmentsReserve: "Reserve for commitments"
        case .expenditure: "Expenditure"
        case .adjustments: "Adjustments"
        case .provisions: "Provisions"
        case .creditors: "Creditors"
        case .retentions: "Held back"
        case .vat: "Value added tax"
        case .grantDebtors: "Grant owed to us"
        case .grantIncome: "Grant income"
        case .bank: "Bank"
        }
    }
}
