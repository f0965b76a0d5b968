package import Report
import Values

extension ReportAnswer {
    /// `figures.md`, Report output: values at full precision, null where there is none; then the imprint.
    package func json(imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            heading(in: &json)
            json.objects("figures", figures) { $0.write(to: &$1) }
            json.objects("tables", tables) { $0.write(to: &$1) }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Which report, what it covers, and what was known.
    fileprivate func heading(in json: inout JSONWriter) {
        json.field("report", report)
        switch time {
        case .asAt(let day): json.field("as_at", day.iso)
        case .during(let period):
            json.field("from", period.from.iso)
            json.field("to", period.to.iso)
        }
        json.field("known_at", knownAt)
    }
}

extension OpenedFigure {
    /// The figure as in the report's JSON, and `members`: table, key, standing and the reason; then the imprint.
    package func json(imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            answer.heading(in: &json)
            json.key("figure")
            json.object { figure.write(to: &$0) }
            json.objects("members", members) { $0.write(to: &$1) }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Figure {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("id", id)
        json.field("label", label)
        json.field("value", value)
        json.field("unit", unit.rawValue)
        if let share {
            json.field("numerator", Int(share.numerator))
            json.field("denominator", Int(share.denominator))
        } else if let quotient {
            json.field("numerator", quotient.numerator)
            json.field("denominator", quotient.denominator)
        }
        if let low { json.field("low", low) }
        if let high { json.field("high", high) }
        if let unknown { json.field("unknown", unknown) }
        json.field("definition", definition)
    }
}

extension ReportTable {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("id", id)
        json.field("title", title)
        json.field("columns", columns)
        json.key("rows")
        json.array { json in
            for row in rows {
                json.array { json in for cell in row { json.value(cell) } }
            }
        }
    }
}

extension Member {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("table", record.table)
        json.field("key", record.key)
        json.field("standing", standing.rawValue)
        json.field("because", because)
    }
}
