package import Records

/// A database that keeps a register.
package protocol Store: Sendable {
    /// Runs the work on one consistent picture of the database, which later writes do not change; a read within it is of
    /// the same picture.
    func read<Value>(_ work: (any Connection) throws -> Value) throws -> Value
    /// Runs the work alone among writers and commits it, or undoes all of it where it throws.
    func write<Value>(_ work: (any Connection) throws -> Value) throws -> Value
    /// What the database itself finds wrong with its file; empty where nothing is.
    func damage() throws -> [String]
}

/// A connection within one read or one write.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// A prepared statement; the same text gives the same statement, so it must not be in use twice at a time.
    func statement(_ text: String) throws -> any PreparedStatement
    func hasTable(named name: String) throws -> Bool
}

/// A prepared statement.
///
/// Parameters are counted from 1, columns from 0.
package protocol PreparedStatement: AnyObject {
    func bind(_ cell: Cell, at parameter: Int) throws
    func bind(_ bytes: [UInt8], at parameter: Int) throws
    /// Goes on to the next row; false when there is none.
    func step() throws -> Bool
    /// Makes it ready to run again; values stay bound.
    func reset()
    func isMissing(_ column: Int) -> Bool
    func text(_ column: Int) -> String
    func integer(_ column: Int) -> Int64
    func bytes(_ column: Int) -> [UInt8]
    /// Reads the fields of a stored row from neighbouring columns into as many cells; one call a row, for its speed.
    func read(_ fields: [StoredForm], from column: Int, into row: inout [Cell])
}

extension PreparedStatement {
    /// Runs a statement that gives no rows.
    package func run() throws {
        defer { reset() }
        _ = try step()
    }

    package func optionalText(_ column: Int) -> String? {
        isMissing(column) ? nil : text(column)
    }

    package func optionalInteger(_ column: Int) -> Int64? {
        isMissing(column) ? nil : integer(column)
    }
}

extension Connection {
    /// The statement with its values bound and its open parameters still to bind.
    package func prepare(_ sql: SQL) throws -> any PreparedStatement {
        let statement = try statement(dialect.text(of: sql))
        var parameter = 0
        for part in sql.parts {
            switch part {
            case .text: continue
            case .open: parameter += 1
            case .value(let value):
                parameter += 1
                switch value {
                case .cell(let cell): try statement.bind(cell, at: parameter)
                case .bytes(let bytes): try statement.bind(bytes, at: parameter)
                }
            }
        }
        return statement
    }

    /// Runs a statement that gives no rows.
    package func run(_ sql: SQL) throws {
        try prepare(sql).run()
    }

    /// Lets the database take stock of its tables.
    ///
    /// Without it SQLite guesses that a tenant has few rows, and looks through all cases to find those of one family.
    package func takeStock() throws {
        for text in dialect.stocktaking { try statement(text).run() }
    }

    /// Hands over each row of the answer.
    package func each(_ sql: SQL, _ body: (any PreparedStatement) throws -> Void) throws {
        let statement = try prepare(sql)
        defer { statement.reset() }
        while try statement.step() { try body(statement) }
    }

    /// What the first row of the answer gives; nil where there is no row.
    package func first<Value>(_ sql: SQL, _ body: (any PreparedStatement) throws -> Value) throws -> Value? {
        let statement = try prepare(sql)
        defer { statement.reset() }
        return try statement.step() ? try body(statement) : nil
    }

    /// What every row of the answer gives.
    package func all<Value>(_ sql: SQL, _ body: (any PreparedStatement) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(sql) { values.append(try body($0)) }
        return values
    }

    /// The one number the statement gives; 0 where it gives none.
    package func number(_ sql: SQL) throws -> Int {
        try first(sql) { Int($0.integer(0)) } ?? 0
    }
}

/// Two rows would have the same key.
package struct NotUnique: Error {
    package init() {}
}
