package import Report
import Values

extension ReportAnswer.Time {
    /// `As at 31 March 2019`, `1 April 2018 to 31 March 2019`.
    package var words: String {
        switch self {
        case .asAt(let day): "As at \(day.long)"
        case .during(let period): period.long
        }
    }
}
