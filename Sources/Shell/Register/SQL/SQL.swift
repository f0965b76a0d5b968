package import Records

/// A statement of SQL whose values are bound, never pasted.
///
/// Write it as a string literal and interpolate: a value becomes a parameter, a `SQL.Name` a quoted name, another `SQL`
/// is put in as it is. There is no way to turn a text made at run time into SQL.
package struct SQL: Sendable {
    enum Part: Sendable {
        case text(String)
        case value(Bound)
        /// A parameter whose value is given when the statement runs.
        case open
    }

    /// A value given to a parameter.
    package enum Bound: Sendable {
        case cell(Cell)
        case bytes([UInt8])
    }

    /// The name of a table, column or index, quoted wherever it is used.
    package struct Name: Sendable {
        package let text: String

        package init(_ text: String) {
            self.text = text
        }
    }

    var parts: [Part]
}

extension SQL: ExpressibleByStringInterpolation {
    package typealias StringInterpolation = Interpolation

    package init(stringLiteral text: StaticString) {
        parts = [.text(text.description)]
    }

    package init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    /// Collects the literal text and the values of an interpolated statement.
    package struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: StaticString) {
            parts.append(.text(text.description))
        }

        package mutating func appendInterpolation(_ value: Int) {
            parts.append(.value(.cell(.integer(Int64(value)))))
        }

        package mutating func appendInterpolation(_ value: Int64) {
            parts.append(.value(.cell(.integer(value))))
        }

        package mutating func appendInterpolation(_ value: String) {
            parts.append(.value(.cell(.text(value))))
        }

        package mutating func appendInterpolation(_ value: Cell) {
            parts.append(.value(.cell(value)))
        }

        package mutating func appendInterpolation(_ value: [UInt8]) {
            parts.append(.value(.bytes(value)))
        }

        package mutating func appendInterpolation(_ name: Name) {
            let quoted = name.text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            parts.append(.text("\"\(quoted)\""))
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            parts += sql.parts
        }

        /// So many open parameters, separated by commas.
        package mutating func appendInterpolation(open count: Int) {
            for index in 0..<count {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.open)
            }
        }
    }
}

extension [SQL] {
    /// One statement of them all, with the separator between them.
    package func joined(by separator: SQL) -> SQL {
        var whole = SQL(parts: [])
        for (index, sql) in enumerated() {
            if index > 0 { whole.parts += separator.parts }
            whole.parts += sql.parts
        }
        return whole
    }
}
