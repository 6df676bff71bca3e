/** A project file as elements that know their lines. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { pointRange, type Range } from "../schemas/diagnostics/diagnostic.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside. */
  readonly text: string;
  /** The start tag. */
  readonly range: Range;
}

export type Parsed = { readonly root: Element } | { readonly reason: string; readonly range: Range };

interface RawNode {
  readonly [name: string]: unknown;
  readonly ":@"?: Readonly<Record<string, string>>;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  captureMetaData: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

export const parseXml = (text: string): Parsed => {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { reason: valid.err.msg, range: pointRange(valid.err.line, Math.max(0, (valid.err.col ?? 1) - 1)) };
  const starts = lineStarts(text);
  const place = XMLParser.getMetaDataSymbol() as unknown as symbol;
  const read = (node: RawNode): Element | undefined => {
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name.startsWith("?") || name.startsWith("#")) return undefined;
    const inner = node[name] as readonly RawNode[];
    const start = (node as unknown as Record<symbol, { startIndex?: number } | undefined>)[place]?.startIndex ?? 0;
    return {
      name,
      attributes: node[":@"] ?? {},
      children: inner.map(read).filter((child) => child !== undefined),
      text: inner.map((child) => (typeof child["#text"] === "string" ? child["#text"] : "")).join(""),
      range: tagRange(text, starts, start),
    };
  };
  const roots = (parser.parse(text) as readonly RawNode[]).map(read).filter((element) => element !== undefined);
  if (roots.length !== 1 || roots[0].name !== "Project")
    return { reason: `expected one <Project> element, found ${roots.map((root) => `<${root.name}>`).join(", ") || "none"}`, range: pointRange(1, 0) };
  return { root: roots[0] };
};

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

/** From `<` to the end of the start tag, or of its first line. */
const tagRange = (text: string, starts: readonly number[], start: number): Range => {
  let line = 0;
  while (line + 1 < starts.length && starts[line + 1] <= start) line++;
  const lineEnd = starts[line + 1] === undefined ? text.length : starts[line + 1] - 1;
  const close = text.indexOf(">", start);
  const end = close < 0 || close >= lineEnd ? lineEnd : close + 1;
  return { startLine: line + 1, startColumn: start - starts[line], endLine: line + 1, endColumn: Math.max(end - starts[line], start - starts[line] + 1) };
};
