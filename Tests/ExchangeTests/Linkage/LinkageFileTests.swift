import Exchange
import Testing

@testable import Linkage

@Suite struct `A file of people` {
    @Test func `is read with columns of other names, and says what it lacks`() throws {
        let mapping = LinkageMapping(recordID: "Ref", columns: ["surname": "Family Name"])
        let file = try People.file(
            "in/youth.csv",
            "\u{FEFF}Ref,First_Name,Family Name\r\n1,Ann,Lee\r\n",
            mapping: mapping
        )
        #expect(file.sources.map(\.name) == ["youth"])
        #expect(file.records == 1)
        #expect(file.absent == ["dob"])
    }

    @Test func `has dates in the forms of its mapping`() throws {
        let text = "id,surname,dob\n1,Lee,03/04/2014\n2,Lee,03/04/2014\n3,Lee,31/31/2014\n4,Lee,\n"
        let american = try People.file("a.csv", text, mapping: LinkageMapping(dates: [.monthDayYear]))
        let british = try People.file("b.csv", "id,surname,dob\n1,Lee,2014-03-04\n")
        #expect(american.unreadDates == ["dob": 1])
        #expect(british.unreadDates == [:])
        let rows = try People.linked([american, british])
        #expect(rows.clusters.contains("b,1,a/1"))
        let misread = try People.file("a.csv", text)
        #expect(try People.linked([misread, british]).clusters.contains("b,1,b/1"))
    }

    @Test func `has no date where one stands for none, however plainly it is written`() throws {
        let text = "id,surname,dob\n1,Lee,2014-03-04\n2,Lee,1900-01-01\n3,Lee,1900-01-01\n4,Lee,2014-02-30\n5,Lee,\n"
        let file = try People.file("a.csv", text)
        #expect(file.unreadDates == ["dob": 3])
        let american = try People.file("a.csv", text, mapping: LinkageMapping(dates: [.monthDayYear]))
        #expect(american.unreadDates == ["dob": 4])
    }

    @Test func `keeps every value with its row, whatever the rows come from`() throws {
        let sources = ["school", "housing"]
        let rows = (0..<500).map { row in
            (source: sources[row.isMultiple(of: 70) || row % 3 == 1 ? 1 : 0], id: "R\(row)", surname: "Lee\(row / 2)")
        }
        let text = rows.map { "\($0.source),\($0.id),\($0.surname),2014-03-04\n" }.joined()
        let mapping = LinkageMapping(sourceColumn: "agency")
        let file = try People.file("all.csv", "agency,id,surname,dob\n" + text, mapping: mapping)
        for source in file.sources {
            let own = rows.filter { $0.source == source.name }
            let read = RawColumns(fields: 3, sources: [(name: source.name, chunks: source.chunks)])
            #expect((0..<read.count).map { read.recordID($0) } == own.map(\.id))
            let column = read.columns[1]
            #expect(column.ids.map { column.store.text($0) } == own.map(\.surname))
        }
    }

    @Test func `in windows-1252 is read as it is meant`() throws {
        let header = Array("id,forename,surname,dob\n".utf8)
        let latin = header + Array("1,Ren".utf8) + [0xE9] + Array(",O".utf8) + [0x92] + Array("Hara,2014-03-04\n".utf8)
        let plain = try People.file("b.csv", header + Array("1,René,O’Hara,2014-03-04\n".utf8))
        let file = try People.file("a.csv", latin, mapping: LinkageMapping(encoding: .windows1252))
        let rows = try People.linked([file, plain])
        #expect(Set(rows.clusters) == ["a,1,a/1", "b,1,a/1"])
        let fault = People.fault("a.csv", header + [0x81, 0x0A], mapping: LinkageMapping(encoding: .windows1252))
        #expect(fault?.line == 2)
    }

    @Test func `is split into sources by a column`() throws {
        let text =
            "agency,id,surname,dob\nhousing,1,Lee,2014-03-04\nschool,1,Lee,2014-03-04\nhousing,2,Ray,2010-01-02\n"
        let file = try People.file("all.csv", text, mapping: LinkageMapping(sourceColumn: "Agency"))
        #expect(file.sources.map(\.name) == ["housing", "school"])
        #expect(file.sources.map(\.records) == [2, 1])
        #expect(try People.linked([file]).clusters.contains("school,1,housing/1"))
    }

