import Exchange
package import Pay
package import Values

/// Children in care counted from the files of several years' SSDA903 returns.
package struct ForecastDemand: Sendable {
    package let counts: CareCounts
    package let reference: Period
    package let withoutBirth: Int

    /// Reads the CSV files at the paths and in folders; the reference period ends on the last day known, unless given.
    ///
    /// Throws everything that is wrong with the files.
    package init(_ paths: [String], reference given: Period?) throws {
        let files = try ReadFiles.read(paths).filter { $0.name.lowercased().hasSuffix(".csv") }.map { file in
            let table = try CSVRows(file)
            return EpisodeTable.File(name: file.name, header: table.header, rows: table.rows)
        }
        let reading = try EpisodeTable.read(files)
        let days = reading.episodes.flatMap { [$0.from, $0.to].compactMap(\.self) }
        guard let first = days.min(), let latest = days.max() else {
            throw FileRefusal("There are no episodes of children with a date of birth in these files.")
        }
        // A return covers whole years to 31 March.
        let last = given?.to ?? FinancialYear(containing: latest).period.to
        let start = given?.from ?? max(first, last.adding(months: -60) + 1)
        guard let reference = Period(from: start, to: last), let all = Period(from: min(first, start), to: last) else {
            throw FileRefusal("The reference period must end after the first episode begins.")
        }
        self.reference = reference
        withoutBirth = reading.withoutBirth
        counts = CareCounts(CareSpells(reading.episodes, asAt: last), during: all)
    }

    init(_ counts: CareCounts, _ reference: Period, withoutBirth: Int) {
        self.counts = counts
        self.reference = reference
        self.withoutBirth = withoutBirth
    }
}
