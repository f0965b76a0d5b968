extension DocumentFormat {
    /// An answer in this format: tables to read or to print, or data in the answer's own two ways.
    package func bytes(
        of tables: @autoclosure () -> TableDocument,
        csv: () -> [UInt8],
        json: () -> [UInt8]
    ) -> [UInt8] {
        switch self {
        case .text: Array(tables().text().utf8)
        case .html: tables().paper().bytes
        case .csv: csv()
        case .json: json()
        }
    }
}
