package enum Shipped { package static let n = PackageResources.x_codes_yml.count }
