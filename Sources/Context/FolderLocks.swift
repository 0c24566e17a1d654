/// Locks that keep other runs of the program out of a folder.
package struct FolderLocks: Sendable {
    /// Takes a folder's lock, waiting for other processes up to a number of milliseconds; a missing folder is created.
    ///
    /// - Throws: ``FolderBusy``, ``FileError``.
    package var take: @Sendable (_ folder: String, _ patience: Int) throws -> HeldLock

    package init(take: @escaping @Sendable (_ folder: String, _ patience: Int) throws -> HeldLock) {
        self.take = take
    }

    /// Locks nothing, for programs that run alone.
    package static let none = FolderLocks { _, _ in HeldLock(()) }
}

/// A lock that is held until the last copy of this value is destroyed.
package struct HeldLock: Sendable {
    private let holder: any Sendable

    package init(_ holder: any Sendable) {
        self.holder = holder
    }
}

/// Another process is working in the folder.
package struct FolderBusy: Error, Hashable, Sendable {
    package var folder: String

    package init(folder: String) {
        self.folder = folder
    }
}
