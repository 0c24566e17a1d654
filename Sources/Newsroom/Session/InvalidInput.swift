package import Newsletter
package import Text

/// The error if the input of a use case is invalid, such as a draft that isn't an issue.
package struct InvalidInput: Error, CustomStringConvertible, PrintableTextConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
    package var printableText: PrintableText { faults.printableText }

    /// The result of some work; ``Diagnostics`` that it throws become invalid input.
    package static func reported<Result>(_ work: () throws -> Result) throws -> Result {
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
