internal import Check
package import Newsletter

/// The checks that there are.
package enum CheckCatalog {
    package static var names: [String] { CheckNames.all }

    /// A sentence without full stop, and what to do; nil for a name that a check has.
    package static func fault(of name: String) -> (summary: String, remedy: String)? { CheckNames.fault(of: name) }

    /// Whether a check needs links to be requested.
    package static func needsWeb(_ name: String) -> Bool { CheckNames.needsWeb(name) }

    /// A check's page.
    ///
    /// - Throws: a ``Diagnostic`` where there is no such check.
    package static func page(of name: String) throws(Diagnostic) -> String {
        if let fault = CheckNames.fault(of: name) { throw Diagnostic(fault.summary, remedy: fault.remedy) }
        return CheckNames.page(of: name) ?? ""
    }

    /// The first paragraph of a check's page.
    package static func summary(of name: String) -> Substring {
        CheckNames.page(of: name)?.split(separator: "\n\n", maxSplits: 1).first ?? ""
    }
}
