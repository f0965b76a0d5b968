/// What somebody proves who they are by; kept apart from the user and not in the chain.
package struct Credential: Hashable, Sendable {
    /// The hash of the password with its salt and parameters.
    package var password: String
    /// Whether it was given by an administrator and must be replaced at the next sign-in.
    package var isTemporary: Bool
    /// The secret of the second step, sealed; nil where there is none.
    package var secondStep: [UInt8]?
    /// Whether the second step is asked for; until its first code was right it is not.
    package var isSecondStepOn: Bool

    package init(password: String, isTemporary: Bool, secondStep: [UInt8]?, isSecondStepOn: Bool) {
        self.password = password
        self.isTemporary = isTemporary
        self.secondStep = secondStep
        self.isSecondStepOn = isSecondStepOn
    }
}

extension Register {
    /// What a user proves who they are by; nil where they have no password.
    package func credential(of user: String) throws -> Credential? {
        try store.read { connection in
            try connection.first(
                """
                SELECT password, is_temporary, second_step, second_step_on FROM credentials \
                WHERE tenant = \(tenant) AND user_id = \(user)
                """
            ) { row in
                Credential(
                    password: row.text(0),
                    isTemporary: row.integer(1) != 0,
                    secondStep: row.isMissing(2) ? nil : row.bytes(2),
                    isSecondStepOn: row.integer(3) != 0
                )
            }
        }
    }

    /// Sets a user's password, by its hash; the second step stays as it is.
    package func setPassword(_ hash: String, isTemporary: Bool, of user: String, at time: Timestamp) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO credentials (tenant, user_id, password, set_at, is_temporary, second_step_on, last_step) \
                VALUES (\(tenant), \(user), \(hash), \(time.iso), \(isTemporary ? 1 : 0), 0, 0) \
                ON CONFLICT (tenant, user_id) DO UPDATE SET password = excluded.password, set_at = excluded.set_at, \
                is_temporary = excluded.is_temporary
                """
            )
        }
    }

    /// Keeps the sealed secret of a second step that is not asked for yet.
    package func prepareSecondStep(_ sealed: [UInt8], of user: String) throws {
        try store.write { connection in
            try connection.run(
                """
                UPDATE credentials SET second_step = \(sealed), second_step_on = 0, last_step = 0 \
                WHERE tenant = \(tenant) AND user_id = \(user)
                """
            )
        }
    }

    /// Asks for the second step from now on; the recovery codes, by their digests, replace those there were.
    package func startSecondStep(of user: String, recoveryCodes: [[UInt8]]) throws {
        try store.write { connection in
            try connection.run(
                "UPDATE credentials SET second_step_on = 1 WHERE tenant = \(tenant) AND user_id = \(user)"
            )
            try connection.run("DELETE FROM recovery_codes WHERE tenant = \(tenant) AND user_id = \(user)")
            for code in recoveryCodes {
                try connection.run(
                    "INSERT INTO recovery_codes (tenant, user_id, digest) VALUES (\(tenant), \(user), \(code))"
                )
            }
        }
    }

    /// Asks for no second step any more.
    package func stopSecondStep(of user: String) throws {
        try store.write { connection in
            try connection.run(
                """
                UPDATE credentials SET second_step = NULL, second_step_on = 0, last_step = 0 \
                WHERE tenant = \(tenant) AND user_id = \(user)
                """
            )
            try connection.run("DELETE FROM recovery_codes WHERE tenant = \(tenant) AND user_id = \(user)")
        }
    }

    /// Spends the code of a time step; false where that step, or a later one, was spent before.
    package func spendStep(_ step: Int64, of user: String) throws -> Bool {
        try store.write { connection in
            try connection.first(
                """
                UPDATE credentials SET last_step = \(step) \
                WHERE tenant = \(tenant) AND user_id = \(user) AND last_step < \(step) RETURNING last_step
                """
            ) { $0.integer(0) } != nil
        }
    }

    /// Spends a recovery code, by its digest; false where there is none such left.
    package func spendRecoveryCode(_ digest: [UInt8], of user: String) throws -> Bool {
        try store.write { connection in
            try connection.first(
                """
                DELETE FROM recovery_codes WHERE tenant = \(tenant) AND user_id = \(user) AND digest = \(digest) \
                RETURNING user_id
                """
            ) { $0.text(0) } != nil
        }
    }

    /// How many recovery codes a user has left.
    package func recoveryCodes(of user: String) throws -> Int {
        try store.read {
            try $0.number("SELECT COUNT(*) FROM recovery_codes WHERE tenant = \(tenant) AND user_id = \(user)")
        }
    }
}
