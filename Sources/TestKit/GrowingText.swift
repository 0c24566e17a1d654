internal import Foundation
internal import Synchronization

/// A program's output while it is being printed.
final class GrowingText: Sendable {
    private struct State {
        var text = ""
        /// The offset of the text that hasn't been waited for yet.
        var start = 0
        var isComplete = false
    }

    private let state = Mutex(State())
    private let isChanged = DispatchSemaphore(value: 0)

    var text: String { state.withLock(\.text) }

    func append(_ text: String) {
        state.withLock { $0.text += text }
        isChanged.signal()
    }

    /// Marks the end of the output.
    func finish() {
        state.withLock { $0.isComplete = true }
        isChanged.signal()
    }

    /// Waits until a text appears after what was waited for before; returns false if the program ends without it.
    ///
    /// - Parameter seconds: the limit for a program that hangs.
    func waits(for wanted: String, seconds: Int = 600) -> Bool {
        while true {
            let (isFound, isComplete) = state.withLock { state in
                let unread = state.text.utf8.dropFirst(state.start)
                guard let range = Substring(unread).firstRange(of: wanted) else { return (false, state.isComplete) }
                state.start = state.text.utf8.distance(from: state.text.startIndex, to: range.upperBound)
                return (true, state.isComplete)
            }
            if isFound || isComplete { return isFound }
            if isChanged.wait(timeout: .now() + .seconds(seconds)) == .timedOut { return false }
        }
    }
}
