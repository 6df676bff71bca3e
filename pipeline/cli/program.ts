/** The full command line: help, checks of arguments, and the commands, each loaded when it is called. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { exitCodes } from "../exit-codes.ts";
import { packageRoot } from "../package-root.ts";
import { compileOptions, type OptionName, type OptionSpec, type OptionValues, options, runOptions, several } from "./options.ts";

interface CommandSpec {
  readonly arguments: string;
  readonly summary: string;
  readonly description: string;
  readonly options: readonly OptionName[];
  readonly run: (given: readonly string[], values: OptionValues, rest: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, CommandSpec>> = {
  run: {
    arguments: "[input]",
    summary: "compile if needed and run",
    description:
      "Runs a project (.fsproj, or a folder that contains one; the current folder unless told), a script (.fsx) or an artifact (.fzb). Arguments after -- go to the program.\n" +
      "The exit code is the program's own; 134 after an unhandled exception, 75 when a limit was spent, 77 when a capability was not granted.",
    options: [...runOptions, ...compileOptions],
    run: async (given, values, rest) => (await import("./run.ts")).runCommand(given[0] ?? "", values, rest),
  },
  resume: {
    arguments: "<files...>",
    summary: "go on with a run that was stopped",
    description:
      "Goes on from a state that `run --snapshot FILE` kept: fusabi resume FILE ARTIFACT.fzb. The artifact must be the one that ran. Limits are given anew; --fuel counts from here.\n" +
      "With --snapshot the state is kept again when a limit or Ctrl-C stops the run; the same file may be named.",
    options: runOptions,
    run: async (given, values, rest) => (await import("./resume.ts")).resumeCommand(given[0] ?? "", given[1] ?? "", values, rest),
  },
  build: {
    arguments: "[inputs...]",
    summary: "compile projects to artifacts",
    description:
      "Compiles projects and scripts, each to one .fzb. An input is a file, a folder (the project in it, its one solution's, or every project below it; the current folder unless told), a solution (.sln, .slnx, .slnf) or a glob.\n" +
      "Projects that run tests on .NET are skipped where they are not named themselves. A failing project does not stop the others; the exit code is 1 if any failed. The paths of the artifacts are printed on stdout.",
    options: ["out-dir", "output", "exclude", ...compileOptions, "strip", "json", "message-format"],
    run: async (given, values) => (await import("./build.ts")).buildCommand(given, values),
  },
  check: {
    arguments: "[inputs...]",
    summary: "report diagnostics, write nothing",
    description: "Compiles as `build` does and reports every diagnostic, but writes no artifact.",
    options: ["exclude", ...compileOptions, "json", "message-format"],
    run: async (given, values) => (await import("./check.ts")).checkCommand(given, values),
  },
  verify: {
    arguments: "<artifacts...>",
    summary: "validate artifacts",
    description: "Reads and validates artifacts as a host does before it runs them. The exit code is 65 if one is not valid.",
    options: ["json", "message-format"],
    run: async (given, values) => (await import("./verify.ts")).verifyCommand(given, values),
  },
  inspect: {
    arguments: "<artifact>",
    summary: "show what an artifact contains",
    description: "Shows an artifact's name, entry, capabilities, imports, exports with their F# types, types and sizes.",
    options: ["json", "message-format"],
    run: async (given, values) => (await import("./inspect.ts")).inspectCommand(given[0] ?? "", values),
  },
  types: {
    arguments: "<input>",
    summary: "print TypeScript declarations for hosts",
    description: "Prints what a module exports and what its host must provide as a TypeScript declaration file. `build` writes it beside the artifact.",
    options: [...compileOptions, "message-format"],
    run: async (given, values) => (await import("./types.ts")).typesCommand(given[0] ?? "", values),
  },
  diff: {
    arguments: "<inputs...>",
    summary: "show what changes for hosts between two modules",
    description: "Compares capabilities, imports, exports and types of an older and a newer module: fusabi diff OLD NEW. Prints nothing where hosts see no difference.",
    options: [...compileOptions, "message-format"],
    run: async (given, values) => (await import("./diff.ts")).diffCommand(given, values),
  },
  disasm: {
    arguments: "<input>",
    summary: "print the bytecode as text",
    description: "Prints the instructions of an artifact, or of a project or script that is compiled first.",
    options: [...compileOptions, "message-format"],
    run: async (given, values) => (await import("./disasm.ts")).disasmCommand(given[0] ?? "", values),
  },
  watch: {
    arguments: "[input]",
    summary: "build again after every change",
    description: "Builds a project or script and again whenever one of its files changes; with --run the program is run each time.",
    options: ["out-dir", "output", ...compileOptions, "strip", "run", ...runOptions],
    run: async (given, values, rest) => (await import("./watch.ts")).watchCommand(given[0] ?? "", values, rest),
  },
};

const exitHelp = `
Exit codes:
  the program's own, or
  1    diagnostics with errors          73   cannot write
  64   wrong usage                      75   a limit was spent
  65   invalid artifact                 77   a capability was not granted
  66   no such input                    130  interrupted
  70   a bug in fusabi                  134  unhandled exception in the program
`;

/** Whoever read the output (`fusabi --help | head`) has gone: no reason to fail. */
const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EPIPE") throw error;
};

