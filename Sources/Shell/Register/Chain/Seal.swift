import Crypto
import Records

/// The seal of a row's personal values: a digest of them and of random bytes kept beside them.
///
/// The change chain hashes the seal in place of the values. When a person is erased the values and the salt go, and the
/// seal stays: the chain still verifies, and the values cannot be guessed from it.
struct Seal {
    private var bytes = Canonical()

    mutating func of(_ row: [Cell], salt: [UInt8], form: RowForm) -> [UInt8] {
        bytes.removeAll()
        bytes.add(salt)
        bytes.add(form.personal, of: row, named: form.names)
        return bytes.digest
    }
}
