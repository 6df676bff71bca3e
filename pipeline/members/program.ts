/** The F# program around members' expressions: a line for each. */
import { family } from "../probe/program.ts";
import type { MemberRow } from "./rows.ts";

const rowsOfFunction = 100;

/** One line of F# for each row, named by its place. */
export const memberProgram = (rows: readonly MemberRow[]): string => {
  const lines: string[] = ["open System.Collections.Generic"];
  rows.forEach(({ expression }, at) => {
    if (at % rowsOfFunction === 0) lines.push("", `let rows${at} () =`);
    lines.push(`    row "${at}" (fun () -> ${expression})`);
  });
  for (let at = 0; at < rows.length; at += rowsOfFunction) lines.push(`rows${at} ()`);
  return family("members", lines.join("\n")).source;
};

/** Of a line of the program, counted from 1, the row that stands there. */
export const rowAt = (source: string, line: number): number => Number(/^ {4}row "(\d+)"/.exec(source.split("\n")[line - 1] ?? "")?.[1] ?? Number.NaN);

/** What the program printed, by row; the last word on what it did not reach is undefined. */
export const answersOf = (output: string): ReadonlyMap<number, string> =>
  new Map(
    output.split("\n").flatMap((line) => {
      const [at = "", answer] = line.split("\t");
      return answer === undefined ? [] : [[Number(at), answer] as const];
    }),
  );
