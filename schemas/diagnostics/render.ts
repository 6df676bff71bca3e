/**
 * Diagnostics as text: a frame with the source line, one line each, or JSON. No input or output: sources are passed in.
 *
 *   error FZ0201: FS0039: The value 'y' is not defined.
 *     --> App.fs:3:13
 *      |
 *    3 |     let x = y + 1
 *      |             ^
 *      = help: …
 */
import type { Diagnostic, Label, Severity } from "./diagnostic.ts";

export type MessageFormat = "human" | "short" | "json";

export interface RenderOptions {
  readonly format: MessageFormat;
  readonly color?: boolean;
  /** The text of a file that a diagnostic names, if it is known. */
  readonly source?: (file: string) => string | undefined;
}

/** All diagnostics as one text, with a final newline; "" for none. */
export function renderDiagnostics(all: readonly Diagnostic[], options: RenderOptions): string {
  if (all.length === 0) return "";
  if (options.format === "json") return all.map((diagnostic) => `${JSON.stringify(diagnostic)}\n`).join("");
  if (options.format === "short") return all.map((diagnostic) => `${renderShort(diagnostic)}\n`).join("");
  return all.map((diagnostic) => `${renderFrame(diagnostic, options)}\n`).join("\n");
}

/** `file:line:column: severity CODE: message`, columns from 1 as editors count. */
export function renderShort(diagnostic: Diagnostic): string {
  const { file, range, severity, code, message } = diagnostic;
  const place = file === undefined ? "" : range === undefined ? `${file}: ` : `${file}:${range.startLine}:${range.startColumn + 1}: `;
  return `${place}${severity} ${code}: ${message.replace(/\s*\n\s*/g, " ")}`;
}

/** "2 errors, 1 warning", or "" for none. */
export function summarize(all: readonly Diagnostic[]): string {
  const count = (severity: Severity, noun: string) => {
    const n = all.filter((diagnostic) => diagnostic.severity === severity).length;
    return n === 0 ? [] : [`${n} ${noun}${n === 1 ? "" : "s"}`];
  };
  return [...count("error", "error"), ...count("warning", "warning")].join(", ");
}

const escapes = { error: "1;31", warning: "1;33", info: "1;36", bold: "1", gutter: "34", help: "36" } as const;

function renderFrame(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = (style: keyof typeof escapes, text: string) => (options.color ? `\u001b[${escapes[style]}m${text}\u001b[0m` : text);
  const { severity, code, message, file, range, help } = diagnostic;
  const [title, ...rest] = message.split(/\r?\n/);
  const lines = [`${paint(severity, severity)} ${paint(severity, code)}: ${paint("bold", title ?? "")}`, ...rest.map((line) => `  ${line}`)];
  const labels = framedLabels(diagnostic);
  const width = String(Math.max(0, ...labels.map((label) => label.range.endLine))).length + 2;
  const gutter = (text = "") => paint("gutter", `${text.padStart(width)} |`);

  if (file !== undefined) {
    const place = range === undefined ? file : `${file}:${range.startLine}:${range.startColumn + 1}`;
    lines.push(`${" ".repeat(width)}${paint("gutter", "-->")} ${place}`);
    const text = range === undefined ? undefined : options.source?.(file);
    if (text !== undefined) lines.push(...frameLines(text.split(/\r?\n/), labels, severity, gutter, paint));
  }
  for (const [index, line] of (help?.split("\n") ?? []).entries()) {
    lines.push(index === 0 ? `${" ".repeat(width)} ${paint("gutter", "=")} ${paint("help", "help")}: ${line}` : `${" ".repeat(width + 9)}${line}`);
  }
  return lines.join("\n");
}

interface FramedLabel extends Label {
  readonly primary: boolean;
}

function framedLabels(diagnostic: Diagnostic): FramedLabel[] {
  const primary = diagnostic.range === undefined ? [] : [{ range: diagnostic.range, text: "", primary: true }];
  const secondary = (diagnostic.labels ?? []).map((label) => ({ ...label, primary: false }));
  return [...primary, ...secondary].sort((a, b) => a.range.startLine - b.range.startLine || a.range.startColumn - b.range.startColumn);
}

type Gutter = (text?: string) => string;
type Paint = (style: keyof typeof escapes, text: string) => string;

function frameLines(source: readonly string[], labels: readonly FramedLabel[], severity: Severity, gutter: Gutter, paint: Paint): string[] {
  const lines = [gutter()];
  let shown = 0;
  for (const { range, text, primary } of labels) {
    const line = source[range.startLine - 1];
    if (line === undefined) continue;
    if (range.startLine !== shown) {
      if (shown !== 0 && range.startLine > shown + 1) lines.push(paint("gutter", "..."));
      lines.push(`${gutter(String(range.startLine))} ${expandTabs(line)}`.trimEnd());
    }
    shown = range.startLine;
    const start = displayWidth(line.slice(0, range.startColumn));
    const end = range.endLine === range.startLine ? range.endColumn : line.length;
    const length = Math.max(1, displayWidth(line.slice(range.startColumn, Math.max(end, range.startColumn + 1))));
    const marks = (primary ? "^" : "-").repeat(length);
    lines.push(`${gutter()} ${" ".repeat(start)}${paint(primary ? severity : "gutter", text === "" ? marks : `${marks} ${text}`)}`);
  }
  return lines.length === 1 ? [] : lines;
}

const expandTabs = (text: string): string => text.replaceAll("\t", "    ");

/** Columns a terminal needs, near enough: tabs are four, wide East Asian characters two, marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character === "\t") width += 4;
    else if (/\p{Mark}/u.test(character)) width += 0;
    else width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(character) ? 2 : 1;
  }
  return width;
}
