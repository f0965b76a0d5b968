import Pay

extension PlanReport {
    /// The plan as one printable page that needs nothing beside it.
    func paper(_ imprint: Imprint) -> HTML {
        HTML.paper(title: title, lines: lines(imprint)) { html in
            for sentence in summary { html.paragraph(sentence) }
            html.chart(chart)
            for section in PlanLine.Section.allCases { html.table(dataTable(section)) }
            html.table(optionTable)
            if let sensitivityTable { html.table(sensitivityTable) }
            if let bedTable { html.table(bedTable) }
            if let twoWayTable { html.table(twoWayTable) }
            if let trialSentence { html.paragraph(trialSentence) }
            html.table(findingTable)
            html.table(assumptionTable)
        }
    }
}
