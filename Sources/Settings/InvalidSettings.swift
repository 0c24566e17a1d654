package import Context
package import Newsletter
package import Text

/// Faults in `sennight.yaml`. Unlike faults in issues, faults in the settings keep every command from working.
package struct InvalidSettings: Error, CustomStringConvertible, PrintableTextConvertible {
    package let faults: Diagnostics

    package init(faults: Diagnostics) {
        self.faults = faults
    }

    package var description: String { faults.description }
    package var printableText: PrintableText { faults.printableText }
}

extension PublicationLocation {
    /// The publication that the settings describe.
    ///
    /// - Throws: ``InvalidSettings``; a ``Diagnostic`` if the settings can't be read.
    package func open(_ files: Files) throws -> (publication: Publication, source: Fingerprint) {
        do throws(any Error) {
            return try read(files)
        } catch let faults as Diagnostics {
            throw InvalidSettings(faults: faults)
        }
    }
}
