#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension WebClock {
    /// The machine's clock and chance.
    package static let live = WebClock(
        now: { Int(time(nil)) },
        sleep: { seconds in try? await Task.sleep(for: .seconds(seconds)) },
        random: { Double.random(in: 0..<1) })
}
