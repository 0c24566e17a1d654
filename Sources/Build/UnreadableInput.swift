package import Newsletter

/// A folder can't be listed, so that nobody knows what is in it; with everything else that is wrong with the input.
package struct UnreadableInput: Error, CustomStringConvertible {
    package let faults: Diagnostics

    package var description: String { faults.description }
}
