/// The definition files the binary carries: one line a file, by its path below `Definitions`.
package enum Shipped {
    package static let files: [(name: String, bytes: [UInt8])] = [
        ("instruments/distance-travelled.yml", PackageResources.distance_travelled_yml),
        ("instruments/fft-com.yml", PackageResources.fft_com_yml),
        ("instruments/mst-satisfaction.yml", PackageResources.mst_satisfaction_yml),
        ("instruments/sdq.yml", PackageResources.sdq_yml),
        ("instruments/tam-r.yml", PackageResources.tam_r_yml),
    ]
}
