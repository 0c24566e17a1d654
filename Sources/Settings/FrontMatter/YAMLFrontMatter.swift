internal import Newsletter
internal import Yams

/// Reads the front matter of an issue as YAML.
enum YAMLFrontMatter {
    static func fields(_ text: String) throws(FrontMatterDecoder.Fault) -> [FrontMatterDecoder.Field] {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { return [] }
            guard case .mapping(let mapping) = node else {
                throw FrontMatterDecoder.Fault("it isn't a mapping of keys to values", line: 1)
            }
            var fields: [FrontMatterDecoder.Field] = []
            add(mapping, after: "", depth: 0, to: &fields)
            return fields
        } catch let fault as FrontMatterDecoder.Fault {
            throw fault
        } catch let error as YamlError {
            throw fault(of: error)
        } catch {
            throw FrontMatterDecoder.Fault("it isn't valid YAML", line: 1)
        }
    }

    /// Deeper mappings, and more values than an issue has, are left out.
    private static let deepest = 3
    private static let most = 1000

    private static func add(
        _ mapping: Node.Mapping, after prefix: String, depth: Int, to fields: inout [FrontMatterDecoder.Field]
    ) {
        for (key, value) in mapping {
            guard fields.count < most, let name = key.scalar?.string else { continue }
            let line = key.mark?.line ?? 1
            switch value {
            case .scalar(let scalar):
                // YAML's null, as in `slug: ~`, is no value.
                let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
                fields.append(.init(key: prefix + name, values: [isNull ? "" : scalar.string], line: line))
            case .sequence(let items):
                let values = items.prefix(most).compactMap { $0.scalar?.string }
                fields.append(.init(key: prefix + name, values: values, line: line))
            case .mapping(let inner) where depth < deepest:
                add(inner, after: prefix + name + ".", depth: depth + 1, to: &fields)
            default: continue
            }
        }
    }

    private static func fault(of error: YamlError) -> FrontMatterDecoder.Fault {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            FrontMatterDecoder.Fault(problem, line: mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            FrontMatterDecoder.Fault(
                "a key is written twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))",
                line: context.mark.line)
        default: FrontMatterDecoder.Fault("it isn't valid YAML", line: 1)
        }
    }
}
