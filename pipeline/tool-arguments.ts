/** The command lines of the tools that only developers run. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { exitCodes } from "./exit-codes.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/** What was given, or what to say instead of running: how the tool is called, before it what is wrong where something is. */
export type ToolArguments<T extends Options> = (Parsed<T> & { readonly said?: undefined }) | { readonly said: string; readonly exitCode: number };

export function readToolArguments<const T extends Options>(args: readonly string[], usage: string, options: T, least = 0): ToolArguments<T> {
  if (args.includes("--help")) return { said: usage, exitCode: exitCodes.success };
  const wrong = (reason: string): ToolArguments<T> => ({ said: `${reason}\n${usage}`, exitCode: exitCodes.usage });
  try {
    const parsed = parseArgs({ args: [...args], allowPositionals: true, options }) as Parsed<T>;
    return parsed.positionals.length < least ? wrong("something is missing") : parsed;
  } catch (error) {
    // parseArgs says so of what it does not know; anything else is a mistake of the tool's.
    if (!(error instanceof TypeError) || !("code" in error)) throw error;
    return wrong(error.message);
  }
}

/** The process's own; where there is something to say instead, the process ends with it. `least` is how many arguments without a flag the tool needs. */
export function toolArguments<const T extends Options>(usage: string, options: T, least = 0): Parsed<T> {
  const read = readToolArguments(process.argv.slice(2), usage, options, least);
  if (read.said === undefined) return read;
  (read.exitCode === exitCodes.success ? process.stdout : process.stderr).write(`${read.said}\n`);
  process.exit(read.exitCode);
}

/** Counts among the arguments without a flag, each with what it is where it is not given. */
export function countsOf(positionals: readonly string[], defaults: readonly number[]): number[] {
  const counts = defaults.map((usual, at) => Number(positionals[at] ?? usual));
  const wrong = counts.findIndex((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong < 0) return counts;
  process.stderr.write(`${positionals[wrong]} is no whole number\n`);
  process.exit(exitCodes.usage);
}
