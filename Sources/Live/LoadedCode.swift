internal import CSystemCalls
internal import Context
package import Text

/// The code that this process runs.
package enum LoadedCode {
    /// A fingerprint of the build IDs of the program and its libraries, which linkers compute from the contents; nil if
    /// there are none.
    ///
    /// The size and time of the program's file aren't sufficient: packages set all times to the same value, and a small
    /// change often doesn't change the size.
    package static var fingerprint: Fingerprint? {
        #if os(Linux)
            // A build ID has 20 bytes, and the program loads about ten libraries.
            let ids = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
                count = copy_build_ids(buffer.baseAddress, buffer.count)
            }
            return ids.isEmpty ? nil : Fingerprint(of: ids)
        #else
            return nil
        #endif
    }
}
