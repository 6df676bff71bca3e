#!/usr/bin/env node
/**
 * The `fusabi` command. `run FILE.fzb` loads only the machine: nothing here imports the compiler or the full command line before it is needed.
 */
import { exitCodes } from "../exit-codes.ts";
import { parsePlainRun, respell } from "./options.ts";
import { openRunner } from "./runner.ts";

async function main(args: readonly string[]): Promise<number> {
  const plain = args[0] === "run" ? parsePlainRun(args.slice(1)) : undefined;
  if (plain !== undefined) {
    const runner = openRunner();
    const { runArtifactCommand } = runner?.exports ?? (await import("./run-artifact.ts"));
    const exitCode = await runArtifactCommand(plain.input, plain.values, plain.args);
    runner?.keepCode();
    return exitCode;
  }
  const { runCommandLine } = await import("./program.ts");
  return runCommandLine(args);
}

main(respell(process.argv.slice(2))).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`fusabi: internal error; please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCodes.internal;
  },
);
