import Documents
import Testing

@Suite struct `Text in HTML` {
    @Test(arguments: [
        ("plain words", "plain words"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("O'Neil & \"Sons\"", "O&#39;Neil &amp; &quot;Sons&quot;"),
        ("&amp;", "&amp;amp;"),
        ("tab\tline\nend", "tab\tline\nend"),
        ("nul\u{0}bell\u{7}delete\u{7F}", "nul\u{FFFD}bell\u{FFFD}delete\u{FFFD}"),
        ("Zoë £5 家", "Zoë £5 家"),
        ("", ""),
    ])
    func `is escaped`(words: String, expected: String) {
        #expect(HTML { $0.text(words) }.string == expected)
        #expect(
            HTML { $0.element("p", Attribute("title", words), text: words) }.string
                == "<p title=\"\(expected)\">\(expected)</p>"
        )
    }

    @Test func `cannot break out of an element or an attribute, whatever it holds`() {
        var random = Seeded(1)
        let alphabet = Array("<>&\"'=/ abc\u{0}\u{1}\n\t\u{7F}é-!".unicodeScalars)
        for _ in 0..<2000 {
            var words = ""
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                words.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "<")
            }
            let html = HTML { html in
                html.element("div", Attribute("data-a", words), .id(words)) { html in
                    html.element("span", text: words)
                    html.link(Link(words, Address(words)))
                }
            }
            let tags = Tags(html)
            #expect(tags.elements.map(\.name) == ["div", "span", "a"])
            #expect(tags.fault == nil)
            #expect(Set(tags.elements[0].attributes.keys) == ["data-a", "id"])
            #expect(!html.bytes.contains { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 })
        }
    }

    @Test func `is left out with its attribute where there is none`() {
        #expect(HTML { $0.element("p", .id(nil), .flag("hidden", false), text: "a") }.string == "<p>a</p>")
        #expect(HTML { $0.void("input", .flag("checked")) }.string == "<input checked>")
    }
}

@Suite struct `An address` {
    @Test(arguments: [
        (Address(), "/"),
        (Address("families", "F 12/3?"), "/families/F%2012%2F3%3F"),
        (Address("", "evil.example"), "/evil.example"),
        (Address("javascript:alert(1)"), "/javascript%3Aalert%281%29"),
        (Address("families").with("q", "Zoë & co").with("page", "2"), "/families?q=Zo%C3%AB%20%26%20co&page=2"),
        (Address("families").with("q", "a").with("q", "b"), "/families?q=b"),
        (Address("families").with("q", "a").with("q", nil), "/families"),
        (Address("families").with("q", nil), "/families"),
        (Address(place: "main-content"), "#main-content"),
        (Address("families").with("a", "1").at(place: "time line"), "/families?a=1#time%20line"),
    ])
    func `stays on this site and encodes what it is given`(address: Address, expected: String) {
        #expect(address.text == expected)
    }
}
