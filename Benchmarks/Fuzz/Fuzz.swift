internal import Foundation
internal import Synchronization

// libFuzzer calls the target that FUZZ_TARGET names with one changed input after another. Crashes and hangs are failures,
// and whatever a target checks itself. scripts/fuzz builds and runs it.

/// A part of the program that reads what others wrote.
protocol FuzzTarget: Sendable {
    init() async
    /// Stops the program where the part doesn't keep its promises.
    func test(_ bytes: [UInt8])
}

@main
struct Fuzz {
    private static let targets: [String: any FuzzTarget.Type] = [
        "checks": FuzzChecks.self, "merge": FuzzMerge.self, "settings": FuzzSettings.self, "feeds": FuzzFeeds.self,
        "calendars": FuzzCalendars.self, "json-ld": FuzzLinkedData.self, "lines": FuzzLines.self,
    ]

    static func main() async {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        guard let found = targets[name] else {
            print("FUZZ_TARGET must be one of \(targets.keys.sorted().joined(separator: ", ")).")
            exit(64)
        }
        let made = await found.init()
        target.withLock { $0 = made }
        var (count, arguments) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        runFuzzer(&count, &arguments) { start, size in
            let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
            target.withLock { $0?.test(bytes) }
            return 0
        }
    }
}

/// libFuzzer's callback carries no context.
private let target = Mutex<(any FuzzTarget)?>(nil)

@_silgen_name("LLVMFuzzerRunDriver")
@discardableResult
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
