import Testing
@Test func stubFollowUp() {}
