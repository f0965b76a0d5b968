import Records
import Statistics
import Values

/// One figure of a report before it is worked out: what it is called, what it means, and how it is read off.
struct Measure: Sendable {
    let id: String
    let label: String
    let unit: FigureUnit
    let definition: String
    /// Adds the members to the tally and says what they come to.
    let read: @Sendable (inout Tally) -> Reading

    init(
        _ id: String,
        _ label: String,
        _ unit: FigureUnit,
        _ definition: String,
        read: @escaping @Sendable (inout Tally) -> Reading
    ) {
        self.id = id
        self.label = label
        self.unit = unit
        self.definition = definition
        self.read = read
    }
}

/// What a measure comes to.
enum Reading {
    /// The number of members counted.
    case count
    /// The members counted, and those not known beside them.
    case countWithUnknown
    /// The members counted as a share of those known, with a 95 % Wilson interval.
    case share
    /// An exact fraction of days, without an interval.
    case days(Share)
    /// A quotient of days or money, without an interval; nil of nothing.
    case quotient(Double, Double)
    /// A number; nil where nothing was measured.
    case number(Double?)
}

extension Measure {
    /// Works the figure out; with its members when it is the one being opened.
    func figure(_ snapshot: Snapshot, isOpen: Bool) -> Figure {
        var tally = Tally(snapshot, isOpen: isOpen)
        let reading = read(&tally)
        let members = isOpen ? tally.members.sorted(by: Member.precedes) : nil
        switch reading {
        case .count: return figure(Double(tally.counted), members: members)
        case .countWithUnknown: return figure(Double(tally.counted), unknown: tally.unknown, members: members)
        case .share: return shareFigure(tally, members)
        case .days(let share): return figure(share.value, share: share, members: members)
        case .quotient(let numerator, let denominator):
            let value = denominator == 0 ? nil : numerator / denominator
            return figure(value, quotient: Quotient(numerator, denominator), members: members)
        case .number(let value): return figure(value, members: members)
        }
    }

    private func shareFigure(_ tally: Tally, _ members: [Member]?) -> Figure {
        let share = Share(tally.counted, of: tally.known)
        let interval = Wilson.interval(tally.counted, of: tally.known)
        return Figure(
            id: id,
            label: label,
            unit: unit,
            value: share.value,
            share: share,
            low: interval?.low,
            high: interval?.high,
            unknown: tally.unknown,
            definition: definition,
            members: members
        )
    }

    private func figure(
        _ value: Double?,
        share: Share? = nil,
        quotient: Quotient? = nil,
        unknown: Int? = nil,
        members: [Member]?
    ) -> Figure {
        Figure(
            id: id,
            label: label,
            unit: unit,
            value: value,
            share: share,
            quotient: quotient,
            unknown: unknown,
            definition: definition,
            members: members
        )
    }
}

extension [Measure] {
    /// Works them all out, on several cores at a time, and gives them in their order; or those with the ids `kept`; or
    /// the one with the id `opened` alone, with its members.
    func figures(_ snapshot: Snapshot, opening opened: String?, keeping kept: Set<String>? = nil) -> [Figure] {
        guard let opened else {
            let wanted = kept.map { kept in filter { kept.contains($0.id) } } ?? self
            return Parts.map(wanted.count, size: 1) { wanted[$0.lowerBound].figure(snapshot, isOpen: false) }
        }
        return filter { $0.id == opened }.map { $0.figure(snapshot, isOpen: true) }
    }
}

extension Member {
    /// Counted first, then not counted, then unknown; within each by record.
    fileprivate static func precedes(_ one: Member, _ other: Member) -> Bool {
        let order: [Standing] = [.counted, .notCounted, .unknown]
        let places = (order.firstIndex(of: one.standing) ?? 0, order.firstIndex(of: other.standing) ?? 0)
        return (places.0, one.record.table, one.record.key) < (places.1, other.record.table, other.record.key)
    }
}
