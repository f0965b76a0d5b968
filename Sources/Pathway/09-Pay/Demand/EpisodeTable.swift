package import Definitions
import Values

/// Episodes and headers of the SSDA903 return as tables of one or several years, read for demand.
package enum EpisodeTable {
    package static let episodeColumns = ["CHILD", "DECOM", "RNE", "PLACE", "DEC"]
    package static let headerColumns = ["CHILD", "DOB"]

    /// A file with its columns and rows.
    package struct File: Sendable {
        package let name: String
        package let header: [String]
        package let rows: [ChildTable.Row]

        package init(name: String, header: [String], rows: [ChildTable.Row]) {
            self.name = name
            self.header = header
            self.rows = rows
        }

        var isHeaders: Bool { headerColumns.allSatisfy(header.contains) }
        var isEpisodes: Bool { episodeColumns.allSatisfy(header.contains) }
    }

    /// What was read.
    package struct Reading: Sendable {
        package let episodes: [CareEpisode]
        /// Episodes of children without a date of birth, which cannot be counted by age.
        package let withoutBirth: Int
    }

    /// Reads the files; those that are neither episodes nor headers are passed over.
    ///
    /// Throws everything that is wrong. A child's date of birth is that of the last header that has one, in the order of the files and of their rows.
    package static func read(_ files: [File]) throws(DefinitionRefusal) -> Reading {
        var problems: [DefinitionProblem] = []
        if !files.contains(where: \.isEpisodes) {
            let reason = "there must be a file of episodes, with the columns \(episodeColumns.joined(separator: ", "))"
            problems.append(DefinitionProblem(file: files.first?.name ?? "the files", line: nil, reason: reason))
        }
        var births: [String: Day] = [:]
        for file in files where file.isHeaders {
            var reader = DatedRows(file)
            for row in file.rows {
                if let birth = reader.day(row, "DOB", required: false) { births[reader.text(row, "CHILD")] = birth }
            }
            problems += reader.problems
        }
        var episodes: [CareEpisode] = []
        var withoutBirth = 0
        for file in files where file.isEpisodes {
            var reader = DatedRows(file)
            for row in file.rows {
                let from = reader.day(row, "DECOM", required: true)
                let to = reader.day(row, "DEC", required: false)
                if let from, let to, to < from { reader.refuse(row, "DEC", "must be the same as or after DECOM") }
                guard let from else { continue }
                let child = reader.text(row, "CHILD")
                guard let birth = births[child] else {
                    withoutBirth += 1
                    continue
                }
                episodes.append(
                    CareEpisode(
                        child: child,
                        birth: birth,
                        from: from,
                        to: to,
                        reason: reader.text(row, "RNE"),
                        place: reader.text(row, "PLACE")
                    )
                )
            }
            problems += reader.problems
        }
        guard problems.isEmpty else { throw DefinitionRefusal(problems) }
        return Reading(episodes: episodes, withoutBirth: withoutBirth)
    }
}

/// Rows whose dates are read as the return has them, `31/03/2021`, or as `2021-03-31`.
private struct DatedRows {
    let file: EpisodeTable.File
    private let places: [String: Int]
    private(set) var problems: [DefinitionProblem] = []

    init(_ file: EpisodeTable.File) {
        self.file = file
        places = Dictionary(
            file.header.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    func text(_ row: ChildTable.Row, _ column: String) -> String {
        guard let place = places[column], place < row.cells.count else { return "" }
        return row.cells[place]
    }

    mutating func refuse(_ row: ChildTable.Row, _ column: String, _ reason: String) {
        problems.append(DefinitionProblem(file: file.name, line: row.line, reason: "\(column) \(reason)"))
    }

    mutating func day(_ row: ChildTable.Row, _ column: String, required: Bool) -> Day? {
        let text = text(row, column)
        if text.isEmpty {
            if required { refuse(row, column, "is missing") }
            return nil
        }
        if let day = Day(iso: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2]), let date = Day(year: year, month: month, day: day)
        {
            return date
        }
        refuse(row, column, "must be a real date")
        return nil
    }
}
