import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A family's record and its documents` {
    private let team: CaseworkService
    private let browser: TestedBrowser

    init() throws {
        team = try CaseworkService()
        browser = try team.keyWorker()
    }

    @Test func `what stood before stays to be seen`() throws {
        let place = "/families/F1/record"
        try browser.open(place)
        let first = ["kind": "home", "lines": "1 Invented Street", "postcode": "nonsense"]
            .merging(CaseworkService.date("from", team.today - 100)) { $1 }
        #expect(try browser.send("\(place)/addresses", first).status == 422)
        #expect(try browser.send("\(place)/addresses", first.merging(["postcode": "le1 4ab"]) { $1 }).status == 303)
        try browser.open(place)
        let second = ["kind": "home", "lines": "2 Invented Street", "moved": "yes"]
            .merging(CaseworkService.date("from", team.today)) { $1 }
        #expect(try browser.send("\(place)/addresses", second).status == 303)
        let addresses = try team.register.held(FamilyAddress.self).map(\.record).sorted { $0.from < $1.from }
        #expect(addresses.map(\.to) == [team.today - 1, nil])
        #expect(addresses[0].postcode == "LE1 4AB")
    }

    @Test func `an alert is shown on the case until it ends`() throws {
        let place = "/families/F1/record"
        try browser.open(place)
        let typed = ["kind": "dangerous_dog", "words": "Ring before"]
            .merging(CaseworkService.date("from", team.today)) { $1 }
        #expect(try browser.send("\(place)/alerts", typed).status == 303)
        #expect(try browser.open("/cases/C1").text.contains("Dangerous dog"))
        try browser.open(place)
        let alert = try #require(try team.register.held(FamilyAlert.self).first)
        #expect(try browser.send("\(place)/alerts/end", ["record": alert.record.id.text]).status == 303)
        #expect(try team.register.held(FamilyAlert.self).map(\.record.to) == [team.today])
    }

    @Test func `nobody is what they are to themselves`() throws {
        try browser.open("/families/F1/record")
        let typed = ["person": "C-1", "other": "C-1", "kind": "parent"]
        #expect(try browser.send("/families/F1/record/relationships", typed).status == 422)
    }

    private func store(_ bytes: [UInt8], _ title: String = "Letter") throws -> SeenPage {
        try browser.open("/cases/C1/documents")
        var request = PageRequest(parameters: ["id": "C1"], secret: browser.secret)
        request.form = browser.hidden("/cases/C1/documents").merging(["title": title]) { $1 }
        request.files = ["file": SentFile(name: "letter.pdf", bytes: bytes)]
        return SeenPage(try team.service.desk.answer(.addDocument, request))
    }

    @Test func `a document is stored sealed, comes back as it was, and only to be saved`() throws {
        let bytes = Array("%PDF-1.7 Sam Ashdown1 was seen".utf8)
        #expect(try store(bytes).status == 303)
        let document = try #require(try team.register.held(CaseDocument.self).first).record
        #expect(document.kind == .pdf && document.bytes == bytes.count)
        let sealed = try #require(try team.register.documentContent(document.id.text))
        #expect(!String(decoding: sealed, as: UTF8.self).contains("Ashdown1"))
        let answer = try browser.open("/cases/C1/documents/\(document.id.text)").answer
        #expect(answer.bytes == bytes)
        #expect(answer.fileName == "\(document.id.text).pdf")
        try browser.open("/cases/C1/documents")
        #expect(try browser.send("/cases/C1/documents/\(document.id.text)").status == 303)
        #expect(try team.register.documentContent(document.id.text) == nil)
        #expect(try browser.open("/cases/C1/documents/\(document.id.text)").status == 404)
        #expect(try browser.open("/cases/C1/documents").text.contains("Removed, "))
    }

    @Test(arguments: ["MZ program", "<html><script>", "", "\u{1}\u{2}"])
    func `what is no document is refused, whatever its name says`(content: String) throws {
        let page = try store(Array(content.utf8), "Kept title")
        #expect(page.status == (content == "MZ program" ? 303 : 422))
        if content != "MZ program" {
            #expect(page.text.contains("Kept title"))
            #expect(try team.register.held(CaseDocument.self).isEmpty)
        }
    }

    @Test func `a form with a file is read in its parts`() throws {
        let body = """
            --x1\r\nContent-Disposition: form-data; name="title"\r\n\r\nA letter\r\n\
            --x1\r\nContent-Disposition: form-data; name="file"; filename="C:\\folder\\a.txt"\r\n\
            Content-Type: text/plain\r\n\r\none\r\n\r\ntwo\r\n--x1--\r\n
            """
        let form = try #require(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=x1"))
        #expect(form.fields == ["title": "A letter"])
        #expect(form.files["file"]?.name == "a.txt")
        #expect(form.files["file"].map { String(decoding: $0.bytes, as: UTF8.self) } == "one\r\n\r\ntwo")
        #expect(MultipartForm(Array(body.utf8), contentType: "text/plain") == nil)
        for length in 0..<body.utf8.count {
            // However much of it is missing, it is read without harm.
            _ = MultipartForm(Array(body.utf8.prefix(length)), contentType: "multipart/form-data; boundary=x1")
        }
    }
}
