import Values

/// Opens the zips among the files: each is replaced by what is in it.
struct Unpacking {
    private(set) var files: [SourceFile] = []
    private(set) var problems: [Problem] = []
    private let limits: CheckLimits

    init(_ given: [SourceFile], limits: CheckLimits) {
        self.limits = limits
        for file in given {
            if ZipArchive.isZip(file.bytes) || file.ending == "zip" {
                open(file)
            } else if !Unpacking.isClutter(file) {
                files.append(file)
            }
        }
    }

    private mutating func open(_ file: SourceFile) {
        do throws(ZipFault) {
            let archive = try ZipArchive(file.bytes, limits: limits)
            if archive.entries.contains(where: { $0.name == "[Content_Types].xml" }) {
                return report(.spreadsheet, file, "is a spreadsheet or document: save each sheet as CSV UTF-8")
            }
            var entries: [SourceFile] = []
            for entry in archive.entries {
                let name = "\(file.name)/\(entry.name)"
                let contents = SourceFile(
                    name: name,
                    bytes: try archive.contents(of: entry),
                    isNamedDirectly: false
                )
                if !Unpacking.isClutter(contents) { entries.append(contents) }
            }
            files += entries
        } catch {
            report(error, file)
        }
    }

    private mutating func report(_ fault: ZipFault, _ file: SourceFile) {
        switch fault {
        case .damaged:
            report(.zipDamaged, file, "is cut short or damaged: make or copy the zip again")
        case .encrypted:
            report(.zipEncrypted, file, "is protected by a password: make the zip again without one")
        case .unsupported:
            report(.zipUnsupported, file, "is packed in a way that is not read: make the zip again with plain deflate")
        case .tooLarge:
            let most = "\(limits.zipEntries.grouped) files and \((limits.unpackedBytes >> 20).grouped) MiB"
            report(.zipBomb, file, "would unpack to more than \(most), or shrinks more than any table can")
        }
    }

    private mutating func report(_ rule: ExchangeRule, _ file: SourceFile, _ message: String) {
        problems.append(Problem(rule, file: file.name, "\(file.baseName) \(message)"))
    }

    /// What operating systems leave behind in folders and zips.
    private static func isClutter(_ file: SourceFile) -> Bool {
        guard !file.isNamedDirectly else { return false }
        let name = file.baseName
        return name.hasPrefix("._") || name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini"
    }
}
