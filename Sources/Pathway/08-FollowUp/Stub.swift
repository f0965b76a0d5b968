enum FollowUpStub {}
