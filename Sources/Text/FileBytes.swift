/// A file's bytes as they were, wherever they lie: of a mapped file only what is looked at is ever read.
///
/// Unchecked, for pointers know no sharing: the memory is written before the value is made, and never again.
package final class FileBytes: @unchecked Sendable {
    private let memory: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// - Parameters:
    ///   - memory: stays as it is until it is released.
    ///   - release: is called once, when nobody needs the bytes any more.
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

    /// - Parameter body: must not let the pointer out.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(memory) }
    }
}
