package import Newsletter

/// The error if a folder couldn't be listed, so that its content is unknown; includes all other faults of the input.
package struct UnreadableInput: Error, CustomStringConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
}
