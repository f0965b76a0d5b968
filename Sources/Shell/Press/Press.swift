package import Documents
import Foundation

/// Makes files of documents that need something beside the program: spreadsheets and PDF.
package enum Press {
    /// Why a file was not made, in words for whoever asked for it.
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package let description: String

        init(_ words: String) {
            description = words
        }
    }

    /// The bytes of a document.
    ///
    /// - Throws: `Refusal` where no browser is installed to print with, printing takes too long, or there is no room.
    package static func bytes(of document: Document) throws -> [UInt8] {
        switch document {
        case .finished(let bytes): bytes
        case .workbook(let workbook): try WorkbookFile.bytes(of: workbook)
        case .sheets(let page): try PrintedPage.bytes(of: page)
        }
    }

    /// Whether a page can be printed as PDF here.
    package static var canPrint: Bool { PrintedPage.browser != nil }

    /// What a file is made in: a folder that only this account can open, taken away afterwards.
    static func inFolder<Made>(_ make: (URL) throws -> Made) throws -> Made {
        let folder = FileManager.default.temporaryDirectory.appending(path: "homeward-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Refusal("There is no room for temporary files, so the file could not be made.")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        return try make(folder)
    }
}
