import Documents
import Statistics
import Values

/// One chart of each kind over data that may be few or many, large or small, missing, or with long names.
func pictures(_ random: inout Seeded) -> [(name: String, picture: any ChartPicture)] {
    [
        ("bars", bars(&random)), ("columns", columns(&random)), ("intervals", intervals(&random)),
        ("trend", trend(&random)), ("change", change(&random)), ("stacked", stacked(&random)),
        ("histogram", histogram(&random)), ("lanes", lanes(&random)), ("overlap", overlap(&random)),
        ("levels", levels(&random)), ("waterfall", waterfall(&random)),
        ("control", control(&random)), ("heat", heat(&random)), ("funnel", funnel(&random)),
        ("lines", lines(&random)), ("radar", radar(&random)),
    ]
}

private func count(_ range: ClosedRange<Int>, _ random: inout Seeded) -> Int {
    Int.random(in: range, using: &random)
}

private func value(_ unit: ChartUnit, _ random: inout Seeded) -> Double? {
    if count(0...7, &random) == 0 { return nil }
    let part = Double.random(in: 0...1, using: &random)
    switch unit {
    case .share: return part
    case .count: return (part * [5, 100, 20_000][count(0...2, &random)]).rounded()
    case .pounds: return part * [10, 3000, 4_000_000][count(0...2, &random)]
    case .number: return part * [1, 40, 400][count(0...2, &random)]
    }
}

private func unit(_ random: inout Seeded) -> ChartUnit {
    [ChartUnit.share, .count(random.words(atMost: 8)), .pounds, .number(random.words(atMost: 3), places: 2)][
        count(0...3, &random)
    ]
}

private func control(_ random: inout Seeded) -> ControlChart {
    let unit = unit(&random)
    let values = (0..<count(0...30, &random)).map { _ in value(unit, &random) }
    let known = values.indices.filter { values[$0] != nil }
    let chart = ProcessChart(
        known.compactMap { values[$0] },
        better: ProcessChart.Direction.allCases[count(0...2, &random)],
        breaks: count(0...1, &random) == 0 ? [5] : []
    )
    let forecast = Forecast(
        known.compactMap { values[$0] },
        baseline: 3,
        to: known.count + 4,
        method: Forecast.Method.allCases[count(0...2, &random)]
    )
    let points = Dictionary(uniqueKeysWithValues: zip(known, chart.points))
    return ControlChart(
        values.enumerated().map { .init(random.words(atMost: 2), $0.element, point: points[$0.offset]) },
        limits: chart.limits,
        expected: (forecast?.places ?? []).enumerated().map {
            .init(place: $0.offset + 3, value: $0.element.value, interval: $0.element.interval)
        },
        target: count(0...1, &random) == 0 ? value(unit, &random) : nil,
        unit: unit,
        placeTitle: "Month",
        valueTitle: random.words(atMost: 4)
    )
}

private func bars(_ random: inout Seeded) -> BarChart {
    let unit = unit(&random)
    let rows = (0..<count(0...9, &random)).map { _ in
        BarChart.Row(random.words(atMost: 9), value(unit, &random), isMain: count(0...4, &random) == 0)
    }
    return BarChart(rows, unit: unit, rowTitle: "Row", valueTitle: "Value")
}

private func columns(_ random: inout Seeded) -> ColumnChart {
    let unit = unit(&random)
    let columns = (0..<count(0...40, &random)).map { _ in
        ColumnChart.Column(random.words(atMost: 2), value(unit, &random))
    }
    return ColumnChart(columns, unit: unit, columnTitle: random.words(atMost: 9), valueTitle: "Value")
}

private func levels(_ random: inout Seeded) -> LevelChart {
    let hasHouseholds = count(0...1, &random) == 0
    return LevelChart(
        (0..<count(1...9, &random)).map { _ in
            let shares = (0..<3).map { _ in
                value(.share, &random).map { $0 * [1, 0.01, 1e-7, 0][count(0...3, &random)] }
            }
            return LevelChart.Level(
                random.words(atMost: 7),
                m: shares[0],
                u: shares[1],
                h: hasHouseholds ? shares[2] : nil,
                weight: shares[0].map { $0 * 40 - 20 }
            )
        }
    )
}

private func intervals(_ random: inout Seeded) -> IntervalChart {
    let rows = (0..<count(0...9, &random)).map { _ in
        let value = value(.share, &random)
        return IntervalChart.Row(
            random.words(atMost: 6),
            value: value,
            low: value.map { max(0, $0 - 0.1) },
            high: value.map { min(1, $0 + 0.2) },
            words: random.words(atMost: 4)
        )
    }
    return IntervalChart(
        rows,
        target: value(.share, &random),
        rowTitle: "Row",
        valueTitle: random.words(atMost: 12)
    )
}

private func trend(_ random: inout Seeded) -> TrendChart {
    let unit = unit(&random)
    let places = (0..<count(0...30, &random)).map { _ in
        let value = value(unit, &random)
        let hasInterval = count(0...3, &random) > 0
        return TrendChart.Place(
            random.words(atMost: 2),
            value,
            low: hasInterval ? value.map { $0 * 0.8 } : nil,
            high: hasInterval ? value.map { $0 * 1.1 } : nil
        )
    }
    return TrendChart(
        places,
        unit: unit,
        target: value(unit, &random),
        fromZero: count(0...1, &random) == 0,
        placeTitle: "Quarter",
        valueTitle: random.words(atMost: 5)
    )
}

private func change(_ random: inout Seeded) -> ChangeChart {
    let rows = (0..<count(0...9, &random)).map { _ in
        ChangeChart.Row(
            random.words(atMost: 6),
            start: Double(count(0...10, &random)),
            latest: Double(count(0...10, &random))
        )
    }
    return ChangeChart(rows, unit: .number("Score, 0 to 10", places: 0), range: 0...10, rowTitle: "Area")
}

