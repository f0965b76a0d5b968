import Hummingbird
enum W { static let n = PackageResources.app_css.count }
