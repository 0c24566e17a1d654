/// Package registries, on which names may be spelt in several ways.
enum PackageIdentities {
    static func unify(_ parts: inout AddressParts) {
        switch parts.host {
        case "crates.io":
            if parts.segments.count > 1, parts.segments[0] == "crates" { fold(&parts.segments[1]) }
        case "pypi.org":
            if parts.segments.count > 1, parts.segments[0] == "project" { fold(&parts.segments[1]) }
        default:
            // `docs.rs/NAME/latest/NAME` is where `docs.rs/NAME` redirects to.
            guard parts.segments.count > 1, ["latest", "*"].contains(parts.segments[1]) else { return }
            let name = parts.segments[0].replacing("-", with: "_")
            if parts.segments.count == 2 || parts.segments.count == 3 && parts.segments[2] == name {
                parts.segments.removeSubrange(1...)
            }
        }
    }

    private static func fold(_ name: inout String) {
        name = name.lowercased().replacing("_", with: "-")
    }
}
