import Foundation

/// Files whose bytes are mapped into memory while they are read, so that a large one need not fit beside what it becomes.
enum MappedFile {
    /// Gives the bytes of the file; throws where it cannot be read, or changed while it was.
    static func withBytes<Result>(
        of path: String,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT
                ? FileRefusal("There is no file at \(path). Check the path.")
                : FileRefusal("\(path) cannot be read. Check that you may open it.")
        }
        defer { close(file) }
        let before = try stamp(file, path)
        guard before.size > 0 else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard let start = mmap(nil, before.size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw FileRefusal("\(path) cannot be read into memory.")
        }
        defer { munmap(start, before.size) }
        let result = try body(UnsafeRawBufferPointer(start: start, count: before.size))
        guard try stamp(file, path) == before else {
            throw FileRefusal("\(path) changed while it was being read. Try again when it is complete.")
        }
        return result
    }

    private struct Stamp: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private static func stamp(_ file: Int32, _ path: String) throws -> Stamp {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw FileRefusal("\(path) cannot be read. Try again.") }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileRefusal("\(path) is a folder. Give the files in it, each with its records.")
        default: throw FileRefusal("\(path) is not a file that can be read to its end. Give a file.")
        }
        #if canImport(Darwin)
        let modified = facts.st_mtimespec
        #else
        let modified = facts.st_mtim
        #endif
        return Stamp(size: Int(facts.st_size), seconds: modified.tv_sec, nanoseconds: modified.tv_nsec)
    }
}
