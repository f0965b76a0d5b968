import CLI

await runCommandLine()
