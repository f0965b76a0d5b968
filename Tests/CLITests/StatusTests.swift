import Foundation
import Register
import Testing
import Workshop

/// 0 done, 1 done but problems were found or refused for the data's sake, 2 wrong use, 3 something else failed.
@Suite struct `The exit status` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
    }

    @Test(arguments: [
        [], ["--help"], ["--version"], ["import", "--help"], ["help", "report"], ["dictionary"],
    ])
    func `is 0 for what was asked for, on standard output`(arguments: [String]) throws {
        let ran = try homeward.run(arguments)
        #expect(ran.status == 0)
        #expect(!ran.out.isEmpty)
        #expect(ran.err == "")
    }

    @Test(arguments: [
        (["frobnicate"], "frobnicate"), (["report"], "report"), (["report", "nonsense"], "no report nonsense"),
        (["import"], "paths"), (["check", "--colour", "x"], "--colour"),
        (["check", ".", "--format", "pdf"], "format"), (["check", ".", "--collection-year", "18"], "must be a year"),
        (["import", ".", "--replace-period", "lately"], "--replace-period must be a period"),
        (["import", ".", "--replace-period", "2019-03-31..2018-04-01"], "--replace-period must be a period"),
        (["report", "key-information", "--as-at", "2019-02-29"], "--as-at must be a real date"),
        (["report", "performance"], "needs a period"),
        (["report", "performance", "--from", "2019-01-01", "--to", "2018-01-01"], "--to must be the same as or after"),
        (["report", "performance", "--from", "1 May", "--to", "2018-01-01"], "--from must be a real date"),
        (["report", "performance", "--as-at", "2019-01-31"], "performance takes --from and --to, not --as-at."),
        (["report", "intelligence", "--from", "2019-01-31"], "intelligence takes --as-at, not --from and --to."),
        (["serve", "--port", "99999999"], "--port must be"), (["serve", "--port", "0"], "--port must be"),
        (["changes", "--report", "key-information"], "--since"), (["changes", "--since", "1"], "--report"),
    ])
    func `is 2 for wrong words, which are named on standard error`(arguments: [String], words: String) throws {
        let ran = try homeward.run(arguments)
        #expect(ran.status == 2)
        #expect(ran.out == "")
        #expect(ran.err.contains(words), "\(ran.err)")
    }

    @Test(arguments: [
        ["report", "key-information"], ["explain", "home.now"], ["changes"], ["verify"], ["backup", "copy.db"],
        ["export", "out"], ["serve"],
    ])
    func `is 2 where there is no register`(arguments: [String]) throws {
        let ran = try homeward.run(arguments)
        #expect(ran.status == 2)
        #expect(ran.out == "")
        let path = homeward.register
        #expect(ran.err == "There is no register at \(path). Check the path, or import something to create one.\n")
        #expect(!FileManager.default.fileExists(atPath: path), "asking makes no register")
    }

    @Test func `is 0 for files without problems, 1 for files with them`() throws {
        let good = try SmallPackage().write(to: homeward.folder)
        #expect(try homeward("check", good).status == 0)
        #expect(try homeward("import", good).status == 0)
        var odd = SmallPackage()
        odd.placements += "P1,2018-10-01,,V2,U6\n"
        let warned = try odd.write(to: homeward.folder, as: "odd")
        #expect(try homeward("check", warned).status == 1)
        let ran = try homeward("import", warned)
        #expect(ran.status == 1)
        #expect(ran.out.contains("Imported as change 2."))
        odd.placements += "P1,2018-10-01,2018-01-01,V2,U6\n"
        let refused = try homeward("import", odd.write(to: homeward.folder, as: "wrong"))
        #expect(refused.status == 1)
        #expect(refused.out.contains("Nothing was imported"))
    }

    @Test func `is 2 for what the register does not have`() throws {
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        for (arguments, words) in [
            (["report", "key-information", "--known-at", "9"], "There is no change 9. The latest change is 1."),
            (["report", "key-information", "--known-at", "then"], "Known at must be a change number"),
            (["report", "intelligence", "--criteria", "nothing"], "troubled-families-2012"),
            (["explain", "home.then"], "no figure home.then"),
            (["identify", "--criteria", "nothing"], "supporting-families-2022, troubled-families-2012"),
            (["identify", "--criteria", "troubled-families-2012", "--family", "F9"], "no family of that reference"),
            (["identify", "--criteria", "troubled-families-2012", "--area", "Nowhere"], "No family has one."),
            (["identify", "--criteria", "troubled-families-2012", "--as-at", "2018-02-30"], "must be a real date"),
            (["needs", "--from", "2018-02-01", "--to", "2018-01-31"], "--to must be the same as or after --from"),
            (["report", "key-information", "--definitions", "nowhere"], "no definition files"),
            (["plan", "nothing"], "rotherham-mst-fit"), (["plan", "nowhere.yml"], "no file or folder at nowhere.yml"),
            (["plan", "rotherham-mst-fit", "--option", "luck"], "own-budget, social-impact-bond"),
            (["plan", "rotherham-mst-fit", "--trials", "2000000"], "--trials must be from 0"),
            (["plan", "rotherham-mst-fit", "--children", "nowhere.csv"], "no file or folder at nowhere.csv"),
            (["benefit", "nothing"], "mst-example"),
        ] {
            let ran = try homeward.run(arguments)
            #expect(ran.status == 2, "\(arguments)")
            #expect(ran.out == "", "\(arguments)")
            #expect(ran.err.contains(words), "\(arguments): \(ran.err)")
            #expect(!ran.err.contains("Usage:"), "the words are those of the command, the data are not")
        }
    }

    @Test func `is 2 for a file that is no register, and leaves it alone`() throws {
        let path = try homeward.folder.write("notes.txt", "Notes of a meeting, not a register.")
        let good = try SmallPackage().write(to: homeward.folder)
        for arguments in [["import", good], ["report", "key-information"], ["verify"]] {
            let ran = try homeward.run(arguments + ["--register", path])
            #expect(ran.status == 2)
            #expect(ran.out == "")
            #expect(ran.err == "\(path) is not a register. Check the path; nothing was changed.\n")
        }
        #expect(try Fixture.bytes(path) == Array("Notes of a meeting, not a register.".utf8))
    }

    @Test func `is 2 where no register can be made`() throws {
        let good = try SmallPackage().write(to: homeward.folder)
        let ran = try homeward("import", good, "--register", homeward.folder("nowhere/homeward.db"))
        #expect(ran.status == 2)
        #expect(ran.out == "")
        #expect(ran.err.contains("cannot be opened. Check that the folder exists"), "\(ran.err)")
    }

    @Test func `is 3 for a register of a newer program, and leaves it alone`() throws {
        let good = try SmallPackage().write(to: homeward.folder)
        let register = try Register.scratch(in: homeward.folder)
        try register.store.write {
            try $0.run("INSERT INTO migrations (number, at) VALUES (999, '2099-01-01T00:00:00Z')")
        }
        for arguments in [["import", good], ["report", "key-information"], ["check", good]] {
            let ran = try homeward.run(arguments)
            #expect(ran.status == 3)
            #expect(ran.out == "")
            #expect(ran.err.contains("newer version of Homeward"), "\(ran.err)")
            #expect(ran.err.contains("nothing was changed"))
        }
        #expect(try register.latestChange() == 0)
    }

    @Test func `is 1 where verifying finds a break, and the place is named`() throws {
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let sound = try homeward("verify")
        #expect(sound.status == 0)
        #expect(sound.out.hasPrefix("1 change and 5 versions checked, 0 problems found."), "\(sound.out)")
        let register = try Register.scratch(in: homeward.folder)
        try register.store.write { try $0.run("UPDATE cases SET programme = 'fft' WHERE case_id = 'K1'") }
        let broken = try homeward("verify")
        #expect(broken.status == 1)
        #expect(broken.out.contains("change 1, cases: "), "\(broken.out)")
    }

    @Test func `is 3 where the answer cannot be written`() throws {
        let ran = try homeward.shell("\"$0\" dictionary > /dev/full")
        #expect(ran.status == 3)
        #expect(ran.err == "The answer could not be written: there is no room, or nothing reads it.\n")
    }
}
