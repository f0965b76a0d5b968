import CLI
runCommandLine()
