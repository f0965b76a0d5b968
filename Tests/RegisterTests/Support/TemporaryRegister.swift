import Foundation
import Records
import Register
import RegisterSQLite
import Values

/// A register in a file of its own.
struct TemporaryRegister {
    let folder: String
    var path: String { folder + "/homeward.db" }
    let register: Register

    init() throws {
        folder = try newFolder()
        register = try Register.open(
            folder + "/homeward.db",
            create: true,
            at: .start,
            random: repeatableBytes(seed: 7)
        )
    }

    /// Opens the same file once more, as another program would.
    func another() throws -> Register {
        try Register.open(path, create: false, at: .start)
    }

    /// Records so many hours after the start.
    @discardableResult
    func record(
        _ records: RecordSet,
        hour: Int = 0,
        replacing: ReplacedPeriod? = nil,
        returns: [ReturnEntry] = []
    ) throws -> ChangeOutcome {
        try register.record(records, returns: returns, as: .test, at: .hour(hour), replacing: replacing)
    }

    /// Runs SQL behind the register's back.
    func tamper(_ sql: SQL) throws {
        try register.store.write { try $0.run(sql) }
    }
}

/// A folder of its own, which goes when the tests end.
func newFolder() throws -> String {
    let folder = allFolders + "/\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
}

private let allFolders: String = {
    atexit { try? FileManager.default.removeItem(atPath: allFolders) }
    return FileManager.default.temporaryDirectory.appendingPathComponent("register-tests-\(UUID())").path
}()

extension ChangeDraft {
    static let test = ChangeDraft(actor: "tester", organisation: "council", purpose: "test", summary: "a test")
}

extension Timestamp {
    static let start = Timestamp(seconds: 1_735_725_600)

    static func hour(_ hour: Int) -> Timestamp {
        Timestamp(seconds: start.seconds + Int64(hour) * 3600)
    }
}
