internal import CSystemCalls
internal import Context
package import Text

/// The code that this process runs.
package enum LoadedCode {
    /// Of the build IDs of the program and of its libraries, which linkers compute from the contents; nil where there are
    /// none.
    ///
    /// Size and time of a program's file don't suffice: packages set all times to the same moment, and a small change
    /// often leaves the size as it was.
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
