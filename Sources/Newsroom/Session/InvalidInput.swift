package import Newsletter
package import Text

/// A use case was given something that it can't work with, such as a draft that isn't an issue.
package struct InvalidInput: Error, CustomStringConvertible, PrintableTextConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
    package var printableText: PrintableText { faults.printableText }

    /// What some work gives, with faults of what it read thrown as invalid input.
    package static func told<Result>(_ work: () throws -> Result) throws -> Result {
        do throws(any Error) {
            return try work()
        } catch let faults as Diagnostics {
            throw InvalidInput(faults: faults)
        }
    }

    package init(faults: Diagnostics) {
        self.faults = faults
    }
}
