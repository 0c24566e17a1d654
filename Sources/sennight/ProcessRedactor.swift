internal import Context

extension Redactor {
    /// The secrets of this process. Everything that the process prints, or writes for other people, is searched for
    /// these secrets.
    static let process = Redactor()
}
