import Register
import Testing
import Workshop

@testable import Actions

@Suite struct `Passwords` {
    /// RFC 7914, section 12; the fourth vector needs a gibibyte and is left out.
    @Test(arguments: [
        (
            "", "", ScryptCost(log2N: 4, blockSize: 1, parallelism: 1),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", ScryptCost(log2N: 10, blockSize: 8, parallelism: 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", ScryptCost(log2N: 14, blockSize: 8, parallelism: 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func `are hashed as RFC 7914 says`(password: String, salt: String, cost: ScryptCost, hash: String) throws {
        #expect(try PasswordHash.derive(password, Array(salt.utf8), cost, 64).hex == hash)
    }

    @Test func `are told from others, and kept with salt and cost`() throws {
        let hash = try PasswordHash(of: "violet tractor nine", cost: .cheap)
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=1,p=1$"))
        #expect(try read.matches("violet tractor nine"))
        #expect(try !read.matches("violet tractor ninE"))
        #expect(try PasswordHash(of: "violet tractor nine", cost: .cheap) != hash)
        #expect(read.isOutdated(at: .usual) && !read.isOutdated(at: .cheap))
        // The same letters typed on another keyboard.
        let accented = try PasswordHash(of: "cafe\u{301} cafe\u{301} cafe\u{301}", cost: .cheap)
        #expect(try accented.matches("caf\u{e9} caf\u{e9} caf\u{e9}"))
    }

    @Test(arguments: [
        "", "$", "$scrypt$ln=4,r=1$AA==$AA==", "$scrypt$ln=99,r=1,p=1$AA==$AA==", "$argon2$ln=4,r=1,p=1$AA==$AA==",
        "$scrypt$ln=4,r=1,p=1$AA==$", "$scrypt$ln=4,r=1,p=1$!!$AA==",
    ])
    func `that are no hash are not read`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test(arguments: [
        ("elevenchars", "must be 12 characters or more"), ("sam.example@council", "must not be the sign-in name"),
        ("Sam.Example@Council", "must not be the sign-in name"), ("password1234", "many people use"),
        ("Pass-Word-1234", "many people use"), ("111111111111", "many people use"), ("abababababab", "many people use"),
        ("qwertyqwerty", "many people use"), (String(repeating: "a b", count: 100), "256 characters or fewer"),
    ])
    func `that are easily guessed are refused`(password: String, words: String) {
        #expect(PasswordRules.fault(in: password, of: "sam.example@council")?.contains(words) == true)
    }

    @Test(arguments: ["violet tractor nine", "correct horse battery", "åäöåäöåäöåäö fest", "7Hq-w2nV-0pLx"])
    func `that are long may be anything`(password: String) {
        #expect(PasswordRules.fault(in: password, of: "sam") == nil)
    }

    @Test func `to hand over pass the rules and differ`() {
        let made = (0..<50).map { _ in KeepUsers.temporaryPassword() }
        #expect(Set(made).count == 50)
        #expect(made.allSatisfy { PasswordRules.fault(in: $0, of: "sam") == nil && $0.count == 19 })
    }
}

@Suite struct `Codes of the second step` {
    private let code = OneTimeCode(secret: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, with SHA-1.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `are those of RFC 6238`(seconds: Int64, expected: String) {
        let step = OneTimeCode.step(at: seconds)
        #expect(code.code(ofStep: step, digits: 8) == expected)
        #expect(code.code(ofStep: step) == String(expected.suffix(6)))
    }

    @Test func `hold one step before and after`() {
        let now: Int64 = 1_234_567_890
        let step = OneTimeCode.step(at: now)
        for near in -3...3 {
            let found = code.step(of: code.code(ofStep: step + Int64(near)), at: now)
            #expect(found == (abs(near) <= 1 ? step + Int64(near) : nil))
        }
        #expect(code.step(of: "", at: now) == nil)
        #expect(code.step(of: "12345", at: now) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
    ])
    func `share a secret in base 32`(text: String, expected: String) {
        #expect(Base32.text(Array(text.utf8)) == expected)
    }

    @Test func `give the app an address`() {
        #expect(
            code.address(of: "sam@x.uk", at: "Ambridge Council")
                == "otpauth://totp/Ambridge%20Council:sam%40x%2Euk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ambridge%20Council"
        )
        #expect(code.words == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }
}
