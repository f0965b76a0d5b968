import Foundation
import Testing
import Workshop

/// What `homeward link` refuses: in which words, with which status, and that nothing is written.
@Suite struct `Linking refuses` {
    struct Wrong: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// After `homeward link`.
        let arguments: [String]
        let status: Int32
        let words: String
    }

    private let homeward: Homeward

    private static let files: [String: String] = [
        "a.csv": "id,surname,dob\n1,Lee,2014-03-04\n2,Ray,2010-01-02\n",
        "b.csv": "id,surname,dob\n1,Lee,2014-03-04\n3,Ray,2010-01-02\n",
        "in/a.csv": "id,surname,dob\n7,Lee,2014-03-04\n",
        "twice.csv": "id,surname,dob\n1,Lee,2014-03-04\n2,Ray,2010-01-02\n\n1,Orr,2011-05-06\n",
        "short.csv": "id,surname,dob\n1,Lee\n",
        "one.csv": "id,surname,dob\n1,Lee,2014-03-04\n",
        "latin.csv": "id,surname,dob\n1,Lee,2014-03-04\n2,Lé,2014-03-04\n",
        "wrong.yml": "columns: {surname: Family}\n",
        "odd.yml": "colums: {surname: Family}\n",
        "idle.yml": "file: z*.csv\nsource: z\n",
        "all.yml": "source: all\n",
        "too.yml": "source: too\n",
        "american.yml": "dates: [mm/dd/yyyy]\n",
        "broken.yml": "kind: linkage\nformat: 7\nid: x\nversion: \"1\"\nfrom: 2025-01-01\n"
            + "source: {document: Invented, section: none}\nevidence: stated\n",
        "broken.json": "{\"link_type\": \"dedupe_only\"",
        "untrained.yml": model(m: ""),
        "small.yml": model(m: ", m: 0.9, u: 0.01"),
    ]

    private static func model(m: String) -> String {
        """
        kind: linkage
        format: 1
        id: small
        title: Small
        version: "1"
        from: 2025-01-01
        source: {document: Invented, section: none}
        evidence: stated
        scope: dedupe_only
        \(m.isEmpty ? "" : "prior: 0.01")
        fields:
          - {name: surname, cleaning: [name]}
          - {name: dob, cleaning: [date]}
        comparisons:
          - name: surname
            levels:
              - {label: same, when: surname_l = surname_r\(m)}
              - {otherwise: different\(m.isEmpty ? "" : ", m: 0.1, u: 0.99")}
        blocking:
          - l.dob = r.dob
        """
    }

    private static let rest = ["--model", "small.yml", "--out", "out.csv"]

    static let wrong: [Wrong] = [
        Wrong(
            testDescription: "a threshold above 1",
            arguments: ["a.csv", "--threshold", "1.5"] + rest,
            status: 2,
            words: "--threshold must be between 0 and 1, such as 0.95."
        ),
        Wrong(
            testDescription: "a threshold that is no number",
            arguments: ["a.csv", "--threshold", "nan"] + rest,
            status: 2,
            words: "--threshold must be between 0 and 1"
        ),
        Wrong(
            testDescription: "pairs that would be missing below the threshold",
            arguments: ["a.csv", "--threshold", "0.5", "--least", "0.6"] + rest,
            status: 2,
            words: "--least must not be more than --threshold"
        ),
        Wrong(
            testDescription: "one to one with one source",
            arguments: ["a.csv", "--one-to-one"] + rest,
            status: 2,
            words: "--one-to-one takes records of at least two sources, and there is one."
        ),
        Wrong(
            testDescription: "a file that is not there",
            arguments: ["nowhere.csv"] + rest,
            status: 2,
            words: "There is no file at nowhere.csv. Check the path."
        ),
        Wrong(
            testDescription: "a folder",
            arguments: ["in"] + rest,
            status: 2,
            words: "in is a folder. Give the files in it"
        ),
        Wrong(
            testDescription: "a model that is not there",
            arguments: ["a.csv", "--model", "nobody", "--out", "out.csv"],
            status: 2,
            words: "There is no model nobody. Give one of fake_1000, febrl, "
        ),
        Wrong(
            testDescription: "an output in a folder that is not there",
            arguments: ["a.csv", "--model", "small.yml", "--out", "no/out.csv"],
            status: 2,
            words: "no/out.csv cannot be written: check that its folder is there"
        ),
        Wrong(
            testDescription: "an output over an input",
            arguments: ["a.csv", "--model", "small.yml", "--out", "./a.csv"],
            status: 2,
            words: "./a.csv is named twice, or is one of the files that are read."
        ),
        Wrong(
            testDescription: "one file for two outputs",
            arguments: ["a.csv", "--pairs", "out.csv"] + rest,
            status: 2,
            words: "out.csv is named twice"
        ),
        Wrong(
            testDescription: "a model to be saved as something else",
            arguments: ["a.csv", "--save-model", "model.txt"] + rest,
            status: 2,
            words: "--save-model must end in .yml, or in .json for Splink."
        ),
        Wrong(
            testDescription: "a mapping for none of the files",
            arguments: ["a.csv", "--mapping", "idle.yml"] + rest,
            status: 2,
            words: "The mapping idle.yml is for none of the files."
        ),
        Wrong(
            testDescription: "two mappings for one file",
            arguments: ["a.csv", "--mapping", "all.yml", "--mapping", "too.yml"] + rest,
            status: 2,
            words: "all.yml and too.yml are both for a.csv. Say in each which files it is for, as file."
        ),
        Wrong(
            testDescription: "a mapping with an unknown key",
            arguments: ["a.csv", "--mapping", "odd.yml"] + rest,
            status: 1,
            words: "odd.yml, line 1: colums is not a key that is known here"
        ),
        Wrong(
            testDescription: "a mapping to a column that is not there",
            arguments: ["a.csv", "--mapping", "wrong.yml"] + rest,
            status: 1,
            words: "a.csv, line 1: the mapping takes surname from the column Family, which is not there; "
                + "the file has the columns id, surname, dob"
        ),
        Wrong(
            testDescription: "two files of one name",
            arguments: ["a.csv", "in/a.csv"] + rest,
            status: 1,
            words:
                "in/a.csv: its records would come from the same source as those of a.csv; give the files different names"
        ),
        Wrong(
            testDescription: "a record twice",
            arguments: ["twice.csv", "b.csv"] + rest,
            status: 1,
            words: "twice.csv, line 5: the record id is also that of line 2; a source must have each record id once"
        ),
        Wrong(
            testDescription: "a record in two files of one source",
            arguments: ["a.csv", "b.csv", "--mapping", "all.yml"] + rest,
            status: 1,
            words: "b.csv, line 2: the record id is also that of a.csv, line 2; a source must have each record id once"
        ),
        Wrong(
            testDescription: "a row that is too short",
            arguments: ["short.csv"] + rest,
            status: 1,
            words: "short.csv, line 2: the row has 2 fields and the header 3; give it as many"
        ),
        Wrong(
            testDescription: "a file of one record",
            arguments: ["one.csv"] + rest,
            status: 1,
            words: "There must be at least two records to link, and there are 1."
        ),
        Wrong(
            testDescription: "a model of another version of the form",
            arguments: ["a.csv", "--model", "broken.yml", "--out", "out.csv"],
            status: 1,
            words: "broken.yml, line 2: format must be 1: this version of the program reads no other"
        ),
        Wrong(
            testDescription: "settings of Splink that are cut short",
            arguments: ["a.csv", "--model", "broken.json", "--out", "out.csv"],
            status: 1,
            words: "broken.json: line 1 must be JSON"
        ),
        Wrong(
            testDescription: "a model that was never trained",
            arguments: ["a.csv", "--model", "untrained.yml", "--out", "out.csv"],
            status: 1,
            words:
                "The model is not trained: the prior is not set; surname, same; surname, different; link with --train."
        ),
    ]

    init() throws {
        homeward = try Homeward()
        for (name, text) in Self.files { try homeward.folder.write(name, text) }
        let latin = (Self.files["latin.csv"] ?? "").unicodeScalars.map { UInt8($0.value & 255) }
        try homeward.folder.write("latin.csv", latin)
    }

    @Test(arguments: wrong)
    func `in plain words`(wrong: Wrong) throws {
        let ran = try homeward.run(["link"] + wrong.arguments)
        #expect(ran.status == wrong.status, "\(ran.err)")
        #expect(ran.out == "")
        #expect(ran.err.contains(wrong.words), "\(ran.err)")
        for value in ["Lee", "Ray", "Orr", "2014", "2010"] { #expect(!ran.err.contains(value), "\(ran.err)") }
        #expect(!FileManager.default.fileExists(atPath: homeward.folder("out.csv")))
        let left = try FileManager.default.contentsOfDirectory(atPath: homeward.folder.path)
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    @Test func `text in another encoding, and takes it where the mapping says which`() throws {
        let ran = try homeward.run(["link", "latin.csv"] + Self.rest)
        #expect(ran.status == 1)
        #expect(ran.err.contains("latin.csv, line 3: the text is not UTF-8"), "\(ran.err)")
        try homeward.folder.write("latin.yml", "encoding: windows-1252\n")
        #expect(try homeward.run(["link", "latin.csv", "--mapping", "latin.yml"] + Self.rest).status == 0)
    }

    @Test func `a date in a form the mapping does not give, by counting it`() throws {
        let ran = try homeward.run(["link", "a.csv", "--mapping", "american.yml"] + Self.rest)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.contains("a.csv: 2 values of dob could not be read as dates"), "\(ran.out)")
    }

    @Test func `keeps an output as it was where the disk is full`() throws {
        let ran = try homeward.run(["link", "a.csv", "--model", "small.yml", "--out", "/dev/full"])
        #expect(ran.status == 2)
        #expect(ran.err.contains("/dev/full could not be written to its end"), "\(ran.err)")
    }
}
