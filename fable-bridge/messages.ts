/**
 * What the F# compiler of the package says, as .NET's would say it: the package loses numbers and texts, and counts what is off by default as warnings. So which
 * warnings are shown, and which of them are errors, is decided here, by the options of the project that a file belongs to.
 */

/** A message of the F# compiler or of Fable, in the terms of neither. */
export interface CompilerMessage {
  readonly origin: "fsharp" | "fable";
  readonly severity: "error" | "warning" | "info";
  readonly number: number | undefined;
  readonly text: string;
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** As the package gives it, with its number or 192. */
export interface RawMessage extends Omit<CompilerMessage, "number"> {
  readonly number: number;
}

/** A file whose warnings matter, by what they depend on. */
export interface MessageSource {
  readonly source: string;
  readonly options: readonly string[];
}

/** What the package answers where it does not know a number. */
export const unknownNumber = 192;

/** Messages whose number the package loses, by what only they say. */
const numbers: readonly (readonly [number: number, text: RegExp])[] = [
  [193, /^This expression is a function value, i\.e\. is missing arguments/],
  [222, /^Files in libraries or multiple-file applications must begin with a namespace/],
  [239, /^An implementation of the file or module '.*' has already been given/],
  [247, /^The name '.*' is used as both a namespace and a module in this assembly/],
  [248, /^Two modules named '.*' occur in two parts of this assembly/],
  [249, /^Two type definitions named '.*' occur in namespace '.*' in two parts of this assembly/],
  [250, /^A module and a type definition named '.*' occur in namespace '.*' in two parts/],
  [314, /^The .* definitions for type '.*' in the signature and implementation are not compatible because the field/],
  [342, /^The type '.*' implements 'System\.IComparable'\. Consider also/],
  [343, /^The type '.*' implements 'System\.IComparable' explicitly but provides no/],
  [345, /has an explicit implementation of 'Object\.GetHashCode'/],
  [346, /has an explicit implementation of 'Object\.Equals'/],
  [386, /^A type with attribute 'No(Comparison|Equality)' should not usually/],
  [464, /^This code is less generic than indicated by its annotations/],
  [524, /^'use' bindings are not permitted in modules/],
  [527, /^A semicolon is not expected at this point/],
  [667, /^The field labels and expected type of this record/],
  [686, /should not be given explicit type argument\(s\)/],
  [760, /^It is recommended that objects supporting the IDisposable interface/],
  [864, /^This new member hides the abstract member/],
  [988, /^Main module of program is empty/],
  [1104, /^Identifiers containing '@' are reserved/],
  [1125, /^The instantiation of the generic type '.*' is missing/],
  [1172, /^Infix operator member '.*' has no arguments/],
  [1173, /^Infix operator member '.*' has \d+ initial argument\(s\)\. Expected a tuple of 2/],
  [1178, /is not structurally comparable because|does not support structural equality because/],
  [1182, /^The value '.*' is unused$/],
  [1183, /^The recursive object reference '.*' is unused/],
  [1240, /^This type test or downcast will ignore the unit-of-measure/],
  [3180, /^The mutable local '.*' is implicitly allocated as a reference cell/],
  [3190, /^Lowercase literal '.*' is being shadowed/],
  [3221, /^This expression returns a value of type '.*' but is implicitly discarded\..*discard this value explicitly/],
  [3222, /^This expression returns a value of type '.*' but is implicitly discarded/],
  [3261, /^Nullness warning: /],
  [3366, /^The syntax 'arr\.\[idx\]' is now revised/],
  [3369, /^The syntax '.*\[expr2\]' is ambiguous when used as an argument/],
  [3370, /^The use of '.*' from the F# library is deprecated/],
  [3388, /^This expression implicitly converts type/],
  [3389, /^This expression uses a built-in implicit conversion/],
  [3390, /^This XML comment is in(valid|complete)/],
  [3391, /^This expression uses the implicit conversion .*may be disabled/],
  [3395, /^This expression uses the implicit conversion/],
  [3397, /^This expression uses 'unit' for an 'obj'-typed argument/],
  [3517, /was marked 'InlineIfLambda' but was not determined/],
  [3535, /^Declaring "interfaces with static abstract methods"/],
  [3536, /is normally used as a type constraint in generic code/],
  [3548, /^Pattern discard is not allowed for union case/],
  [3559, /^A type has been implicitly inferred as 'obj'/],
  [3560, /^This copy-and-update record expression changes all fields/],
  [3566, /^Multiple type matches were found/],
  [3569, /has the 'TailCallAttribute' attribute, but/],
  [3570, /^The meaning of _ is ambiguous here/],
  [3579, /^Interpolated string contains untyped identifiers/],
  [3582, /^This is a function definition that shadows a union case/],
  [3861, /^The TailCall attribute should only/],
  [3873, /^This construct is deprecated\. Sequence expressions should be/],
];

/** Warnings that `--warnon` alone shows. */
const offByDefault: ReadonlySet<number> = new Set([1182, 1183, 3180, 3366, 3388, 3389, 3390, 3395, 3517, 3559, 3560, 3570, 3579, 3582]);

/** Texts that the package loses, by number; `rest` is what it kept, `code` the source that is meant. */
const texts: Readonly<Record<number, (rest: string, code: string) => string>> = {
  9: () => "Uses of this construct may result in the generation of unverifiable .NET IL code.",
  25: () => "Incomplete pattern matches on this expression.",
  26: () => "This rule will never be matched",
  27: (_, code) => `This value is not mutable. Consider using the mutable keyword, e.g. 'let mutable ${/^[\w']+/.exec(code)?.[0] ?? "x"} = expression'.`,
  30: (_, code) =>
    `Value restriction: The value '${code}' has an inferred generic type, which only functions may have. Give it a type annotation, use it at a type in later code, or make it a function by a parameter.`,
  44: (rest) => `This construct is deprecated. ${rest}`,
  46: (_, code) => `The identifier '${code}' is reserved for future use by F#`,
  58: () => "Unexpected syntax or possible incorrect indentation: this token is offside of context started at an earlier position. Try indenting this further.",
  104: () => "Enums may take values outside known cases, which this match does not cover.",
};
const lostText = /^internal error:\s*/;

/** Also exchanges the two types of a mismatch, which the package has the wrong way round. */
const textOf = (number: number, text: string, code: string): string => {
  if (!lostText.test(text)) return text.replace(/^(This expression was expected to have type\s+)('[^]*?')(\s+but here has type\s+)('[^]*')/, "$1$4$3$2").trim();
  const rest = text.replace(lostText, "").trim();
  return texts[number]?.(rest, code).trim() ?? (rest || "The F# compiler refuses this, and this build of it has lost the words to say why.");
};

/** What options say of warnings. */
interface WarningOptions {
  readonly shown: ReadonlySet<number>;
  readonly hidden: ReadonlySet<number>;
  readonly errors: ReadonlySet<number>;
  readonly noErrors: ReadonlySet<number>;
  readonly allErrors: boolean;
  readonly checksNulls: boolean;
}

const readOptions = (options: readonly string[]): WarningOptions => {
  const listed = (flag: RegExp): ReadonlySet<number> =>
    new Set(options.flatMap((option) => (flag.test(option) ? option.slice(option.indexOf(":") + 1).split(",") : [])).map((one) => Number(one.replace(/^\D*/, ""))));
  return {
    shown: listed(/^--warnon:/),
    hidden: listed(/^--nowarn:/),
    errors: listed(/^--warnaserror\+?:/),
    noErrors: listed(/^--warnaserror-:/),
    allErrors:
      options
        .filter((option) => /^--warnaserror[+-]?$/.test(option))
        .at(-1)
        ?.endsWith("-") === false,
    checksNulls: options.includes("--checknulls+"),
  };
};

/** The options that decide here, which the compiler must not see: it would make errors of warnings that nobody is shown. */
export const isDecidedHere = (option: string): boolean => option.startsWith("--warnaserror");

/** Whether `#nowarn` above a line hides the number from it. */
const hiddenInSource = (source: string, number: number, line: number): boolean => {
  let hidden = false;
  for (const text of source.split("\n", line)) {
    const [, directive, list = ""] = /^\s*#(nowarn|warnon)\b(.*)$/.exec(text) ?? [];
    if (directive !== undefined && list.match(/\d+/g)?.some((one) => Number(one) === number)) hidden = directive === "nowarn";
  }
  return hidden;
};

const severityOf = (message: RawMessage, number: number, options: WarningOptions | undefined, source: string): CompilerMessage["severity"] | undefined => {
  if (message.severity === "error") return "error";
  if (message.severity === "info" || options === undefined) return undefined;
  if (number === 3261 && !options.checksNulls) return undefined;
  if (hiddenInSource(source, number, message.startLine)) return undefined;
  return severityBy(options, number);
};

const severityBy = (options: WarningOptions, number: number): "error" | "warning" | undefined => {
  if (options.hidden.has(number) || (offByDefault.has(number) && !options.shown.has(number))) return undefined;
  return options.errors.has(number) || (options.allErrors && !options.noErrors.has(number)) ? "error" : "warning";
};

/** What a project's options make of a warning; nothing is said if undefined. */
export const warningSeverity = (number: number, options: readonly string[]): "error" | "warning" | undefined => severityBy(readOptions(options), number);

/** What Fable says of its own insides, in F#'s words. */
export const fableText = (text: string): string =>
  text.replace(/^Unexpected static interface\/override call: (\S+)\s+undefined$/, "The static abstract member $1 is called through a type parameter, which Fable does not support");

/** The messages that .NET's compiler would give, each once. */
export const mendMessages = (raw: readonly RawMessage[], files: ReadonlyMap<string, MessageSource>): CompilerMessage[] => {
  const seen = new Set<string>();
  const options = new Map([...files].map(([file, given]) => [file, readOptions(given.options)]));
  return raw.flatMap((message) => {
    const number = message.number === unknownNumber ? numbers.find(([, text]) => text.test(message.text))?.[0] : message.number;
    const source = files.get(message.file)?.source ?? "";
    const severity = severityOf(message, number ?? unknownNumber, options.get(message.file), source);
    const key = `${message.file}:${message.startLine}:${message.startColumn}:${message.text}`;
    if (severity === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ ...message, severity, number, text: textOf(number ?? unknownNumber, message.text, codeOf(message, source)) }];
  });
};

const codeOf = ({ startLine, startColumn, endLine, endColumn }: RawMessage, source: string): string =>
  source.split("\n")[startLine - 1]?.slice(startColumn, startLine === endLine ? endColumn : undefined) ?? "";
