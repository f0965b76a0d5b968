import Foundation

/// Words as C holds them, for as long as this lives.
final class CText {
    private(set) var pointer: UnsafeMutablePointer<CChar>?

    init(_ words: String) {
        // What C ends at stands in no words of ours, and control characters in no spreadsheet.
        pointer = strdup(String(String.UnicodeScalarView(words.unicodeScalars.filter { $0 == "\n" || $0.value >= 32 })))
    }

    deinit {
        free(pointer)
    }
}
