/**
 * The parts of an F# file that can be taken out one at a time: the test cases, and the top-level declarations before them. What is taken out leaves empty
 * lines, so that all else keeps its place; lines of `#if` stay.
 */
export interface Block {
  /** Lines from 0, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The case's name, where the block is a test case. */
  readonly test?: string;
}

const casePattern = /^\s*(?:yield\s+)?testCase(?:Async)?\s+(?:"((?:[^"\\]|\\.)*)"|(.*))/;

/** The block around a line: the test case if it is in one, else the outermost declaration that is no module; undefined where neither may go. */
export const blockAt = (lines: readonly string[], line: number): Block | undefined => {
  const enclosing = enclosingLines(lines, line);
  for (const start of enclosing) {
    const match = casePattern.exec(lines[start]);
    if (match !== null) return { start, end: endOf(lines, start), test: match[1] ?? match[2] };
  }
  const outermost = [...enclosing].reverse().find((start) => !/^\s*(module|namespace)\b/.test(lines[start]));
  if (outermost === undefined || /^let tests\b/.test(lines[outermost])) return undefined;
  let start = outermost;
  while (start > 0 && isAttribute(lines[start - 1])) start--;
  return { start, end: endOf(lines, start) };
};

/** The line and those that it stands below, by indentation, innermost first. */
const enclosingLines = (lines: readonly string[], line: number): number[] => {
  const found: number[] = [];
  let indent = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && indent > 0; at--) {
    const text = lines[at];
    if (text.trim() === "" || /^\s*(#|\/\/)/.test(text) || indentOf(text) >= indent || continues(text)) continue;
    found.push(at);
    indent = indentOf(text);
  }
  return found;
};

export const takeOut = (lines: readonly string[], { start, end }: Block): string[] => lines.map((text, at) => (at >= start && at < end && !/^\s*#/.test(text) ? "" : text));

/** How many test cases a file has, commented ones left out. */
export const casesOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const match = casePattern.exec(line);
    return match === null ? [] : [match[1] ?? match[2]];
  });

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isAttribute = (line: string): boolean => /^\s*\[<.*>\]\s*$/.test(line);

const endOf = (lines: readonly string[], start: number): number => {
  const indent = indentOf(lines[start]);
  let end = start;
  while (isAttribute(lines[end])) end++;
  end++;
  while (
    end < lines.length &&
    (lines[end].trim() === "" || /^\s*#/.test(lines[end]) || indentOf(lines[end]) > indent || (indentOf(lines[end]) === indent && continues(lines[end])))
  )
    end++;
  return end;
};

/** Whether a line belongs to one above it at the same depth. */
const continues = (line: string): boolean => /^\s*(\||\)|\}|\]|and\b|with\b)/.test(line);
