/// Reads the SSDA903 return from its XML form (root `EXPSSDA903`; `uk-data.md` 1.1, `CLA_2021.xsd`).
package enum ReturnXML {
    /// The tables of the return as its CSV files would have them, and what stands in the way of importing it.
    ///
    /// Values are trimmed and in upper case. Rows are counted from 0 within each table; a row's line is that of the
    /// element it was read from. What was read before a fault is kept, so that a check can say more about it.
    package static func read(_ bytes: [UInt8], file: String) -> (data: ReturnData, problems: [Problem]) {
        if let fault = encodingFault(in: bytes) {
            return (ReturnData(), [.xml(fault.message, in: file, line: fault.line)])
        }
        var reader = ReturnXMLReader(file: file)
        do {
            try reader.read(bytes)
            return (reader.data, reader.warnings)
        } catch {
            return (reader.data, [.xml(error.message, in: file, line: error.line)])
        }
    }

    private static func encodingFault(in bytes: [UInt8]) -> XMLFault? {
        switch TextEncoding.fault(in: bytes) {
        case nil: nil
        case .utf16: XMLFault(line: 1, message: "The file is in UTF-16: save it as UTF-8 and try again")
        case .zeroByte(let line):
            XMLFault(line: line, message: "The file is no text from here: export the return again")
        case .notUTF8(let line):
            XMLFault(line: line, message: "The file is not UTF-8 here: save it as UTF-8 and try again")
        }
    }
}

extension Problem {
    fileprivate static func xml(_ message: String, in file: String, line: Int) -> Problem {
        Problem(file: file, table: "", line: line, rule: "xml", blocksImport: true, message: message)
    }
}
