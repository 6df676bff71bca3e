/** Every option of every command, once: the fast path of `run` and the full command line read the same table. */

export interface OptionSpec {
  readonly short?: string;
  /** Name of the value in the help text; a switch where there is none. */
  readonly value?: string;
  /** May be given again, or with several values that this stands between. */
  readonly separator?: string;
  /** The value where none is given; one that is given stands behind `=`. */
  readonly all?: string;
  readonly doc: string;
  readonly parse?: (text: string) => unknown;
  /** What `parse` wants, where it gives undefined. */
  readonly expected?: string;
}

const define = <const T extends Record<string, OptionSpec>>(table: T): T => table;

const choice =
  <const T extends readonly string[]>(...names: T) =>
  (text: string): T[number] | undefined =>
    names.find((name) => name === text);

const configurations: Readonly<Record<string, "Debug" | "Release">> = { debug: "Debug", release: "Release" };

export const options = define({
  fuel: { value: "N", doc: "stop after N units of fuel", parse: parseCount, expected: "a whole number" },
  "max-memory": { value: "BYTES", doc: "limit of live memory; suffixes K, M, G", parse: parseBytes, expected: "a number of bytes, for instance 64M" },
  "max-depth": { value: "N", doc: "limit of nested calls", parse: parseCount, expected: "a whole number" },
  "max-output": { value: "BYTES", doc: "limit of what is printed", parse: parseBytes, expected: "a number of bytes, for instance 64M" },
  "max-allocations": { value: "BYTES", doc: "limit of what is allocated over the whole run", parse: parseBytes, expected: "a number of bytes, for instance 4G" },
  "max-string": { value: "N", doc: "limit of one string's UTF-16 units", parse: parseCount, expected: "a whole number" },
  "max-array": { value: "N", doc: "limit of one array's elements", parse: parseCount, expected: "a whole number" },
  "max-map": { value: "N", doc: "limit of one dictionary's or set's entries", parse: parseCount, expected: "a whole number" },
  "max-bigint": { value: "N", doc: "limit of one big integer's bits", parse: parseCount, expected: "a whole number" },
  "max-pending": { value: "N", doc: "limit of host calls that are open at once", parse: parseCount, expected: "a whole number" },
  timeout: { value: "SECONDS", doc: "stop after so many seconds", parse: parseSeconds, expected: "a number of seconds, for instance 1.5" },
  snapshot: { value: "FILE", doc: "keep the state of a run that a limit or Ctrl-C stops, for `fusabi resume`" },
  tier: {
    value: "TIER",
    doc: "auto (the default: hot functions are compiled for the host), jit (all are) or interpreter (none is)",
    parse: choice("interpreter", "jit", "auto"),
    expected: "interpreter, jit or auto",
  },
  stats: { doc: "print one JSON line about the run on stderr" },
  "allow-clock": { doc: "grant the capability `clock`: the time" },
  "allow-env": { value: "NAME", all: "*", separator: ",", doc: "grant the capability `env`: reading environment variables, those that are named or all" },
  "allow-net": { value: "HOST", all: "*", separator: ",", doc: "grant the capability `net`: requests to hosts (`name` or `name:port`), those that are named or all" },
  "allow-random": { doc: "grant the capability `random`" },
  "allow-read": { value: "PATH", all: "*", separator: ",", doc: "grant the capability `read`: files below folders, those that are named or all" },
  "out-dir": { short: "o", value: "FOLDER", doc: "folder for artifacts (default: bin/<configuration> beside the project)" },
  output: { value: "FILE", doc: "file for the one artifact" },
  exclude: { value: "NAME", separator: ",", doc: "leave projects of a solution, folder or glob out, by name or by path with `*` for anything; repeatable" },
  configuration: { short: "c", value: "NAME", doc: "Debug or Release", parse: (text) => configurations[text.toLowerCase()], expected: "Debug or Release" },
  release: { doc: "the same as -c Release" },
  define: { value: "SYMBOL", separator: ";", doc: "define a conditional compilation symbol; repeatable" },
  "no-cache": { doc: "compile everything anew" },
  cracker: { value: "READER", doc: "how projects are read: msbuild, static or auto", parse: choice("msbuild", "static", "auto"), expected: "msbuild, static or auto" },
  json: { doc: "print the result as JSON on stdout" },
  "message-format": { value: "FORMAT", doc: "diagnostics as human, short or json", parse: choice("human", "short", "json"), expected: "human, short or json" },
  strip: { doc: "leave debug information out of the artifact" },
  run: { doc: "run the program after each build" },
} as const);

export type OptionName = keyof typeof options;

