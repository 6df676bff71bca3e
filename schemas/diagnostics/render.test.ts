import { describe, expect, test } from "vitest";
import { pointRange } from "./diagnostic.ts";
import { renderDiagnostics, renderShort, summarize } from "./render.ts";
import { diagnostics } from "./table.ts";

const source = "module App\n\nlet x = y + 1\n\tlet 漢字 = z\n";
const range = { startLine: 3, startColumn: 8, endLine: 3, endColumn: 9 };
const human = { format: "human", source: () => source } as const;

describe("renderDiagnostics", () => {
  test("draws the source line, a caret, labels and help", () => {
    const shown = diagnostics.unsupportedConstruct(
      { what: "this", help: "write that" },
      { file: "App.fs", range, labels: [{ range: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 10 }, text: "in this module" }] },
    );
    expect(renderDiagnostics([shown], human)).toBe(
      [
        "error FZ0401: this is not supported",
        "   --> App.fs:3:9",
        "    |",
        "  1 | module App",
        "    |        --- in this module",
        "...",
        "  3 | let x = y + 1",
        "    |         ^",
        "    = help: write that",
        "",
      ].join("\n"),
    );
  });

  test("counts tabs and wide characters as a terminal shows them", () => {
    const shown = diagnostics.fsharpError({ number: 39, text: "no z" }, { file: "App.fs", range: pointRange(4, 10) });
    expect(renderDiagnostics([shown], human)).toContain(`  4 |     let 漢字 = z\n    | ${" ".repeat(15)}^`);
  });

  test("leaves the frame out where the source or the line is unknown", () => {
    const shown = diagnostics.fsharpError({ text: "no" }, { file: "App.fs", range: pointRange(99, 0) });
    expect(renderDiagnostics([shown], human)).toBe("error FZ0201: no\n    --> App.fs:99:1\n");
    expect(renderDiagnostics([shown], { format: "human" })).toBe("error FZ0201: no\n    --> App.fs:99:1\n");
  });

  test("colours only when told", () => {
    const shown = diagnostics.fsharpWarning({ text: "careful" });
    expect(renderDiagnostics([shown], human)).not.toContain("\u001b");
    expect(renderDiagnostics([shown], { ...human, color: true })).toContain("\u001b[1;33mwarning\u001b[0m");
  });

  test("prints one line each in the short form, columns from 1", () => {
    expect(renderShort(diagnostics.fsharpError({ number: 1, text: "a\n  b" }, { file: "App.fs", range }))).toBe("App.fs:3:9: error FZ0201: FS0001: a b");
    expect(renderShort(diagnostics.noSdk({}))).toMatch(/^error FZ0111: /);
  });

  test("prints one object a line as JSON", () => {
    const shown = diagnostics.noSuchInput({ path: "x.fsproj" });
    expect(JSON.parse(renderDiagnostics([shown], { format: "json" }))).toEqual(shown);
  });
});

test("summarize counts by severity", () => {
  const error = diagnostics.fableError({ text: "" });
  expect(summarize([error, diagnostics.fableWarning({ text: "" }), error])).toBe("2 errors, 1 warning");
});

test("no code is used twice", () => {
  const codes = Object.values(diagnostics).map((factory) => factory.code);
  expect(new Set(codes).size).toBe(codes.length);
});
