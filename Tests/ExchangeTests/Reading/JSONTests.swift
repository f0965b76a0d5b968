import Exchange
import Foundation
import Testing
import Values

struct JSONTests {
    @Test(
        arguments: [
            ("null", .null),
            (" [1, -2.5e3, true] ", .array([.number("1"), .number("-2.5e3"), .boolean(true)])),
            (#"{"a": "x\n\"\\\/é😀", "b": {}}"#, .object(["a": .text("x\n\"\\/é😀"), "b": .object([:])])),
            ("[]", .array([])),
        ] as [(String, JSONValue)]
    )
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(reading: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", 1), ("{", 1), ("[1,]", 1), ("[1\n2]", 2), (#"{"a" 1}"#, 1), ("01", 1), (#""\x""#, 1), (#""\ud83d""#, 1),
        ("\"a\nb\"", 2), ("nul", 1), ("1 2", 1), ("[\n\n1.", 3),
    ])
    func saysTheLineOfAFault(_ text: String, _ line: Int) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(reading: Array(text.utf8)) }
        #expect(fault?.line == line)
    }

    @Test func refusesDeepNesting() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONFault.self) { try JSONValue(reading: Array(deep.utf8)) }
        let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONValue(reading: Array(fits.utf8)) }
    }

    @Test(arguments: [false, true])
    func writesWhatFoundationReads(isIndented: Bool) throws {
        var json = JSONWriter(indented: isIndented)
        json.object { json in
            json.field("text", "a\"b\\c\n\u{1}\u{7F}é😀/")
            json.field("none", String?.none)
            json.field("whole", -7)
            json.field("share", 0.25)
            json.field("infinite", Double.infinity)
            json.field("flag", true)
            json.field("list", ["a", "b"])
            json.key("empty")
            json.array { _ in }
            json.objects("rows", [1, 2]) { $1.field("n", $0) }
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
        #expect(read?["text"] as? String == "a\"b\\c\n\u{1}\u{7F}é😀/")
        #expect(read?["none"] is NSNull)
        #expect(read?["whole"] as? Int == -7)
        #expect(read?["infinite"] is NSNull)
        #expect(read?["share"] as? Double == 0.25)
        #expect(read?["flag"] as? Bool == true)
        #expect(read?["list"] as? [String] == ["a", "b"])
        #expect((read?["empty"] as? [Any])?.isEmpty == true)
        #expect((read?["rows"] as? [[String: Int]])?.map { $0["n"] } == [1, 2])
        #expect(json.text.contains("\n") == isIndented)
        #expect(try JSONValue(reading: json.bytes)["whole"] == .number("-7"))
    }

    @Test func writesNumbersInFull() {
        var json = JSONWriter()
        json.array { json in
            json.value(1.0 / 3.0)
            json.value(0.1 + 0.2)
            json.value(2.0)
            json.value(1e21)
        }
        #expect(json.text == "[0.3333333333333333,0.30000000000000004,2,1e+21]")
    }
}
