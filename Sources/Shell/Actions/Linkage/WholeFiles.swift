import Foundation

/// Files that are written whole or not at all: each beside its place first, and all moved there in the end.
///
/// What is at a place already stays until then. Where something fails nothing is left behind.
final class WholeFiles {
    private var drafts: [(draft: String, place: String)] = []

    deinit {
        for file in drafts { unlink(file.draft) }
    }

    /// Refuses, before the work is done, a path that could not be written to.
    static func check(_ path: String) throws {
        let place = URL(filePath: path).resolvingSymlinksInPath()
        var facts = stat()
        if stat(place.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            throw FileRefusal("\(path) is a folder. Name the file to be written in it.")
        }
        let folder = place.deletingLastPathComponent().path
        guard access(folder, W_OK | X_OK) == 0 else {
            throw FileRefusal("\(path) cannot be written: check that its folder is there and that you may write there.")
        }
    }

    /// Writes a file beside its place; `fill` gives the bytes part by part.
    func write(_ path: String, _ fill: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        let place = URL(filePath: path).resolvingSymlinksInPath().path
        let isStream = WholeFiles.isStream(place)
        let target = isStream ? place : "\(place).\(getpid()).part"
        let file = open(target, O_WRONLY | O_CREAT | O_CLOEXEC | (isStream ? 0 : O_EXCL), 0o666)
        guard file >= 0 else {
            throw FileRefusal("\(path) cannot be written. Check that you may write there.")
        }
        defer { close(file) }
        if !isStream { drafts.append((draft: target, place: place)) }
        try fill { bytes in
            guard WholeFiles.write(bytes, to: file) else {
                throw FileRefusal(
                    "\(path) could not be written to its end, and was left as it was: check that there is room."
                )
            }
        }
    }

    /// Puts every file in its place.
    func finish() throws {
        for file in drafts {
            guard rename(file.draft, file.place) == 0 else {
                throw FileRefusal("\(file.place) cannot be written. Check that you may write there.")
            }
        }
        drafts = []
    }

    /// Whether something that is no file is there, such as a pipe: it is written to as it is.
    private static func isStream(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFREG
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Foundation.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }
}
