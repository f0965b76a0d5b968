/// Why the register could not do as asked, in words for whoever asked.
package enum RegisterError: Error, Hashable, Sendable {
    case notFound(path: String)
    case notARegister(path: String)
    case newer(version: Int, known: Int)
    case corrupt(detail: String)
    case diskFull
    case readOnly
    case locked
    case cannotOpen(path: String)
    /// Anything else the database says.
    case storage(detail: String)

    case noSuchChange(Int, latest: Int)
    case notATime
    case noSuchTable(String)
    /// Somebody else saved the record first.
    case movedOn(table: String)
    case duplicateKeys(table: String)
    case missingParents(table: String, field: String, parent: String, count: Int)
    /// Records to be ended are still named by others.
    case stillNamed(table: String, by: String, count: Int)
    case backupNotSound(problems: Int)
    case inUse(path: String)
    /// Somebody else signs in under that name.
    case signInNameTaken
    case lastAdministrator
}

extension RegisterError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound(let path):
            "There is no register at \(path). Check the path, or import something to create one."
        case .notARegister(let path):
            "\(path) is not a register. Check the path; nothing was changed."
        case .newer(let version, let known):
            "The register was written by a newer version of Homeward (its schema is \(version), this program knows "
                + "\(known)). Use the newer version; nothing was changed."
        case .corrupt(let detail):
            "The register's file is damaged (\(detail)). Restore the latest backup with homeward restore."
        case .diskFull:
            "The disk is full. Nothing was recorded. Make room and do it again."
        case .readOnly:
            "The register can only be read: its file or folder is write-protected. Nothing was recorded."
        case .locked:
            "Another program is writing to the register. Nothing was recorded. Try again in a moment."
        case .cannotOpen(let path):
            "\(path) cannot be opened. Check that the folder exists and that you may read and write it."
        case .storage(let detail):
            "The register's database failed: \(detail). Nothing was recorded."
        default: refusal
        }
    }

    private var refusal: String {
        switch self {
        case .noSuchChange(let number, let latest):
            "There is no change \(number). The latest change is \(latest)."
        case .notATime:
            "Known at must be a change number, a date such as 2025-03-31, or a time such as 2025-03-31T17:00:00Z."
        case .noSuchTable(let name):
            "There is no table \(name). Check its name."
        case .movedOn(let table):
            "Somebody else has changed this record in \(table) since you opened it. Nothing was saved. Look at the "
                + "record as it is now and make your change again."
        case .duplicateKeys(let table):
            "Two rows of \(table) have the same key. Nothing was recorded. Leave one of them out."
        case .missingParents(let table, let field, let parent, let count):
            "\(count) of \(table) name in \(field) a record that is not in \(parent). Nothing was recorded. Add the "
                + "missing \(parent) first, or in the same import."
        case .stillNamed(let table, let by, let count):
            "\(count) of \(by) still name records of \(table) that would be ended. Nothing was recorded. Give \(by) in "
                + "the same import."
        case .backupNotSound(let problems):
            "The backup is not sound: verifying it found \(problems) problem\(problems == 1 ? "" : "s"). Nothing was "
                + "replaced."
        case .inUse(let path):
            "\(path) is in use by another program. Stop it, then do it again."
        case .signInNameTaken:
            "Another account has this sign-in name. Nothing was recorded. Give another one."
        case .lastAdministrator:
            "This is the last administrator. Nothing was recorded. Make somebody else an administrator first."
        default: ""
        }
    }
}
