enum DefinitionsStub {}
