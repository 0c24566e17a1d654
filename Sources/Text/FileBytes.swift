/// A file's bytes, in memory or mapped; only the accessed parts of a mapped file are read.
///
/// `@unchecked` because pointers aren't `Sendable`: the memory is written before the value is created, and never
/// afterwards.
package final class FileBytes: @unchecked Sendable {
    /// The bytes. They are valid as long as this object, so use ``withBytes(_:)``, or extend its lifetime.
    package let memory: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// - Parameters:
    ///   - memory: must not change until it is released.
    ///   - release: called once, when the bytes are no longer needed.
    package init(_ memory: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
        self.memory = memory
        self.release = release
    }

    package convenience init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        self.init(UnsafeRawBufferPointer(copy)) { $0.deallocate() }
    }

    deinit { release(memory) }

    package var count: Int { memory.count }

    /// - Parameter body: must not let the pointer escape.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(memory) }
    }
}
