package import Newsletter

extension FrontMatterDecoder {
    /// Reads YAML and TOML.
    package static let standard = FrontMatterDecoder {
        (text, form) throws(FrontMatterDecoder.Fault) -> [FrontMatterDecoder.Field] in
        switch form {
        case .yaml: try YAMLFrontMatter.fields(text)
        case .toml: try TOMLFrontMatter.fields(text)
        }
    }
}
