package import Definitions
package import Linkage

/// How files of people are read for linking, where they are not named or written as the model expects.
package struct LinkageMapping: Hashable, Sendable {
    /// How a file's characters are written.
    package enum Encoding: String, CaseIterable, Sendable {
        case utf8 = "utf-8"
        /// What spreadsheets in Britain save as plain CSV.
        case windows1252 = "windows-1252"
    }

    /// The files it is for, by their names: `youth_*.csv`, where `*` is any characters and `?` one; every file where nil.
    package var files: String?
    /// What the file's records are said to come from; its name without its ending where nil.
    package var source: String?
    /// The column that says what each record comes from, where a file holds records of several sources.
    package var sourceColumn: String?
    /// The column that tells records apart; the first of `record_id`, `rec_id`, `unique_id` and `id` where nil.
    package var recordID: String?
    /// The column of the file for each field of the model.
    package var columns: [String: String]
    /// The forms the file writes its dates in; the first that reads a date is taken.
    package var dates: [DateForm]
    package var encoding: Encoding

    package init(
        files: String? = nil,
        source: String? = nil,
        sourceColumn: String? = nil,
        recordID: String? = nil,
        columns: [String: String] = [:],
        dates: [DateForm] = DateForm.usual,
        encoding: Encoding = .utf8
    ) {
        self.files = files
        self.source = source
        self.sourceColumn = sourceColumn
        self.recordID = recordID
        self.columns = columns
        self.dates = dates
        self.encoding = encoding
    }

    static let usualRecordIDs = ["record_id", "rec_id", "unique_id", "id"]

    /// Whether the mapping is for a file of this name, the folders before it left out.
    package func isFor(_ name: String) -> Bool {
        guard let files else { return true }
        let last = name.split(separator: "/").last ?? name[...]
        return NamePattern.matches(Array(files.unicodeScalars)[...], Array(last.unicodeScalars)[...])
    }
}

extension LinkageMapping {
    /// Reads a mapping file; throws everything that is wrong with it, with its lines.
    package static func read(_ file: DefinitionFile) throws(DefinitionRefusal) -> LinkageMapping {
        try MapReader.read(file) { map in
            let files = map.optionalText("file")
            let source = map.optionalText("source")
            let sourceColumn = map.optionalText("source_column")
            let recordID = map.optionalText("record_id")
            let columns = map.optionalTextsByName("columns")
            let dates: [DateForm]? = map.optionalCodes("dates")
            let encoding: Encoding? = map.optionalCode("encoding")
            if source != nil && sourceColumn != nil {
                map.refuse("source_column", "must not stand beside source: give one of them")
            }
            if source?.contains("/") ?? false { map.refuse("source", "must not have a / in it") }
            return columns.map { columns in
                LinkageMapping(
                    files: files,
                    source: source,
                    sourceColumn: sourceColumn,
                    recordID: recordID,
                    columns: columns,
                    dates: dates ?? DateForm.usual,
                    encoding: encoding ?? .utf8
                )
            }
        }
    }
}

/// Names with `*` for any characters and `?` for one.
private enum NamePattern {
    static func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
        var (at, place) = (pattern.startIndex, name.startIndex)
        // Where to go on after the latest star, should what follows it not fit.
        var star: (pattern: Int, name: Int)?
        while place < name.endIndex {
            if at < pattern.endIndex, pattern[at] == "*" {
                star = (at, place)
                at += 1
            } else if at < pattern.endIndex, pattern[at] == "?" || pattern[at] == name[place] {
                (at, place) = (at + 1, place + 1)
            } else if let latest = star {
                star = (latest.pattern, latest.name + 1)
                (at, place) = (latest.pattern + 1, latest.name + 1)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == "*" }
    }
}