/** Parses `args` and runs the command they name. Resolves to the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  const separator = args.indexOf("--");
  const own = separator === -1 ? args : args.slice(0, separator);
  const rest = separator === -1 ? [] : args.slice(separator + 1);
  let code: number = exitCodes.success;
  const program = new Command("fusabi")
    .description("Compiles F# projects to verified bytecode artifacts (.fzb) and runs them.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help, of a command where one is named")
    .addHelpText("after", exitHelp)
    .showHelpAfterError(isInput(own[0]) ? `(fusabi run ${own[0]} runs it; --help shows the usage)` : "(--help shows the usage)")
    .exitOverride();
  for (const [name, spec] of Object.entries(commands)) {
    const command = program
      .command(`${name} ${spec.arguments}`)
      .summary(spec.summary)
      .description(spec.description)
      .helpOption("-h, --help", "print help")
      .allowExcessArguments(false)
      .exitOverride()
      .action(async (given: string | string[] | undefined, parsed: Record<string, unknown>) => {
        const inputs = [given ?? []].flat();
        code = await spec.run(inputs.length === 0 ? ["."] : inputs, valuesOf(spec.options, parsed), rest);
      });
    if (name === "run" || name === "watch")
      command.usage(`[options] ${spec.arguments} [-- args...]`).showHelpAfterError("(arguments of the program come after --; --help shows the usage)");
    for (const option of spec.options) command.addOption(optionOf(option));
  }
  try {
    await program.parseAsync(own, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
  }
  return code;
}

/** Whether somebody named what to run where a command is expected. */
const isInput = (word: string | undefined): boolean => /\.(fsproj|fsx|fzb)$/.test(word ?? "");

function optionOf(name: OptionName): Option {
  const spec: OptionSpec = options[name];
  const option = new Option(`${spec.short === undefined ? "" : `-${spec.short}, `}--${name}${spec.value === undefined ? "" : ` <${spec.value}>`}`, spec.doc);
  const { parse, expected, separator } = spec;
  if (separator !== undefined) return option.argParser((text: string, before: readonly string[] | undefined) => several(text, separator, before));
  if (parse === undefined) return option;
  return option.argParser((text: string) => {
    const value = parse(text);
    if (value === undefined) throw new InvalidArgumentError(`Expected ${expected}.`);
    return value;
  });
}

function valuesOf(names: readonly OptionName[], parsed: Readonly<Record<string, unknown>>): OptionValues {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    // Commander reads `--no-cache` as the option `cache` set to false.
    const value = name.startsWith("no-") ? (parsed[name.slice(3)] === false ? true : undefined) : parsed[name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    if (value !== undefined) values[name] = value;
  }
  return values as OptionValues;
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(path.join(packageRoot(), "package.json"), "utf8")) as { version: string }).version;
}
