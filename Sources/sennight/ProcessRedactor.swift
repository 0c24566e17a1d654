internal import Context

extension Redactor {
    /// The secrets of this process. Everything that it prints, or writes for others, passes through here.
    static let process = Redactor()
}
