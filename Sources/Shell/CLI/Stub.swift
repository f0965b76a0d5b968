import ArgumentParser
package func runCommandLine() {}
