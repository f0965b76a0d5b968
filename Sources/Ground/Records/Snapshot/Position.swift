/// Where a record stands in its list of the snapshot, in 32 bits; typed, so that a person's cannot pass for a family's.
package struct Position<Subject>: Hashable, Sendable {
    package let number: Int32

    @inlinable package init(_ index: Int) {
        number = Int32(truncatingIfNeeded: index)
    }

    @inlinable package var index: Int { Int(number) }
}

/// A text that many records share, such as a programme or an item of an instrument, as a number.
package struct Symbol: Hashable, Sendable {
    package let number: Int32

    @inlinable package init(_ number: Int) {
        self.number = Int32(truncatingIfNeeded: number)
    }
}

/// Texts and their symbols, numbered in the order they were first met.
package struct SymbolTable: Sendable {
    private var numbers: [String: Int32] = [:]
    package private(set) var texts: [String] = []

    package init() {}

    /// The text's symbol, made if it has none.
    package mutating func intern(_ text: String) -> Symbol {
        if let number = numbers[text] { return Symbol(Int(number)) }
        numbers[text] = Int32(truncatingIfNeeded: texts.count)
        texts.append(text)
        return Symbol(texts.count - 1)
    }

    /// The text's symbol; nil where no record has it.
    package func symbol(_ text: String) -> Symbol? {
        numbers[text].map { Symbol(Int($0)) }
    }

    package func text(_ symbol: Symbol) -> String {
        texts[Int(symbol.number)]
    }
}
