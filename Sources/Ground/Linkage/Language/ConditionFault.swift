/// A text that is no condition we can use: where, what stands there, and what could.
package struct ConditionFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The character at which the piece begins, counted from 1.
    package let position: Int
    /// The piece of the text; empty at its end.
    package let piece: String
    /// What to write instead.
    package let reason: String

    package var description: String {
        piece.isEmpty ? "at the end, \(reason)" : "at character \(position), “\(piece)” \(reason)"
    }
}
