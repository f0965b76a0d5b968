/// Our own rules for files and rows; the rules of the SSDA903 return have the Department for Education's numbers.
package enum ExchangeRule: String, CaseIterable, Sendable {
    // Files.
    case nothingRecognised = "nothing-recognised"
    case fileNotRecognised = "file-not-recognised"
    case fileSkipped = "file-skipped"
    case emptyFile = "empty-file"
    case headerOnly = "header-only"
    case utf16 = "utf-16"
    case notUTF8 = "not-utf-8"
    case zeroByte = "zero-byte"
    case spreadsheet = "spreadsheet"
    // Zips.
    case zipDamaged = "zip-damaged"
    case zipBomb = "zip-bomb"
    case zipEncrypted = "zip-encrypted"
    case zipUnsupported = "zip-unsupported"
    // Descriptors.
    case descriptorUnreadable = "descriptor-unreadable"
    case descriptorFileMissing = "descriptor-file-missing"
    case descriptorTableLeftOut = "descriptor-table-left-out"
    case descriptorUnsupported = "descriptor-unsupported"
    // Columns.
    case missingColumn = "missing-column"
    case unknownColumn = "unknown-column"
    case duplicateColumn = "duplicate-column"
    // Rows.
    case unclosedQuote = "unclosed-quote"
    case textAfterQuote = "text-after-quote"
    case fieldTooLong = "field-too-long"
    case tooManyFields = "too-many-fields"
    case wrongFieldCount = "wrong-field-count"
    case emptyRow = "empty-row"
    // Values.
    case missingValue = "missing-value"
    case unknownCode = "unknown-code"
    case notADate = "not-a-date"
    case notAWholeNumber = "not-a-whole-number"
    case notANumber = "not-a-number"
    case notAnAmount = "not-an-amount"
    case notTrueOrFalse = "not-true-or-false"
    case textTooLong = "text-too-long"
    case controlCharacter = "control-character"
    case numberRounded = "number-rounded"
    case penceRounded = "pence-rounded"
    // Records.
    case endBeforeStart = "end-before-start"
    case impossibleRecord = "impossible-record"
    case duplicateKey = "duplicate-key"
    case missingParent = "missing-parent"
    case missingParentTable = "missing-parent-table"
    case collectionYearUnknown = "collection-year-unknown"
    case inReturnToo = "in-return-too"
    case moreProblems = "more-problems"
}

extension ExchangeRule {
    /// Whether nothing is imported while a problem of this kind is there.
    package var blocksImport: Bool {
        switch self {
        case .fileSkipped, .descriptorTableLeftOut, .headerOnly, .unknownColumn, .emptyRow, .numberRounded,
            .penceRounded, .inReturnToo,
            .moreProblems:
            false
        default: true
        }
    }

    /// An error blocks the import; a warning does not.
    package var severity: Problem.Severity { blocksImport ? .error : .warning }

    /// What the rule finds, in one line.
    package var meaning: String {
        switch self {
        case .nothingRecognised: "None of the files is one that can be imported."
        case .fileNotRecognised: "The file is no table of the exchange package or of the SSDA903 return."
        case .fileSkipped: "A file that came along in a folder or zip was passed over."
        case .emptyFile: "The file has no bytes or no rows."
        case .headerOnly: "The file has column names and no rows."
        case .utf16: "The file is UTF-16 text."
        case .notUTF8: "The file is not UTF-8 text."
        case .zeroByte: "The file holds a byte of value 0."
        case .spreadsheet: "The file is a spreadsheet, not CSV."
        case .zipDamaged: "The zip is cut short or damaged."
        case .zipBomb: "The zip would unpack to more than is allowed."
        case .zipEncrypted: "The zip is protected by a password."
        case .zipUnsupported: "The zip is packed in a way that is not read."
        case .descriptorUnreadable: "datapackage.json is not a data package descriptor."
        case .descriptorFileMissing: "datapackage.json names several files for a table, and one is not there."
        case .descriptorTableLeftOut: "datapackage.json names tables whose files are not there."
        case .descriptorUnsupported: "datapackage.json asks for something that is not read."
        case .missingColumn: "A column that must be there is not."
        case .unknownColumn: "A column the table does not have is ignored."
        case .duplicateColumn: "Two columns have the same name."
        case .unclosedQuote: "A quoted field is never closed, so the rest of the file cannot be read."
        case .textAfterQuote: "Text stands between a closing quote and the next comma."
        case .fieldTooLong: "A field is longer than 1 MiB."
        case .tooManyFields: "A row has more than 1,000 fields."
        case .wrongFieldCount: "A row has more or fewer fields than the header."
        case .emptyRow: "A row has only empty fields and is passed over."
        case .missingValue: "A field that must be filled is empty."
        case .unknownCode: "A code is not in its list."
        case .notADate: "A date is not a real date in the form YYYY-MM-DD."
        case .notAWholeNumber: "A whole number is something else."
        case .notANumber: "A number is something else."
        case .notAnAmount: "An amount of money in pounds is something else."
        case .notTrueOrFalse: "A yes-or-no field is neither true nor false."
        case .textTooLong: "A reference is longer than 100 characters."
        case .controlCharacter: "A text holds a control character."
        case .numberRounded: "A number has more than 18 digits and is rounded."
        case .penceRounded: "An amount has fractions of a penny and is rounded."
        case .endBeforeStart: "An end lies before its start."
        case .impossibleRecord: "The values of a row cannot be together."
        case .duplicateKey: "Two rows have the same key."
        case .missingParent: "A row refers to one that does not exist."
        case .missingParentTable: "A column refers to a table that is not there at all."
        case .collectionYearUnknown: "No date tells the collection year of a return with SDQ scores."
        case .inReturnToo: "A record of the package is in the SSDA903 return too, with other values."
        case .moreProblems: "More problems of one kind were found than are listed."
        }
    }
}

extension Problem {
    /// A problem under one of our own rules.
    package init(
        _ rule: ExchangeRule,
        file: String,
        table: String = "",
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
            severity: rule.severity,
            blocksImport: rule.blocksImport,
            message: message
        )
    }
}
