import GRDB
import GRDBSQLite
import Records
import Register
import Values

/// A prepared statement of SQLite, from GRDB's cache and stepped by hand: the loops over millions of rows run here.
final class SQLiteStatement: PreparedStatement {
    /// Keeps the prepared statement alive.
    private let owner: GRDB.Statement
    private let handle: OpaquePointer

    init(_ owner: GRDB.Statement) {
        self.owner = owner
        handle = owner.sqliteStatement
        sqlite3_reset(handle)
    }

    deinit {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    package func bind(_ cell: Cell, at parameter: Int) throws {
        let index = Int32(parameter)
        let code =
            switch cell {
            case .missing: sqlite3_bind_null(handle, index)
            case .text(let text): bind(text, at: index)
            case .integer(let value): sqlite3_bind_int64(handle, index, value)
            case .decimal(let value): bind(value.plain, at: index)
            case .day(let day): bind(day.iso, at: index)
            case .boolean(let value): sqlite3_bind_int64(handle, index, value ? 1 : 0)
            }
        try check(code)
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, copied) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text(handle, index, $0, Int32(bytes.count), copied)
            }
        }
    }

    package func bind(_ bytes: [UInt8], at parameter: Int) throws {
        try check(
            bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, Int32(parameter), $0.baseAddress, Int32($0.count), copied)
            }
        )
    }

    package func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            sqlite3_reset(handle)
            throw failure(code)
        }
    }

    package func reset() {
        sqlite3_reset(handle)
    }

    package func isMissing(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    package func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    package func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(column))
    }

    package func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    package func read(_ fields: [StoredForm], from column: Int, into row: inout [Cell]) {
        for (index, field) in fields.enumerated() {
            let position = Int32(column + index)
            switch field.kind {
            case .integer, .boolean:
                let isMissing = sqlite3_column_type(handle, position) == SQLITE_NULL
                row[index] = isMissing ? .missing : field.cell(sqlite3_column_int64(handle, position))
            case .text, .day, .decimal:
                guard let start = sqlite3_column_text(handle, position) else {
                    row[index] = .missing
                    continue
                }
                let count = Int(sqlite3_column_bytes(handle, position))
                row[index] = field.cell(UnsafeBufferPointer(start: start, count: count))
            }
        }
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> any Error {
        let database = sqlite3_db_handle(handle)
        return sqliteFailure(
            code: sqlite3_extended_errcode(database),
            message: sqlite3_errmsg(database).map { String(cString: $0) } ?? "error \(code)"
        )
    }
}

/// Tells SQLite to copy what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
