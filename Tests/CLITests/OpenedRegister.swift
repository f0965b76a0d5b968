import Actions
import Register

/// The register a run wrote, to look into.
struct OpenedRegister {
    let register: Register

    init(_ path: String) throws {
        register = try OpenRegister.open(path, create: false)
    }
}
