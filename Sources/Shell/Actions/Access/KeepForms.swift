import Foundation
package import Register

/// Keeps what was typed after a session had ended, for its user to carry on with.
package struct KeepForms: Sendable {
    private let register: Register
    private let key: ServiceKey

    package init(_ register: Register, key: ServiceKey) {
        self.register = register
        self.key = key
    }

    /// A form as it was sent.
    package struct Typed: Hashable, Sendable, Codable {
        /// The parts of the address it was sent to.
        package var path: [String]
        /// Names and values, as they were sent.
        package var fields: [String: String]

        package init(path: [String], fields: [String: String]) {
            self.path = path
            self.fields = fields
        }
    }

    /// Keeps a form for a user.
    package func keep(_ typed: Typed, for user: String, at time: Timestamp) throws {
        let bytes = [UInt8](try JSONEncoder().encode(typed))
        try register.keepForm(key.seal(bytes, for: "kept form", of: user), for: user, at: time)
    }

    /// What is kept for a user, the latest first; what cannot be opened is left out.
    package func kept(for user: String, at time: Timestamp) throws -> [(form: KeptForm, typed: Typed)] {
        try register.keptForms(of: user, at: time).compactMap { form in
            key.opened(form.sealed, for: "kept form", of: user)
                .flatMap { try? JSONDecoder().decode(Typed.self, from: Data($0)) }
                .map { (form, $0) }
        }
    }

    /// Forgets a form that was carried on with, or is not wanted.
    package func forget(_ id: Int, of user: String) throws {
        try register.forgetForm(id, of: user)
    }
}