    /// What a file is and why it is refused; nobody's value is in the words.
    static let wrong: [(text: String, mapping: LinkageMapping, line: Int?, words: String)] = [
        ("", LinkageMapping(), 1, "the file has no header row; give it one"),
        ("id,forename\n1,Ann,Lee\n", LinkageMapping(), 2, "the row has 3 fields and the header 2; give it as many"),
        ("id,forename\n1,\"Ann\n", LinkageMapping(), 2, "a quotation mark is opened and never closed; close it"),
        ("id,forename\n\n1,Ann\n,Lee\n", LinkageMapping(), 4, "the row has no record id; give it one"),
        (
            "id,colour\n1,Red\n", LinkageMapping(), 1,
            "none of the model's fields has a column; the file has the columns"
        ),
        (
            "ref,forename\n1,Ann\n", LinkageMapping(), 1,
            "no column tells records apart (record_id, rec_id, unique_id, id)"
        ),
        ("id,forename,forename\n1,Ann,Ann\n", LinkageMapping(), 1, "the column forename is there twice"),
        (
            "id,forename\n1,Ann\n", LinkageMapping(columns: ["surname": "Last"]), 1,
            "the mapping takes surname from the column Last, which is not there; the file has the columns id, forename"
        ),
        (
            "id,forename\n1,Ann\n", LinkageMapping(columns: ["surnam": "forename"]), 1,
            "the mapping has a column for surnam, which the model does not read; it reads forename, surname, dob"
        ),
        ("1,Ann,Lee,2014-03-04\n2,Bo,Ray,2014-03-05\n", LinkageMapping(), 1, "the first row must name the columns"),
        (
            "agency,id,forename\n,1,Ann\n", LinkageMapping(sourceColumn: "agency"), 2,
            "the row does not say what it comes from; fill in the column of sources"
        ),
        (
            "agency,id,forename\na/b,1,Ann\n", LinkageMapping(sourceColumn: "agency"), 2,
            "what the row comes from must not have a / in it"
        ),
    ]

    @Test(arguments: wrong.indices)
    func `that cannot be read is refused in plain words`(index: Int) throws {
        let wrong = Self.wrong[index]
        let fault = try #require(People.fault("people.csv", Array(wrong.text.utf8), mapping: wrong.mapping))
        #expect(fault.line == wrong.line)
        #expect(fault.reason.hasPrefix(wrong.words), "\(fault)")
        for value in ["Ann", "Lee", "Red", "2014", "a/b"] { #expect(!fault.description.contains(value), "\(fault)") }
    }

    @Test func `in another encoding is refused with its line`() throws {
        let latin = Array("id,forename\n1,Ann\n2,Ren".utf8) + [0xE9, 0x0A]
        let fault = try #require(People.fault("a.csv", latin))
        #expect(fault.line == 3)
        #expect(fault.reason.contains("encoding: windows-1252"))
        let wide = "\u{FEFF}id,forename\n1,Ann\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(People.fault("a.csv", wide)?.reason.contains("save it again as CSV UTF-8") ?? false)
        #expect(People.fault("a.csv", Array("id,forename\n1,A\0n\n".utf8))?.line == 2)
    }

    /// Characters of all lengths at all places within eight bytes.
    @Test func `takes every character of UTF-8 and no broken one`() {
        for place in 0..<17 {
            let before = String(repeating: "a", count: place)
            for character in ["é", "€", "😀"] {
                let good = Array("id,forename\n1,\(before)\(character)\n".utf8)
                #expect(People.fault("a.csv", good) == nil)
                let cut =
                    Array("id,forename\n1,\(before)".utf8) + Array(character.utf8).dropLast()
                    + Array("bcdefghij\n".utf8)
                #expect(People.fault("a.csv", cut)?.line == 2)
            }
        }
    }
}
