import Statistics

extension ChartPicture {
    package var native: NativeChart? { nil }
}

extension BarChart {
    package var native: NativeChart? {
        NativeChart(.bars, unit, [.init(valueTitle, rows.map(\.value))])
    }
}

extension ColumnChart {
    package var native: NativeChart? {
        NativeChart(.columns, unit, [.init(valueTitle, columns.map(\.value))])
    }
}

extension LineChart {
    package var native: NativeChart? {
        NativeChart(.lines, unit, series.map { .init($0.name, $0.values) })
    }
}

extension StackedBarChart {
    package var native: NativeChart? {
        let series = parts.enumerated().map { index, part in
            NativeChart.Series(part.name, rows.map { Double($0.counts[index]) })
        }
        return NativeChart(.stackedBars, .count(things), series)
    }
}

extension IntervalChart {
    package var native: NativeChart? {
        NativeChart(
            .bars,
            unit,
            [
                .init(valueTitle, rows.map(\.value)), .init("95% interval from", rows.map(\.low)),
                .init("to", rows.map(\.high)), .init("Target", rows.map { _ in target }),
            ]
        )
    }
}

extension TrendChart {
    package var native: NativeChart? {
        NativeChart(
            .lines,
            unit,
            [
                .init(valueTitle, places.map(\.value)), .init("95% interval from", places.map(\.low)),
                .init("to", places.map(\.high)), .init("Target", places.map { _ in target }),
            ]
        )
    }
}

extension ControlChart {
    package var native: NativeChart? {
        let own = places.map { place in
            place.point.flatMap { limits.indices.contains($0.stretch) ? limits[$0.stretch] : nil }
        }
        let count = max(places.count, (expected.map(\.place).max() ?? -1) + 1)
        let later = [Double?](repeating: nil, count: count - places.count)
        var forecast = [Double?](repeating: nil, count: count)
        for item in expected where forecast.indices.contains(item.place) { forecast[item.place] = item.value }
        return NativeChart(
            .lines,
            unit,
            [
                .init(valueTitle, places.map(\.value) + later), .init("Mean", own.map { $0?.mean }),
                .init("Lower limit", own.map { $0?.lower }), .init("Upper limit", own.map { $0?.upper }),
                .init("Target", [Double?](repeating: target, count: count)),
                .init("If nothing had changed", forecast),
            ]
        )
    }
}
