import Records
import Values

/// The SSDA903 return among the files: its facts, what its rules find, and what was repaired.
struct ReturnCheck {
    private(set) var facts = RecordSet()
    private(set) var origins: [String: [Origin]] = [:]
    private(set) var problems: [Problem] = []
    private(set) var repairs: [Repair] = []

    /// Checks the rows of the return, one collection year after the other; `isKnown` tells the people of the other
    /// files and of the register.
    init(_ data: ReturnData, options: CheckOptions, isKnown: (String) -> Bool) {
        guard data.tables.contains(where: { !$0.value.isEmpty }) else { return }
        var submissions = self.submissions(data, options)
        if options.repair {
            let repaired = EpisodeRepairs.apply(to: submissions)
            submissions = repaired.submissions
            repairs = repaired.repairs
        }
        let found = ReturnCheck.brokenRules(submissions, options)
        let read = ReturnFacts(from: submissions, knownPeople: isKnown)
        facts = read.records
        origins = read.origins
        problems += read.problems.joined(with: found)
    }

    /// The returns of several years, told apart by their folders and the years in the names of their files.
    private mutating func submissions(_ data: ReturnData, _ options: CheckOptions) -> [ReturnSubmission] {
        let parts = data.parts
        return parts.compactMap { part in
            let asked = parts.count == 1 ? options.collectionYear.flatMap { CollectionYear($0) } : nil
            let year = asked ?? part.data.collectionYear ?? part.namedYear
            if let year { return ReturnSubmission(year: year, data: part.data) }
            return undated(part.data)
        }
    }

    /// A return without any date: only its SDQ scores need its year, so only they cannot be taken without it.
    private mutating func undated(_ data: ReturnData) -> ReturnSubmission? {
        if let row = data[.oc2].first {
            problems.append(
                Problem(
                    .collectionYearUnknown,
                    file: row.file,
                    table: ReturnTable.oc2.rawValue,
                    "no date of the return tells its collection year: give it with --collection-year"
                )
            )
        }
        // Any year does for the rest.
        return CollectionYear(2000).map { ReturnSubmission(year: $0, data: data) }
    }

    /// What breaks the rules of the episodes, each year beside the one before it.
    private static func brokenRules(_ submissions: [ReturnSubmission], _ options: CheckOptions) -> [Problem] {
        submissions.sorted { $0.year < $1.year }.flatMap { submission in
            let previous = submissions.first { $0.year.year == submission.year.year - 1 }
            return EpisodeRules.check(
                submission.data,
                collectionYear: submission.year,
                authority: options.authority,
                previous: previous?.data
            )
        }
    }
}

/// The part of a return that came together.
private struct ReturnPart {
    var data: ReturnData
    /// The year in the names of its files.
    var namedYear: CollectionYear?
}

extension ReturnData {
    /// The rows by the folder and the year their files are named for, in the order of those.
    fileprivate var parts: [ReturnPart] {
        var parts: [String: ReturnPart] = [:]
        for table in ReturnTable.allCases {
            for rows in self[table].runs {
                let file = rows[rows.startIndex].file
                let (key, year) = ReturnData.part(of: file)
                parts[key, default: ReturnPart(data: ReturnData(), namedYear: year)].data[table] += rows
            }
        }
        return parts.keys.sorted().compactMap { parts[$0] }
    }

    private static func part(of file: String) -> (key: String, year: CollectionYear?) {
        let source = SourceFile(name: file, bytes: [])
        let numbers = source.baseName.split { !("0"..."9").contains($0) }
        guard let year = numbers.first(where: { $0.count == 4 && $0.hasPrefix("20") }) else {
            return (source.folder, nil)
        }
        return (source.folder + year, Int(year).flatMap { CollectionYear($0) })
    }
}

extension [ReturnRow] {
    /// Rows that follow each other out of one file.
    fileprivate var runs: [ArraySlice<ReturnRow>] {
        var runs: [ArraySlice<ReturnRow>] = []
        var start = startIndex
        for index in indices where index + 1 == endIndex || self[index + 1].file != self[index].file {
            runs.append(self[start...index])
            start = index + 1
        }
        return runs
    }
}
