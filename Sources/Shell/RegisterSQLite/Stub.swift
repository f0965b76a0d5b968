import GRDB
import GRDBSQLite
enum R { static let v = SQLITE_VERSION }
