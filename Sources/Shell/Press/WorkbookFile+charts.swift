import CXlsxWriter
import Documents
import Foundation

extension WorkbookFile {
    /// The spreadsheet's own chart, to the right of its table.
    mutating func draw(
        _ chart: SheetChart,
        _ sheet: Sheet,
        top: Int,
        on page: UnsafeMutablePointer<lxw_worksheet>
    ) {
        guard let drawn = workbook_add_chart(book, UInt8(chart.kind.type.rawValue)) else { return }
        let (first, last) = (lxw_row_t(top + 1), lxw_row_t(top + sheet.rows.count))
        let name = text(sheet.name)
        for (place, column) in chart.series.enumerated() {
            let series = chart_add_series(drawn, nil, nil)
            chart_series_set_categories(series, name, first, 0, last, 0)
            chart_series_set_values(series, name, first, lxw_col_t(column), last, lxw_col_t(column))
            chart_series_set_name_range(series, name, lxw_row_t(top), lxw_col_t(column))
            paint(series, place, chart.kind)
        }
        chart_title_set_name(drawn, text(chart.title))
        // The library calls the axis below x, whatever stands on it.
        let (below, beside) = (drawn.pointee.x_axis, drawn.pointee.y_axis)
        let (places, values) = chart.kind.isAcross ? (beside, below) : (below, beside)
        chart_axis_set_name(places, text(chart.placeTitle))
        chart_axis_set_name(values, text(chart.valueTitle))
        if let format = chart.series.first.flatMap({ sheet.columns[$0].format }) {
            chart_axis_set_num_format(values, text(format.axisPattern))
        }
        // The first row stands at the top, as in the table.
        if chart.kind.isAcross { chart_axis_set_reverse(places) }
        // The length of a bar is read from nought.
        if chart.kind != .lines, !chart.hasNegatives(in: sheet) { chart_axis_set_min(values, 0) }
        let legend = chart.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        chart_legend_set_position(drawn, UInt8(legend.rawValue))
        var options = lxw_chart_options()
        options.x_scale = 1.5
        options.y_scale = 1.5
        options.description = text(chart.description)
        note(worksheet_insert_chart_opt(page, lxw_row_t(top), lxw_col_t(sheet.columns.count + 1), drawn, &options))
    }

    /// Series differ in colour and dashes or marks, so that none has to be told by colour alone.
    private func paint(_ series: UnsafeMutablePointer<lxw_chart_series>?, _ place: Int, _ kind: SheetChart.Kind) {
        let colours: [lxw_color_t] = [0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D, 0xA285D1]
        let colour = colours[place % colours.count]
        guard kind == .lines else {
            var fill = lxw_chart_fill()
            fill.color = colour
            return chart_series_set_fill(series, &fill)
        }
        let dashes = [
            LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
            LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT,
        ]
        var line = lxw_chart_line()
        line.color = colour
        line.width = place == 0 ? 2.5 : 1.5
        line.dash_type = UInt8(dashes[place % dashes.count].rawValue)
        chart_series_set_line(series, &line)
        if place == 0 { chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue)) }
    }
}

extension SheetChart {
    /// Whether any number it draws is below nought.
    fileprivate func hasNegatives(in sheet: Sheet) -> Bool {
        sheet.rows.contains { row in
            series.contains { column in
                if case .number(let number, _) = row[column] { number < 0 } else { false }
            }
        }
    }
}

extension SheetChart.Kind {
    fileprivate var type: lxw_chart_type {
        switch self {
        case .lines: LXW_CHART_LINE
        case .bars: LXW_CHART_BAR
        case .columns: LXW_CHART_COLUMN
        case .stackedBars: LXW_CHART_BAR_STACKED
        }
    }

    /// Whether its bars run from left to right.
    fileprivate var isAcross: Bool {
        switch self {
        case .bars, .stackedBars: true
        case .lines, .columns: false
        }
    }
}
