import { expect, test } from "vitest";
import { mendMessages, type RawMessage, unknownNumber } from "./messages.ts";

const source = 'module M\n#nowarn "760"\nlet total = 0\ntotal <- 1\nlet value = List.map id\n';
const message = (number: number, text: string, place: Partial<RawMessage> = {}): RawMessage => ({
  ...{ origin: "fsharp", severity: "warning", number, text, file: "M.fs", startLine: 1, startColumn: 0, endLine: 1, endColumn: 1 },
  ...place,
});
const shown = (raw: RawMessage, ...options: string[]): string | undefined => {
  const [mended] = mendMessages([raw], new Map([["M.fs", { source, options }]]));
  return mended && `${mended.severity} ${mended.number}: ${mended.text}`;
};
const ignored = message(20, "ignored");
const unused = message(unknownNumber, "The value 'x' is unused");
const disposable = "It is recommended that objects supporting the IDisposable interface are created using `new`";

test.each<[string, string | undefined, RawMessage, ...string[]]>([
  ["shows a warning", "warning 20: ignored", ignored],
  ["hides what the project hides", undefined, ignored, "--nowarn:25,20"],
  ["makes errors of all warnings", "error 20: ignored", ignored, "--warnaserror+"],
  ["makes errors of some warnings", "error 20: ignored", ignored, "--warnaserror:20"],
  ["leaves some warnings", "warning 20: ignored", ignored, "--warnaserror+", "--warnaserror-:20"],
  ["hides what is off by default", undefined, unused, "--warnaserror+"],
  ["shows what is off by default", "warning 1182: The value 'x' is unused", unused, "--warnon:1182"],
  ["finds a lost number", `warning 760: ${disposable}`, message(unknownNumber, disposable)],
  ["hides what the source hides", undefined, message(unknownNumber, disposable, { startLine: 3 })],
  ["speaks of null where that is checked", "warning 3261: Nullness warning: x", message(unknownNumber, "Nullness warning: x"), "--checknulls+"],
  ["speaks of null only where that is checked", undefined, message(unknownNumber, "Nullness warning: x")],
  ["hides what a package's files warn of", undefined, message(20, "ignored", { file: "packages/P/A.fs" })],
  ["shows every error", "error 39: no x", message(39, "no x", { severity: "error", file: "packages/P/A.fs" }), "--nowarn:39"],
  ["finds a lost text", "warning 26: This rule will never be matched", message(26, "internal error:")],
  ["keeps what is left of a text", "warning 44: This construct is deprecated. use that", message(44, "internal error: use that")],
  ["says what an author says", "warning 4321: look out", message(4321, "internal error: look out")],
  [
    "names the value of a lost text",
    "error 27: This value is not mutable. Consider using the mutable keyword, e.g. 'let mutable total = expression'.",
    message(27, "internal error:", { severity: "error", startLine: 4, endLine: 4, endColumn: 10 }),
  ],
])("%s", (_, expected, raw, ...options) => expect(shown(raw, ...options)).toBe(expected));
