/// A closed list of codes, each with the words people read.
package protocol CodeList: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// The words for the code.
    var label: String { get }
}

extension CodeList {
    /// Every code of the list, in its order.
    package static var codes: [String] { allCases.map(\.rawValue) }
}
