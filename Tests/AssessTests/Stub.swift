import Testing
@Test func stubAssess() {}
