package import Report

/// The forms a report can be had in.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case text, json, csv, html
}

extension ReportAnswer {
    /// The whole answer as a document.
    ///
    /// JSON is `figures.md`, Report output, and nothing more; the others also carry the imprint.
    package func document(_ format: DocumentFormat, imprint: Imprint) -> [UInt8] {
        switch format {
        case .text: Array(text(imprint: imprint).utf8)
        case .json: json()
        case .csv: csv(imprint: imprint)
        case .html: paper(imprint: imprint).bytes
        }
    }
}

extension OpenedFigure {
    /// The figure and the records behind it as a document.
    package func document(_ format: DocumentFormat, imprint: Imprint) -> [UInt8] {
        switch format {
        case .text: Array(text(imprint: imprint).utf8)
        case .json: json()
        case .csv: csv(imprint: imprint)
        case .html: paper(imprint: imprint).bytes
        }
    }
}
