import GRDB
import GRDBSQLite
import Register

/// Runs the work and puts what SQLite says into the words of the register.
func translated<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw sqliteFailure(
            code: error.extendedResultCode.rawValue,
            message: error.message ?? "error \(error.extendedResultCode.rawValue)",
            path: path
        )
    }
}

/// What a result code of SQLite means for the user.
func sqliteFailure(code: Int32, message: String, path: String = "The register") -> any Error {
    if code == uniqueViolation { return NotUnique() }
    return switch code & 0xFF {
    case SQLITE_FULL: RegisterError.diskFull
    case SQLITE_READONLY, SQLITE_PERM: RegisterError.readOnly
    case SQLITE_BUSY, SQLITE_LOCKED: RegisterError.locked
    case SQLITE_CORRUPT: RegisterError.corrupt(detail: message)
    case SQLITE_NOTADB: RegisterError.notARegister(path: path)
    case SQLITE_CANTOPEN: RegisterError.cannotOpen(path: path)
    default: RegisterError.storage(detail: message)
    }
}

/// SQLITE_CONSTRAINT_UNIQUE, which is a macro that Swift cannot see.
private let uniqueViolation = SQLITE_CONSTRAINT | 8 << 8
