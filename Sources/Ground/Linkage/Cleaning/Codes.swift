import Values

/// Values of closed forms as they are compared; nil where the value is not of the form.
enum Codes {
    /// A postcode as `LE1 4AB`.
    ///
    /// Those of ZZ99, which the NHS writes for no fixed abode and for an unknown address, are missing: people are not
    /// alike in having them.
    static func postcode(_ bytes: [UInt8]) -> [UInt8]? {
        let signs = bytes.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }
        guard let postcode = Postcode(String(decoding: signs, as: UTF8.self)), postcode.district != "ZZ99" else {
            return nil
        }
        return Array(postcode.text.utf8)
    }

    /// Ten digits with a right check digit.
    ///
    /// Ten times the same digit passes the check and is written where the number is not known: it is missing.
    static func nhsNumber(_ bytes: [UInt8]) -> [UInt8]? {
        let text = String(decoding: bytes.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
        guard let number = NHSNumber(text) else { return nil }
        let digits = Array(number.digits.utf8)
        return digits.allSatisfy { $0 == digits[0] } ? nil : digits
    }

    /// M or F; 1 and 2 are the codes of the NHS and of the Department for Education's older returns.
    static func sex(_ bytes: [UInt8]) -> [UInt8]? {
        switch String(decoding: bytes.map(\.upper), as: UTF8.self) {
        case "M", "MALE", "BOY", "MAN", "1": [UInt8(ascii: "M")]
        case "F", "FEMALE", "GIRL", "WOMAN", "2": [UInt8(ascii: "F")]
        default: nil
        }
    }
}
