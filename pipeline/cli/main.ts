#!/usr/bin/env node
/**
 * The `fusabi` command. `run FILE.fzb` loads only the machine: nothing here imports the compiler or the full command line before it is needed.
 */
import { setFlagsFromString } from "node:v8";
import { exitCodes } from "../exit-codes.ts";
import { parsePlainRun, respell } from "./options.ts";
import { openRunner } from "./runner.ts";

async function main(args: readonly string[]): Promise<number> {
  const plain = args[0] === "run" ? parsePlainRun(args.slice(1)) : undefined;
  if (plain !== undefined) {
    const runner = openRunner();
    if (runner?.warm) optimiseLater();
    const { runArtifactCommand } = runner?.exports ?? (await import("./run-artifact.ts"));
    const exitCode = await runArtifactCommand(plain.input, plain.values, plain.args);
    runner?.keepCode();
    return exitCode;
  }
  const { runCommandLine } = await import("./program.ts");
  return runCommandLine(args);
}

/**
 * V8 looks whether to optimise a function whenever it has run so many bytes of its bytecode: eight times as many as by default. A dispatch of the interpreter's loop
 * counts as its whole length, so that a few hundred instructions had V8 optimise it, and the process wait for that at its end, longer than most programs run. Code that was
 * made under other flags is rejected, the host's own too: so this comes after all is loaded, and in no run that keeps its code.
 */
function optimiseLater(): void {
  setFlagsFromString("--interrupt-budget=540672");
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
