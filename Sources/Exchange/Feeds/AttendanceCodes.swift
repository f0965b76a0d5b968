/// What the reasons of the school census's session tables count as (DfE attendance codes; `uk-data.md` 3.3).
enum AttendanceCodes {
    enum Meaning {
        case authorised, unauthorised
        /// Present, away at an approved activity, or not expected: no absence.
        case none
    }

    /// H was withdrawn in August 2024; absence for it had leave.
    private static let authorised: Set = ["C", "C1", "C2", "E", "H", "I", "J1", "M", "R", "S", "T"]
    private static let unauthorised: Set = ["G", "N", "O", "U"]
    private static let others: Set = [
        "/", "\\", "L", "B", "D", "J", "K", "P", "V", "W", "Q", "X", "Y", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z",
        "#",
    ]

    /// Nil for a code that no year has.
    static func meaning(_ code: String) -> Meaning? {
        let code = code.uppercased()
        if authorised.contains(code) { return .authorised }
        if unauthorised.contains(code) { return .unauthorised }
        return others.contains(code) ? Meaning.none : nil
    }
}
