/// A colour of a chart.
package struct Colour: Sendable, Hashable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// From its number, as style sheets write it: `0x12436D`.
    package init(_ number: UInt32) {
        red = UInt8(truncatingIfNeeded: number >> 16)
        green = UInt8(truncatingIfNeeded: number >> 8)
        blue = UInt8(truncatingIfNeeded: number)
    }

    /// `#12436d`.
    package var hex: String {
        let digits = Array("0123456789abcdef")
        return "#" + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }
}

/// The colours charts use: the Analysis Function's palette, whose neighbours in this order stand out from each other.
extension Colour {
    package static let darkBlue = Colour(0x12436D)
    package static let turquoise = Colour(0x28A197)
    package static let darkPink = Colour(0x801650)
    package static let orange = Colour(0xF46A25)
    package static let darkGrey = Colour(0x3D3D3D)
    /// For what is usual or unchanged.
    package static let grey = Colour(0x767676)
    /// The middle of the sequential palette.
    package static let blue = Colour(0x2073BC)
    /// An interval behind a line; never the only sign of anything.
    package static let paleBlue = Colour(0xD5E3F0)

    /// Words.
    package static let ink = Colour(0x0B0C0C)
    /// Words that matter less.
    package static let softInk = Colour(0x484949)
    /// Grid lines, which may be faint.
    package static let grid = Colour(0xCECECE)
    package static let white = Colour(0xFFFFFF)

    /// Black or white, whichever reads on this colour.
    var ink: Colour {
        let brightness = Int(red) * 299 + Int(green) * 587 + Int(blue) * 114
        return brightness > 120_000 ? .ink : .white
    }
}
