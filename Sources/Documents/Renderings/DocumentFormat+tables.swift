extension DocumentFormat {
    /// An answer in this format: tables to read, to print or for a spreadsheet, or data in the answer's own two ways.
    package func document(
        of tables: @autoclosure () -> TableDocument,
        csv: () -> [UInt8],
        json: () -> [UInt8]
    ) -> Document {
        switch self {
        case .text: .text(tables().text())
        case .html: .finished(tables().paper().bytes)
        case .pdf: .sheets(tables().paper())
        case .xlsx: .workbook(tables().workbook())
        case .csv: .finished(csv())
        case .json: .finished(json())
        }
    }
}
