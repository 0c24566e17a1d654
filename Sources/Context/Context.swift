/// The outside world as values: what a stage may do beyond computing stands here and nowhere else.
package struct Context: Sendable {
    package var files: Files
    package var clock: Clock

    package init(files: Files, clock: Clock) {
        (self.files, self.clock) = (files, clock)
    }
}
