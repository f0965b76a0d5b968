import Crypto
import Records

/// The digest of what one change did to one table: of the rows it wrote, or of the versions it ended, in the order of
/// their numbers.
struct RowDigest {
    private(set) var rows = 0
    private var hash = SHA256()
    private var pending = Canonical()
    private let form: RowForm

    init(_ form: RowForm) {
        self.form = form
    }

    /// A row as written: what is not personal as it is, what is personal as its seal.
    mutating func add(written version: VersionRow) {
        pending.add(version.id)
        pending.add(version.tenant)
        pending.add(form.open, of: version.cells, named: form.names)
        if form.isPersonal { pending.add(version.seal) }
        count()
    }

    /// A version that ended: which one it was.
    mutating func add(ended version: VersionRow) {
        pending.add(version.id)
        pending.add(version.tenant)
        pending.add(version.fromChange)
        pending.add(form.key, of: version.cells, named: form.names)
        count()
    }

    /// A version whose personal values were erased.
    mutating func add(erased id: Int64) {
        pending.add(id)
        count()
    }

    private mutating func count() {
        rows += 1
        if pending.bytes.count > 32_768 { flush() }
    }

    private mutating func flush() {
        pending.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        pending.removeAll()
    }

    func finish() -> [UInt8] {
        var whole = self
        whole.flush()
        return Array(whole.hash.finalize())
    }
}

/// Which fields of a table are hashed as they are and which are sealed.
struct RowForm: Sendable {
    let open: [Int]
    let personal: [Int]
    let key: [Int]
    let names: [[UInt8]]
    var isPersonal: Bool { !personal.isEmpty }

    init(_ table: StoredTable) {
        let fields = table.table.fields
        open = fields.indices.filter { !fields[$0].isPersonal }
        personal = table.personal
        key = table.table.key
        names = fields.map(Canonical.name)
    }
}

/// One version of one record, as it is stored.
struct VersionRow {
    var id: Int64 = 0
    var tenant: Int64 = 0
    var fromChange: Int64 = 0
    var toChange: Int64?
    var cells: [Cell] = []
    /// Nil once the personal values have been erased.
    var salt: [UInt8]?
    var seal: [UInt8] = []
}
