package import Context
internal import Newsletter
internal import Text

/// A page for each year, with its issues.
package struct YearPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let years = site.years
        return years.indices.map { index in
            let (year, summaries) = years[index]
            let neighbours = [index + 1, index - 1].map { years.indices.contains($0) ? years[$0].year : nil }
            let path = site.address.path(of: .year(year))
            let parts =
                summaries.map { Fingerprint.Part.fingerprint($0.listing) } + neighbours.map { .number($0 ?? 0) }
            return site.page("year", at: path, dependingOn: parts) { site in
                var context = site.head(title: String(year), path: path, current: "archive")
                context["year"] = .text(String(year))
                context["issue_list"] = .html(site.list(summaries))
                context["older_year"] = neighbours[0].map { .object(link(to: $0, on: site)) }
                context["newer_year"] = neighbours[1].map { .object(link(to: $0, on: site)) }
                return context
            }
        }
    }

    private func link(to year: Int, on site: Site) -> TemplateContext {
        ["name": .text(String(year)), "href": .text(site.address.href(.year(year)))]
    }
}
