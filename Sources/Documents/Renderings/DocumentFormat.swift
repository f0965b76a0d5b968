package import Report

/// The forms a report can be had in.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case text, json, csv, html, xlsx, pdf
}

extension ReportAnswer {
    /// The whole answer as a document.
    ///
    /// JSON is `figures.md`, Report output, and the imprint beside it.
    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        switch format {
        case .text: .text(text(imprint: imprint))
        case .json: .finished(json(imprint: imprint))
        case .csv: .finished(csv(imprint: imprint))
        case .html: .finished(paper(imprint: imprint, charts: ReportCharts(self).charts).bytes)
        case .pdf: .sheets(paper(imprint: imprint, charts: ReportCharts(self).charts))
        case .xlsx: .workbook(workbook(imprint: imprint))
        }
    }
}

extension OpenedFigure {
    /// The figure and the records behind it as a document.
    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        switch format {
        case .text: .text(text(imprint: imprint))
        case .json: .finished(json(imprint: imprint))
        case .csv: .finished(csv(imprint: imprint))
        case .html: .finished(paper(imprint: imprint).bytes)
        case .pdf: .sheets(paper(imprint: imprint))
        case .xlsx: .workbook(workbook(imprint: imprint))
        }
    }
}
