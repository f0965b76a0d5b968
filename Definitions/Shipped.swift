/// The definition files the binary carries: one line a file, by its path below `Definitions`.
package enum Shipped {
    package static let files: [(name: String, bytes: [UInt8])] = [
        ("criteria/supporting-families-2022.yml", PackageResources.supporting_families_2022_yml),
        ("criteria/troubled-families-2012.yml", PackageResources.troubled_families_2012_yml),
        ("criteria/troubled-families-2015.yml", PackageResources.troubled_families_2015_yml),
        ("feeds/asb.yml", PackageResources.asb_yml),
        ("feeds/dwp.yml", PackageResources.dwp_yml),
        ("feeds/housing.yml", PackageResources.housing_yml),
        ("feeds/school.yml", PackageResources.school_yml),
        ("feeds/social_care.yml", PackageResources.social_care_yml),
        ("feeds/youth_offending.yml", PackageResources.youth_offending_yml),
        ("instruments/distance-travelled.yml", PackageResources.distance_travelled_yml),
        ("instruments/fft-com.yml", PackageResources.fft_com_yml),
        ("instruments/mst-satisfaction.yml", PackageResources.mst_satisfaction_yml),
        ("instruments/sdq.yml", PackageResources.sdq_yml),
        ("instruments/tam-r.yml", PackageResources.tam_r_yml),
        ("linkage/fake_1000.yml", PackageResources.fake_1000_yml),
        ("linkage/febrl-without-number.yml", PackageResources.febrl_without_number_yml),
        ("linkage/febrl.yml", PackageResources.febrl_yml),
        ("linkage/uk-multi-agency.yml", PackageResources.uk_multi_agency_yml),
        ("programmes/fft-cw.yml", PackageResources.fft_cw_yml),
        ("programmes/fft.yml", PackageResources.fft_yml),
        ("programmes/mst-can.yml", PackageResources.mst_can_yml),
        ("programmes/mst-fit.yml", PackageResources.mst_fit_yml),
        ("programmes/mst.yml", PackageResources.mst_yml),
        ("programmes/priority-families.yml", PackageResources.priority_families_yml),
    ]
}
