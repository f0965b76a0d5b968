import Foundation
package import Linkage
package import Documents
import Exchange

/// The files a linking is written to.
package struct WriteLinkage: Sendable {
    package let clusters: String
    package let pairs: String?
    package let report: String?
    package let model: String?

    /// Throws where a path could not be written to, is named twice, or is one of the files that are read.
    package init(clusters: String, pairs: String?, report: String?, model: String?, reading files: [String]) throws {
        self.clusters = clusters
        self.pairs = pairs
        self.report = report
        self.model = model
        var places = Set(files.map(WriteLinkage.place))
        for path in [clusters, pairs, report, model].compactMap(\.self) {
            try WholeFiles.check(path)
            guard places.insert(WriteLinkage.place(path)).inserted || path.hasPrefix("/dev/") else {
                throw FileRefusal(
                    "\(path) is named twice, or is one of the files that are read. Give each output a name of its own."
                )
            }
        }
    }

    private static func place(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// Links the files and writes what comes of it: every file whole, or none.
    ///
    /// `imprint` gives what the page says of itself.
    package func run(
        _ files: LinkFiles,
        options: LinkageOptions,
        imprint: (LinkageReport) -> Imprint
    ) throws -> LinkageReport {
        let start = ContinuousClock.now
        let input = try files.read()
        guard !options.oneToOne || input.names.sources.count > 1 else {
            throw FileRefusal("--one-to-one takes records of at least two sources, and there is one.")
        }
        let linkage = try files.link(input, options: options)
        let report = LinkageReport(
            of: linkage,
            options: options,
            files: input.files.map { file in
                LinkageReport.File(
                    // Where it lies is no business of the page's readers.
                    name: file.name.split(separator: "/").last.map(String.init) ?? file.name,
                    records: file.records,
                    absent: file.absent,
                    unreadDates: file.unreadDates
                )
            },
            sources: input.sources,
            selfWeights: report == nil ? nil : try Linker.selfWeights(input.records, by: linkage.model),
            seconds: start.duration(to: .now) / .seconds(1)
        )
        try write(LinkageOutput(linkage, names: input.names), report, imprint(report))
        return report
    }

    private func write(_ output: LinkageOutput, _ summary: LinkageReport, _ imprint: Imprint) throws {
        let whole = WholeFiles()
        try whole.write(clusters) { try output.clusters($0) }
        if let pairs { try whole.write(pairs) { try output.pairs($0) } }
        if let report { try whole.write(report) { try $0(summary.page(imprint).bytes) } }
        if let model {
            let form = LinkageModelForm(path: model) ?? .yaml
            try whole.write(model) { try $0(form.bytes(summary.model)) }
        }
        try whole.finish()
    }
}
