import Testing
@testable import Demonstration

@Suite struct GeneratorTests {
    /// The first numbers from seed 0, as published with SplitMix64.
    @Test func givesThePublishedNumbers() {
        var numbers = SeededGenerator(state: 0)
        #expect(numbers.next() == 0xE220_A839_7B1D_CDAF)
        #expect(numbers.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(numbers.next() == 0x06C4_5D18_8009_454F)
    }
}
