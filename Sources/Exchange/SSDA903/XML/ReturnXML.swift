import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads the SSDA903 return from its XML form (root `EXPSSDA903`; `uk-data.md` 1.1, `CLA_2021.xsd`).
package enum ReturnXML {
    /// The tables of the return as its CSV files would have them, and what stands in the way of importing it.
    ///
    /// Values are trimmed and in upper case. Rows are counted from 0 within each table; a row's line is that of the
    /// element it was read from. What was read before a fault is kept, so that a check can say more about it.
    package static func read(_ bytes: [UInt8], file: String) -> (data: ReturnData, problems: [Problem]) {
        if let message = MarkupGuard.refusal(of: bytes) {
            return (ReturnData(), [.xml(message, in: file)])
        }
        let reader = ReturnXMLReader(file: file)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        // A parser fed in pieces calls a file that stops half way complete; its error does not, and neither does the root.
        let complete = withExtendedLifetime(reader) { parser.parse() } && parser.parserError == nil
        var problems = reader.problems
        if problems.isEmpty, !complete || !reader.isClosed {
            let message =
                "The XML stops or breaks off here: export the return again and check that all of it was copied"
            problems.append(.xml(message, in: file, line: max(parser.lineNumber, 1)))
        }
        if let line = reader.firstUnknownLine {
            problems.append(.passedOver(reader.unknownCount, in: file, line: line))
        }
        return (reader.data, problems)
    }

    /// Whether the bytes look like XML: the first that is no blank is `<`.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(1024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.first == UInt8(ascii: "<")
    }
}

extension Problem {
    static func xml(_ message: String, in file: String, line: Int? = nil) -> Problem {
        Problem(file: file, table: "", line: line, rule: "xml", blocksImport: true, message: message)
    }

    fileprivate static func passedOver(_ count: Int, in file: String, line: Int) -> Problem {
        Problem(
            file: file,
            table: "",
            line: line,
            rule: "xml",
            severity: .warning,
            blocksImport: false,
            message: "Values under names that are not part of the return were passed over: \(count), the first here"
        )
    }
}
