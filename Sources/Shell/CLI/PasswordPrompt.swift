import ArgumentParser
import Foundation

/// Asks for a password on the terminal without showing it, or reads it from standard input; never from an argument,
/// which others on the machine could see.
enum PasswordPrompt {
    static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw ValidationError("Give the password on standard input.")
            }
            return line
        }
        let password = asked("Password: ")
        guard asked("Password again: ") == password else {
            throw ValidationError("The two passwords must be the same.")
        }
        return password
    }

    private static func asked(_ words: String) -> String {
        try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            Output.notice("")
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
