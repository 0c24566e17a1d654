internal import Newsletter

/// The faults of one settings file, gathered so that one run reports them all.
final class SettingsFaults {
    let file: String
    private var found: [(diagnostic: Diagnostic, path: String)] = []
    /// The paths of all keys that were read, for a test that compares them with the declared ones.
    private(set) var keysRead: Set<String> = []
    private let recordsKeys: Bool

    init(file: String, recordsKeys: Bool = false) {
        self.file = file
        self.recordsKeys = recordsKeys
    }

    var isEmpty: Bool { found.isEmpty }

    /// In the order of the file.
    var all: [Diagnostic] {
        found.map(\.diagnostic).enumerated().sorted { left, right in
            Self.order(left) < Self.order(right)
        }.map(\.element)
    }

    func add(_ summary: String, remedy: String, path: String, at location: SourceLocation) {
        found.append((Diagnostic(summary, remedy: remedy, file: file, at: location), path))
    }

    /// Whether the value at a path, or one below it, is already faulty, so that further faults would only confuse.
    func concern(_ path: String) -> Bool {
        found.contains { $0.path == path || $0.path.hasPrefix(path + ".") || $0.path.hasPrefix(path + "[") }
    }

    func record(_ key: @autoclosure () -> String) {
        if recordsKeys { keysRead.insert(key()) }
    }

    private static func order(_ fault: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
        (fault.element.location?.line ?? 0, fault.element.location?.column ?? 0, fault.offset)
    }
}