private func stacked(_ random: inout Seeded) -> StackedBarChart {
    let parts = StackedBarChart.parts((0..<count(1...4, &random)).map { _ in random.words(atMost: 5) })
    let rows = (0..<count(0...6, &random)).map { _ in
        StackedBarChart.Row(random.words(atMost: 5), parts.map { _ in count(0...count(0...3000, &random), &random) })
    }
    let all = count(0...1, &random) == 0 ? parts : StackedBarChart.worseSameBetter
    return StackedBarChart(parts: all, rows: rows, rowTitle: "Row", things: random.words(atMost: 2))
}

private func overlap(_ random: inout Seeded) -> OverlapChart {
    let parts = (0..<count(1...10, &random)).map { _ in
        OverlapChart.Part(random.words(atMost: 8), count(0...20_000, &random))
    }
    let most = [3, 900, 20_000][count(0...2, &random)]
    let combinations = (0..<count(0...30, &random)).map { _ in
        OverlapChart.Combination(parts.indices.filter { _ in count(0...2, &random) == 0 }, count(0...most, &random))
    }
    return OverlapChart(
        parts,
        combinations.sorted { $0.count > $1.count },
        things: random.words(atMost: 4),
        combinationTitle: "Criteria met"
    )
}

private func histogram(_ random: inout Seeded) -> any ChartPicture {
    let bins = count(1...40, &random)
    let marks = (0..<count(0...3, &random)).map { _ in
        Histogram.Mark(Double(count(-5...90, &random)), random.words(atMost: 4))
    }
    let histogram = Histogram(
        edges: (0...bins).map { Double($0) * 2.5 },
        counts: (0..<bins).map { _ in count(0...900, &random) },
        marks: marks,
        valueUnit: .number("Score", places: 1),
        valueTitle: random.words(atMost: 9),
        things: random.words(atMost: 4)
    )
    return histogram ?? bars(&random) as any ChartPicture
}

private func waterfall(_ random: inout Seeded) -> WaterfallChart {
    WaterfallChart(
        (0..<count(0...12, &random)).map { _ in
            WaterfallChart.Step(
                random.words(atMost: 5),
                finding: random.words(atMost: 9),
                Double(count(-300...300, &random)) / 10
            )
        },
        mark: Histogram.Mark(Double(count(-10...20, &random)), random.words(atMost: 4)),
        unit: .number("Match weight", places: 1),
        stepTitle: "Step",
        totalTitle: random.words(atMost: 3)
    )
}

private func lanes(_ random: inout Seeded) -> LaneChart {
    let start = Day(number: Int32(count(0...20_000, &random)))
    let length = count(0...6000, &random)
    let kinds = [
        LaneChart.Kind("Case", .darkBlue), .init("In care", .darkPink), .init("Offence", .orange, .diamond),
        .init("Assessment", .turquoise, .triangle),
    ]
    let lanes = (0..<count(0...6, &random)).map { _ in
        LaneChart.Lane(
            random.words(atMost: 5),
            spans: (0..<count(0...4, &random)).map { _ in
                let from = start + count(-100...length, &random)
                let until = count(0...3, &random) == 0 ? nil : from + count(0...900, &random)
                return .init(
                    Nights(from: from, until: until),
                    kinds[count(0...3, &random)],
                    words: random.words(atMost: 2)
                )
            },
            events: (0..<count(0...3, &random)).map { _ in
                .init(start + count(-50...length + 50, &random), kinds[count(0...3, &random)], words: "What")
            }
        )
    }
    return LaneChart(lanes, period: Period(from: start, to: start + length) ?? .last(months: 1, asAt: start))
}

private func heat(_ random: inout Seeded) -> HeatMap {
    let columns = (0..<count(1...6, &random)).map { _ in random.words(atMost: 5) }
    return HeatMap(
        columns: columns,
        rows: (0..<count(0...24, &random)).map { _ in
            .init(random.words(atMost: 9), columns.map { _ in value(.number("Level", places: 1), &random) })
        },
        unit: [ChartUnit.number("Level", places: 1), .count("Areas"), .share][count(0...2, &random)],
        range: 0...Double(count(0...400, &random)),
        rowTitle: "Area"
    )
}

private func funnel(_ random: inout Seeded) -> FunnelChart {
    FunnelChart(
        (0..<count(0...30, &random)).map { _ in
            let known = count(0...[9, 80, 20_000][count(0...2, &random)], &random)
            return .init(random.words(atMost: 4), count(0...known, &random), of: known)
        },
        groupTitle: "Team",
        valueTitle: random.words(atMost: 5),
        sizeTitle: random.words(atMost: 3)
    )
}

private func lines(_ random: inout Seeded) -> LineChart {
    let unit = unit(&random)
    let places = (0..<count(0...60, &random)).map { _ in random.words(atMost: 3) }
    return LineChart(
        places,
        (0..<count(0...6, &random)).map { _ in
            .init(random.words(atMost: 4), (0..<count(0...60, &random)).map { _ in value(unit, &random) })
        },
        unit: unit,
        placeTitle: "When"
    )
}

private func radar(_ random: inout Seeded) -> RadarChart {
    RadarChart(
        (0..<count(0...14, &random)).map { _ in
            .init(
                random.words(atMost: 6),
                start: Double(count(0...6, &random)),
                latest: Double(count(0...6, &random))
            )
        },
        unit: .number("Level", places: 0),
        range: 1...Double(count(1...5, &random)),
        spokeTitle: "Area"
    )
}
