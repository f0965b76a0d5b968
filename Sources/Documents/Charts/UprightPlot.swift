/// The plot of an upright chart: its values rise from a level axis.
struct UprightPlot {
    let unit: ChartUnit
    let scale: Scale
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    private static let plotHeight = 260.0

    /// A plot over these values below a key, with so much room kept free to its right.
    init(unit: ChartUnit, domain: ClosedRange<Double>, keyHeight: Double, right margin: Double) {
        // Room above for the axis's words and for the number on the tallest bar.
        top = keyHeight + (unit.axisTitle == nil ? 24 : 46)
        bottom = top + UprightPlot.plotHeight
        scale = Scale(over: domain, from: bottom, to: top)
        left = scale.labelWidth(unit) + 12
        right = chartWidth - margin
        self.unit = unit
    }

    /// Where the words below the plot stand, clear of the lowest number beside it.
    var labelLine: Double { bottom + lineHeight + 4 }
    var titleLine: Double { labelLine + lineHeight + 4 }

    func draw(in drawing: inout Drawing) {
        drawing.leftAxis(scale, unit, left: left, right: right, top: top - 12)
    }
}
