import Context
import Foundation
import Live
import Synchronization

/// A reader who requests all pages of a deployed site again and again, with what each page needs, while it is deployed.
final class ReaderLoop: Sendable {
    private struct State {
        var faults: Set<String> = []
        var rounds = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)
    private let folder: String

    /// - Parameter folder: what a web server would serve.
    init(folder: String, pages: Int) {
        self.folder = folder
        Thread.detachNewThread { [self] in
            while !state.withLock({ $0.isStopped }) {
                for page in 0..<pages { request("\(page)/index.html") }
                requestFeed()
                state.withLock { $0.rounds += 1 }
            }
            ended.signal()
        }
    }

    /// Ends the loop after at least one more round.
    ///
    /// - Returns: what a reader must not see.
    func stop() -> (faults: [String], rounds: Int) {
        let rounds = state.withLock { $0.rounds }
        while state.withLock({ $0.rounds }) < rounds + 2 { usleep(1000) }
        state.withLock { $0.isStopped = true }
        ended.wait()
        return state.withLock { ($0.faults.sorted(), $0.rounds) }
    }

    private func request(_ path: String) {
        guard let page = text(path), let version = page.split(separator: " ").last else { return note("404: \(path)") }
        let asset = page.split(separator: "\"").dropFirst().first.map { String($0.dropFirst()) } ?? ""
        guard let style = text(asset) else { return note("404: \(asset) of version \(version)") }
        if !style.contains("version \(version) ") { note("\(path) of version \(version) has \(style)") }
    }

    private func requestFeed() {
        guard let feed = text("rss.xml") else { return note("404: rss.xml") }
        let versions = feed.split { " <>".utf8.contains($0.asciiValue ?? 0) }.filter { $0.allSatisfy(\.isNumber) }
        if versions.count != 2 || versions.first != versions.last || !feed.hasSuffix("</rss>") { note("broken feed") }
    }

    private func text(_ path: String) -> String? {
        // A missing file is what the test looks for.
        (try? Files.live.read("\(folder)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
    }

    private func note(_ fault: String) { state.withLock { _ = $0.faults.insert(fault) } }
}
