package import Identify

/// From a partner's files to the rows of a feed: the one way in for every extract.
package enum FeedFiles {
    /// Reads the files of one extract under the feed's agreement and mapping; never stops at the first problem.
    ///
    /// Columns of fields that the agreement does not permit are never looked at. Zips are opened here; `progress` is
    /// told now and then how far the reading has come. There are rows only where nothing blocks the extract.
    package static func read(
        _ files: [SourceFile],
        for feed: Feed,
        limits: CheckLimits = CheckLimits(),
        progress: (CheckProgress) -> Void = { _ in }
    ) -> FeedReading {
        let unpacked = Unpacking(files, limits: limits)
        var maker = FeedRowMaker(feed, limits: limits)
        maker.note(unpacked.problems)
        if unpacked.files.isEmpty, unpacked.problems.isEmpty {
            maker.note([Problem(.nothingRecognised, file: "", table: feed.id, "there is no file of the extract")])
        }
        var meter = ByteMeter(unpacked.files)
        if feed.mapping.format == .schoolCensus {
            SchoolCensus.read(unpacked.files, into: &maker)
        } else {
            for file in unpacked.files {
                read(file, into: &maker) { progress(meter.at($0, of: file)) }
                meter.finish(file)
            }
        }
        return maker.finish()
    }

    private static func read(_ file: SourceFile, into maker: inout FeedRowMaker, progress: (Int) -> Void) {
        let mapping = maker.feed.mapping
        guard let text = FeedText.decode(file, mapping.encoding, into: &maker) else { return }
        switch mapping.format {
        case .csv: MappedCSV.read(text, mapping, into: &maker, progress: progress)
        case .savvi: SAVVI.read(text, into: &maker, progress: progress)
        case .cin: CINCensus.read(text, into: &maker)
        case .ssda903: ReturnHeader.read(text, into: &maker, progress: progress)
        case .schoolCensus: SchoolCensus.read([file], into: &maker)
        }
    }
}

/// Adds up how much of the files has been read.
private struct ByteMeter {
    private let total: Int
    private var done = 0

    init(_ files: [SourceFile]) {
        total = files.reduce(0) { $0 + $1.bytes.count }
    }

    func at(_ position: Int, of file: SourceFile) -> CheckProgress {
        CheckProgress(file: file.name, bytesDone: min(total, done + position), bytesTotal: total)
    }

    mutating func finish(_ file: SourceFile) {
        done += file.bytes.count
    }
}
