import Register

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The few things done to files as such.
enum File {
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// The first bytes of a file; fewer where it is shorter.
    static func start(of path: String, bytes count: Int) throws -> [UInt8] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw RegisterError.cannotOpen(path: path) }
        defer { _ = Self.close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        guard got >= 0 else { throw RegisterError.notARegister(path: path) }
        return Array(bytes.prefix(got))
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    static func synchronise(_ path: String) throws {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw RegisterError.cannotOpen(path: path) }
        defer { _ = Self.close(file) }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    /// Gives a file another name in the same folder, in place of what has that name; readers see one or the other.
    static func rename(_ path: String, to newPath: String) throws {
        try synchronise(path)
        guard Self.move(path, newPath) == 0 else { throw failure(newPath) }
        try synchronise(folder(of: newPath))
    }

    /// Gives a file a second name.
    static func link(_ path: String, to newPath: String) throws {
        guard Self.second(path, newPath) == 0 else { throw failure(newPath) }
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// A name that nothing has: the path with a suffix, and a number where that is taken.
    static func free(_ path: String, _ suffix: String) -> String {
        var candidate = "\(path).\(suffix)"
        var number = 2
        while exists(candidate) {
            candidate = "\(path).\(suffix)-\(number)"
            number += 1
        }
        return candidate
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func failure(_ path: String) -> RegisterError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly
        default: .cannotOpen(path: path)
        }
    }

    // The names of the C library, which the functions above hide.
    #if canImport(Glibc)
    private static let close = Glibc.close
    private static let move = Glibc.rename(_:_:)
    private static let second = Glibc.link
    #else
    private static let close = Darwin.close
    private static let move = Darwin.rename(_:_:)
    private static let second = Darwin.link
    #endif
}
