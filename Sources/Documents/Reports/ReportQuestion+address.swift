package import Report
import Values

extension ReportQuestion {
    /// The page of the service that answers it of a part of the register, as known at a change; without one as known now.
    package func page(of filter: ReportFilter = ReportFilter(), knownAt change: Int?) -> Address {
        Address("reports", name).asking(self, of: filter, knownAt: change)
    }

    /// The page that opens one of its figures.
    package func page(
        opening figure: String,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int?
    ) -> Address {
        Address("figures", name, figure).asking(self, of: filter, knownAt: change)
    }
}

extension Address {
    /// With what is asked: the days, the programme or criteria, the part of the register, and as known when.
    package func asking(
        _ question: ReportQuestion,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) -> Address {
        let known = with("known-at", change.map { "\($0)" }).keeping(filter)
        return switch question {
        case .keyInformation(let day, let programme): known.with("as-at", day.iso).with("programme", programme)
        case .performance(let period), .familySupport(let period):
            known.with("from", period.from.iso).with("to", period.to.iso)
        case .intelligence(let day, let criteria): known.with("as-at", day.iso).with("criteria", criteria)
        }
    }

    /// With the part of the register that is asked about.
    package func keeping(_ filter: ReportFilter) -> Address {
        filter.parts.reduce(self) { $0.with(Address.name(of: $1.dimension), $1.code) }
    }

    /// The name under which an address keeps one group of a dimension.
    package static func name(of dimension: Dimension) -> String { "in-\(dimension.rawValue)" }
}
