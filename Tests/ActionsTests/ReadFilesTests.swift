import Actions
import Exchange
import Foundation
import Testing
import Workshop

@Suite struct `Reading the files a person names` {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test func `a folder gives its files in order, hidden ones left out`() throws {
        try folder.write("in/b.csv", "b")
        try folder.write("in/deep/c.csv", "c")
        try folder.write("in/a.csv", "a")
        try folder.write("in/.hidden", "h")
        try folder.write("in/.git/x.csv", "x")
        let files = try ReadFiles.read([folder("in")])
        #expect(files.map(\.name) == ["a.csv", "b.csv", "deep/c.csv"].map { "\(folder("in"))/\($0)" })
        #expect(files.map(\.bytes) == ["a", "b", "c"].map { Array($0.utf8) })
        #expect(files.allSatisfy { !$0.isNamedDirectly })
    }

    @Test func `a link is the file it leads to`() throws {
        let file = try folder.write("people.csv", "person_id\nP1\n")
        try FileManager.default.createSymbolicLink(atPath: folder("link.csv"), withDestinationPath: file)
        #expect(try ReadFiles.read([folder("link.csv")]).map(\.bytes) == [Array("person_id\nP1\n".utf8)])
    }

    @Test func `what is not there is said with its path`() {
        let path = folder("nowhere.csv")
        #expect(throws: FileRefusal("There is no file or folder at \(path). Check the path.")) {
            try ReadFiles.read([path])
        }
    }

    @Test func `an empty folder is said to be empty`() throws {
        try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: true)
        #expect(throws: FileRefusal("The folder \(folder("empty")) has no files in it.")) {
            try ReadFiles.read([folder("empty")])
        }
    }

    @Test func `a device is no file`() {
        let words = "/dev/zero is not a file that can be read to its end. Give a file, a folder or a zip."
        #expect(throws: FileRefusal(words)) { try ReadFiles.read(["/dev/zero"]) }
    }

    /// Another process writes to the file all the while it is read, so that some reading meets the change.
    @Test func `a file that changes while it is read is refused`() throws {
        let path = try folder.write("placements.csv", [UInt8](repeating: 65, count: 8 << 20))
        let writer = Process()
        writer.executableURL = URL(filePath: "/bin/sh")
        writer.arguments = ["-c", "n=0; while [ $n -lt 200000 ] && echo more >> \"$0\"; do n=$((n + 1)); done", path]
        try writer.run()
        defer {
            writer.terminate()
            writer.waitUntilExit()
        }
        var refusals: [FileRefusal] = []
        for _ in 0..<200 where refusals.isEmpty {
            do {
                _ = try ReadFiles.read([path])
            } catch let refusal as FileRefusal {
                refusals.append(refusal)
            }
        }
        let words = "\(path) changed while it was being read. Nothing was imported: try again when it is complete."
        #expect(refusals == [FileRefusal(words)])
    }
}
