package import Newsletter

/// A folder couldn't be listed, so its content is unknown; includes everything else that is wrong with the input.
package struct UnreadableInput: Error, CustomStringConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
}
