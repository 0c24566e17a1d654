internal import Archive
internal import Newsletter
internal import Synchronization

/// What earlier issues held, made ready for comparing and kept: many issues are judged against the same few.
final class History: Sendable {
    /// An entry of a section of links.
    struct Title: Sendable {
        var record: LinkRecord
        var words: TitleWords
    }

    private let archive: ArchiveIndex
    private let titles: Mutex<[Int: [Title]]>

    init(_ archive: ArchiveIndex) {
        self.archive = archive
        titles = Mutex([:])
    }

    /// The entries of an issue's sections of links.
    func titles(of issue: Int) -> [Title] {
        if let known = titles.withLock({ $0[issue] }) { return known }
        let made = archive.records(of: issue).filter { $0.kind == .links }
            .map { Title(record: $0, words: TitleWords($0.title)) }
        titles.withLock { $0[issue] = made }
        return made
    }
}
