package import Context
package import Newsletter
package import Text

/// What is wrong in `sennight.yaml`: unlike faults in issues, it keeps every command from its work.
package struct InvalidSettings: Error, CustomStringConvertible, PrintableTextConvertible {
    package let faults: Diagnostics

    package init(faults: Diagnostics) {
        self.faults = faults
    }

    package var description: String { faults.description }
    package var printableText: PrintableText { faults.printableText }
}

extension PublicationLocation {
    /// The publication, as ``read(_:)`` returns it.
    ///
    /// - Throws: ``InvalidSettings``, a ``Diagnostic`` where the settings can't be read.
    package func open(_ files: Files) throws -> (publication: Publication, source: Fingerprint) {
        do throws(any Error) {
            return try read(files)
        } catch let faults as Diagnostics {
            throw InvalidSettings(faults: faults)
        }
    }
}
