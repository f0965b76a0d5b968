/// Rules for the extracts of partners, beside those for all files (`ExchangeRule`).
package enum FeedRule: String, CaseIterable, Sendable {
    case wrongMapping = "wrong-mapping"
    case wrongDates = "wrong-date-format"
    case wrongEncoding = "wrong-encoding"
    case valueLeftOut = "value-left-out"
    case factLeftOut = "fact-left-out"
    case identityDiffers = "identity-differs"
    case periodUnknown = "period-unknown"
    case notThisFormat = "not-this-format"

    /// Whether nothing is received while a problem of this kind is there.
    package var blocksImport: Bool {
        switch self {
        case .valueLeftOut, .factLeftOut, .identityDiffers: false
        default: true
        }
    }

    /// What the rule finds, in one line.
    package var meaning: String {
        switch self {
        case .wrongMapping: "The mapping names a column that the file does not have."
        case .wrongDates: "A column's dates are not written as the mapping says."
        case .wrongEncoding: "The file's characters are not written as the mapping says."
        case .valueLeftOut: "A value that says who a record is about cannot be read and counts as missing."
        case .factLeftOut: "A fact is impossible and is left out."
        case .identityDiffers: "Two lines of one record say different things about who it is; the last one counts."
        case .periodUnknown: "Nothing says which period a file is about."
        case .notThisFormat: "The file is not in the format of the feed."
        }
    }
}

extension Problem {
    /// A problem under one of the rules for extracts.
    init(
        _ rule: FeedRule,
        file: String,
        table: String,
        row: Int? = nil,
        line: Int? = nil,
        field: String? = nil,
        _ message: String
    ) {
        self.init(
            file: file,
            table: table,
            row: row,
            line: line,
            field: field,
            rule: rule.rawValue,
            severity: rule.blocksImport ? .error : .warning,
            blocksImport: rule.blocksImport,
            message: message
        )
    }
}
