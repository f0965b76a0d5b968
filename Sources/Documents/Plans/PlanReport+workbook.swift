import Pay

extension PlanReport {
    /// The plan for a spreadsheet.
    func workbook(_ imprint: Imprint) -> Workbook {
        let parts = PlanLine.Section.allCases.map { dataTable($0) } + [optionTable]
        let tried = [sensitivityTable, twoWayTable].compactMap(\.self) + [findingTable, assumptionTable]
        return Workbook(
            title: title,
            marking: .officialSensitive,
            lines: lines(imprint),
            notes: summary + [trialSentence].compactMap(\.self),
            sheets: (parts + tried).map(\.sheet) + [chart.sheet]
        )
    }
}
