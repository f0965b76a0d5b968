enum IdentifyStub {}
