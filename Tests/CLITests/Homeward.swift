import Foundation
import Workshop

/// The built command, run as a process of its own.
struct Homeward {
    /// What a run left behind.
    struct Ran {
        let status: Int32
        let out: String
        let err: String

        /// Standard output as JSON.
        var json: [String: Any]? {
            try? JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any]
        }
    }

    let folder: ScratchFolder

    /// The register that the runs are about unless they name another.
    var register: String { folder("homeward.db") }

    init() throws {
        folder = try ScratchFolder()
    }

    /// The executable stands beside the bundle of tests.
    static let path: String = {
        let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appending(path: "homeward").path
    }()

    /// Whether a namespace of its own can be had, in which a small or a read-only file system can be mounted.
    static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", "-rm", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    func callAsFunction(_ arguments: String...) throws -> Ran {
        try run(arguments)
    }

    func run(_ arguments: [String]) throws -> Ran {
        let running = try start(URL(filePath: Self.path), arguments)
        return try running.end()
    }

    /// Runs a script of the shell; `$0` is the command and `$1` the first of the arguments.
    func shell(_ script: String, _ arguments: String...) throws -> Ran {
        let running = try start(URL(filePath: "/bin/sh"), ["-c", script, Self.path] + arguments)
        return try running.end()
    }

    /// The same in a namespace of its own, where the script may mount.
    func shellThatMounts(_ script: String, _ arguments: String...) throws -> Ran {
        let running = try start(
            URL(filePath: "/usr/bin/env"),
            ["unshare", "-rm", "/bin/sh", "-c", script, Self.path] + arguments
        )
        return try running.end()
    }

    func start(_ arguments: [String]) throws -> Running {
        try start(URL(filePath: Self.path), arguments)
    }

    private func start(_ executable: URL, _ arguments: [String]) throws -> Running {
        let output = folder("out-\(UUID().uuidString)")
        for ending in ["out", "err"] {
            _ = FileManager.default.createFile(atPath: "\(output).\(ending)", contents: nil)
        }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOMEWARD_REGISTER": register, "HOMEWARD_ACTOR": "tester",
            "COLUMNS": "80",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(output).out"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(output).err"))
        try process.run()
        return Running(process: process, output: output)
    }

    /// A run that has not ended.
    struct Running {
        let process: Process
        fileprivate let output: String

        /// Ends it where it stands, as a fall of the power would.
        func kill() {
            Glibc.kill(process.processIdentifier, SIGKILL)
        }

        func end() throws -> Ran {
            process.waitUntilExit()
            func text(_ ending: String) throws -> String {
                String(decoding: try Data(contentsOf: URL(filePath: "\(output).\(ending)")), as: UTF8.self)
            }
            let isKilled = process.terminationReason == .uncaughtSignal
            return Ran(
                status: isKilled ? -process.terminationStatus : process.terminationStatus,
                out: try text("out"),
                err: try text("err")
            )
        }
    }
}
