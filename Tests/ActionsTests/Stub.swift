import Testing
@Test func stubActions() {}
