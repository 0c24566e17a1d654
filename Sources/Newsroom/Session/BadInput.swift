package import Newsletter
package import Text

/// A command was given something that it cannot work with, such as a draft that is no issue: unlike findings, which are
/// what a check is there for, that ends it with exit 2.
package struct BadInput: Error, CustomStringConvertible, PrintableTextConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
    package var printableText: PrintableText { faults.printableText }

    /// What some work gives, with faults of what it read told as bad input.
    package static func told<Result>(_ work: () throws -> Result) throws -> Result {
        do throws(any Error) {
            return try work()
        } catch let faults as Diagnostics {
            throw BadInput(faults: faults)
        }
    }

    package init(faults: Diagnostics) {
        self.faults = faults
    }
}