/** Option values by name; absent where not given. */
export interface OptionValues {
  readonly fuel?: number;
  readonly "max-memory"?: number;
  readonly "max-depth"?: number;
  readonly "max-output"?: number;
  readonly "max-allocations"?: number;
  readonly "max-string"?: number;
  readonly "max-array"?: number;
  readonly "max-map"?: number;
  readonly "max-bigint"?: number;
  readonly "max-pending"?: number;
  readonly timeout?: number;
  readonly snapshot?: string;
  readonly tier?: "interpreter" | "jit" | "auto";
  readonly stats?: boolean;
  readonly "allow-clock"?: boolean;
  readonly "allow-env"?: readonly string[];
  readonly "allow-net"?: readonly string[];
  readonly "allow-random"?: boolean;
  readonly "allow-read"?: readonly string[];
  readonly "out-dir"?: string;
  readonly output?: string;
  readonly exclude?: readonly string[];
  readonly configuration?: "Debug" | "Release";
  readonly release?: boolean;
  readonly define?: readonly string[];
  readonly "no-cache"?: boolean;
  readonly cracker?: "msbuild" | "static" | "auto";
  readonly json?: boolean;
  readonly "message-format"?: "human" | "short" | "json";
  readonly strip?: boolean;
  readonly run?: boolean;
}

/** Fable's spellings of our options. */
const spellings: Readonly<Record<string, string>> = { "--outDir": "--out-dir", "--noCache": "--no-cache" };

/** Fable's spellings replaced by ours, and options without their value completed, up to `--`. */
export function respell(args: readonly string[]): string[] {
  const end = args.indexOf("--");
  return args.map((arg, index) => {
    if (end !== -1 && index >= end) return arg;
    const equals = arg.indexOf("=");
    const name = equals === -1 ? arg : arg.slice(0, equals);
    const spec: OptionSpec | undefined = options[name.slice(2) as OptionName];
    return (spellings[name] ?? name) + (equals !== -1 ? arg.slice(equals) : spec?.all === undefined ? "" : `=${spec.all}`);
  });
}

export const runOptions = [
  "fuel",
  "max-memory",
  "max-depth",
  "max-output",
  "max-allocations",
  "max-string",
  "max-array",
  "max-map",
  "max-bigint",
  "max-pending",
  "timeout",
  "snapshot",
  "tier",
  "stats",
  "allow-clock",
  "allow-env",
  "allow-net",
  "allow-random",
  "allow-read",
  "message-format",
] as const satisfies readonly OptionName[];
export const compileOptions = ["configuration", "release", "define", "no-cache", "cracker"] as const satisfies readonly OptionName[];

export interface ParsedRun {
  readonly input: string;
  readonly values: OptionValues;
  readonly args: readonly string[];
}

/** Reads the arguments of `run` where they are plain and name an artifact; undefined leaves them to the full command line with its messages. */
export function parsePlainRun(args: readonly string[]): ParsedRun | undefined {
  const values: Record<string, unknown> = {};
  let input: string | undefined;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") return finish(args.slice(index + 1));
    if (!arg.startsWith("-")) {
      if (input !== undefined) return undefined;
      input = arg;
      continue;
    }
    const [name = "", inline] = split(arg.slice(2));
    const spec: OptionSpec | undefined = (runOptions as readonly string[]).includes(name) ? options[name as OptionName] : undefined;
    if (!arg.startsWith("--") || spec === undefined) return undefined;
    if (spec.value === undefined) {
      if (inline !== undefined) return undefined;
      values[name] = true;
      continue;
    }
    const text = inline ?? args[++index];
    const value = text === undefined || spec.parse === undefined ? text : spec.parse(text);
    if (text === undefined || value === undefined) return undefined;
    values[name] = spec.separator === undefined ? value : several(text, spec.separator, values[name] as readonly string[] | undefined);
  }
  return finish([]);

  function finish(rest: readonly string[]): ParsedRun | undefined {
    return input?.toLowerCase().endsWith(".fzb") ? { input, values: values as OptionValues, args: rest } : undefined;
  }
}

/** The values of an option that may be given again. */
export const several = (text: string, separator: string, before: readonly string[] = []): string[] => [...before, ...text.split(separator).filter((part) => part !== "")];

/** `name=value` at its first equals sign. */
function split(text: string): [name: string, value?: string] {
  const at = text.indexOf("=");
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function parseSeconds(text: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function parseCount(text: string): number | undefined {
  if (!/^\d+(_\d+)*$/.test(text)) return undefined;
  const count = Number(text.replaceAll("_", ""));
  return Number.isSafeInteger(count) ? count : undefined;
}

const units: Readonly<Record<string, number>> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:_\d+)*)([KMG]?)$/.exec(text.toUpperCase());
  if (match === null) return undefined;
  const bytes = Number(match[1]?.replaceAll("_", "")) * (units[match[2] ?? ""] ?? 1);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
