/// What a password must be: long, and nothing that everybody tries first.
///
/// There are no rules of composition (NCSC, password administration for system owners).
package enum PasswordRules {
    /// The fewest characters.
    package static let shortest = 12
    /// The most; longer ones would only cost time.
    package static let longest = 256

    /// What is wrong with it, in words for the form; nil where nothing is.
    package static func fault(in password: String, of signInName: String) -> String? {
        if password.count < shortest { return "Password must be \(shortest) characters or more" }
        if password.count > longest { return "Password must be \(longest) characters or fewer" }
        let plain = simplified(password)
        if !signInName.isEmpty, plain == simplified(signInName) { return "Password must not be the sign-in name" }
        if common.contains(plain) || Set(plain).count < 4 || isCommonTwice(plain) {
            return "Password is one that many people use. Choose another, such as three words that do not go together"
        }
        return nil
    }

    /// Small letters and digits alone: `Pass-Word 1` is no better than `password1`.
    private static func simplified(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    /// A common beginning typed twice, such as `passwordpassword`.
    private static func isCommonTwice(_ text: String) -> Bool {
        let half = text.prefix(text.count / 2)
        return text.count % 2 == 0 && text.hasSuffix(half) && short.contains(String(half))
    }

    private static let short: Set<String> = [
        "password", "letmein", "qwerty", "welcome", "homeward", "abc123", "123456", "iloveyou", "football", "monkey",
    ]

    /// Long ones from the top of published lists, and what people would make of the name of the service.
    private static let common: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "123456789123", "012345678901", "987654321098",
        "qwertyuiopas", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "1qaz2wsx3edc",
        "1q2w3e4r5t6y", "1q2w3e4r5t6y7u8i", "zaq12wsxcde3", "asdfghjklzxc", "zxcvbnmasdfg", "abcdefghijkl",
        "abcdefghijklm", "password1234", "password12345", "password123456", "password123!", "passw0rd1234",
        "mypassword123", "changeme1234", "changemenow1", "letmein12345", "welcome12345", "welcome123456",
        "administrator", "administrator1", "adminadmin12", "iloveyou1234", "iloveyou12345", "football1234",
        "liverpool123", "manchester12", "manchesterunited", "chelsea12345", "arsenal12345", "homeward1234",
        "homewardhomeward", "familyfamily", "safeguarding", "safeguarding1", "socialworker", "socialworker1",
        "councilcouncil", "countycouncil", "trustno1trustno1", "correcthorsebatterystaple", "thequickbrownfox",
    ]
}
