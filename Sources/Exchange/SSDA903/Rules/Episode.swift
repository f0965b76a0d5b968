import Records
import Values

/// A coded value of a row: blank, a code of the list, or something else.
enum Coded<List: CodeList>: Hashable, Sendable {
    case blank
    case unknown
    case code(List)

    init(_ text: String) {
        if text.isEmpty {
            self = .blank
        } else if let code = List(rawValue: text) {
            self = .code(code)
        } else {
            self = .unknown
        }
    }

    var known: List? {
        if case .code(let code) = self { code } else { nil }
    }

    /// Whether it is one of these codes.
    func isOne(of codes: [List]) -> Bool {
        known.map { codes.contains($0) } ?? false
    }

    static func == (coded: Coded, code: List) -> Bool {
        coded.known == code
    }

    static func != (coded: Coded, code: List) -> Bool {
        coded.known != code
    }
}

/// A date of a row: blank, a real day, or something else.
enum Dated: Hashable, Sendable {
    case blank
    case unreal
    case day(Day)

    init(_ text: String) {
        if text.isEmpty {
            self = .blank
        } else if let day = Day(dayMonthYear: text) {
            self = .day(day)
        } else {
            self = .unreal
        }
    }

    var real: Day? {
        if case .day(let day) = self { day } else { nil }
    }
}

/// A row of Episodes, read once for all rules.
struct Episode: Hashable, Sendable {
    /// Position in the table.
    let position: Int32
    /// Position of the child among the children of the return; nil where CHILD is blank.
    let child: Int32?
    let decom: Dated
    let dec: Dated
    let reasonNew: Coded<ReasonForNewEpisode>
    let legalStatus: Coded<LegalStatus>
    let place: Coded<PlacementType>
    let provider: Coded<PlacementProvider>
    let reasonCeased: Coded<ReasonEpisodeCeased>
    let need: Coded<CategoryOfNeed>
    /// Numbers of the texts, the same number for the same text.
    let needText: Int32
    let legalStatusText: Int32
    let placeText: Int32
    let placePostcode: Int32
    let urn: Int32
    let providerText: Int32

    var start: Day? { decom.real }
    var end: Day? { dec.real }

    /// Whether it is the same placement: kind, postcode, URN and provider.
    func isSamePlacement(as other: Episode) -> Bool {
        placeText == other.placeText && placePostcode == other.placePostcode && urn == other.urn
            && providerText == other.providerText
    }

    var isTemporary: Bool { place.isOne(of: [.t0, .t1, .t2, .t3, .t4]) }
}

/// Gives every text a number, 0 being the blank.
struct TextNumbers {
    private var numbers: [String: Int32] = ["": 0]

    mutating func number(of text: String) -> Int32 {
        if let number = numbers[text] { return number }
        let number = Int32(numbers.count)
        numbers[text] = number
        return number
    }

    /// The number the text has already; nil for the blank and for a text not met before.
    func existing(_ text: String) -> Int? {
        text.isEmpty ? nil : numbers[text].map(Int.init)
    }

    /// One more than the highest number given.
    var count: Int { numbers.count }
}
