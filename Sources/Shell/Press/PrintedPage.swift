import Documents
import Foundation

/// Prints a page as PDF with a browser of this machine, run beside the program: tagged, with its title and language.
///
/// The page is a file of the browser's own folder, which is the only thing it is given: no address, no session, and no
/// network. It has so much time and memory and no more, and whatever goes wrong ends the browser and not the program.
enum PrintedPage {
    static func bytes(of page: HTML) throws -> [UInt8] {
        guard let browser else {
            throw Press.Refusal(
                "A PDF needs Chromium, which is not installed here. Take the page to print, and print it from a browser."
            )
        }
        guard page.bytes.count <= longestPage else {
            throw Press.Refusal("The page is too long for a PDF. Take it as a spreadsheet or as CSV.")
        }
        return try Press.inFolder { folder in
            let source = folder.appending(path: "page.html")
            let target = folder.appending(path: "page.pdf")
            try Data(page.bytes).write(to: source)
            try print(source, to: target, in: folder, with: browser)
            guard let data = FileManager.default.contents(atPath: target.path), data.starts(with: Data("%PDF-".utf8))
            else {
                throw Press.Refusal("The browser could not print the page, so there is no PDF. Take the page to print.")
            }
            return Array(data)
        }
    }

    /// Where Chromium is installed; nil where it is not.
    static let browser: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return ["chromium", "chromium-browser", "google-chrome"].lazy
            .flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
            .first(where: FileManager.default.isExecutableFile)
    }()

    private static let longestPage = 32 * 1024 * 1024
    private static let seconds = 60
    /// Memory of each of the browser's processes, in KiB.
    private static let memory = 2_000_000

    /// Runs the browser, and ends it and all it started where it takes too long.
    private static func print(_ source: URL, to target: URL, in folder: URL, with browser: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let limits = "ulimit -d \(memory); exec timeout --kill-after=2 \(seconds) \"$@\""
        process.arguments =
            ["-c", limits, "sh", browser] + options(folder) + [
                "--print-to-pdf=\(target.path)", source.absoluteString,
            ]
        process.currentDirectoryURL = folder
        // Nothing of the program's surroundings: a key may be among them.
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LANG": "en_GB.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw Press.Refusal("The browser that prints PDF could not be started. Take the page to print.")
        }
        process.waitUntilExit()
        // What timeout ends with where it had to end the browser.
        guard ![124, 137].contains(process.terminationStatus) else {
            throw Press.Refusal(
                "Printing took longer than \(seconds) seconds, so there is no PDF. Take the page to print."
            )
        }
    }

    private static func options(_ folder: URL) -> [String] {
        let all = [
            "--headless=new", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-domain-reliability",
            "--disable-extensions", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=\(folder.appending(path: "browser").path)",
        ]
        // The browser refuses its own sandbox to root, as in a container.
        return getuid() == 0 ? all + ["--no-sandbox"] : all
    }
}
