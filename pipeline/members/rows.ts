/** Members, what .NET printed for them, and which of them are not the same here. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { packageRoot } from "../package-root.ts";

export interface MemberRow {
  /** The type or module, such as `List` or `Dictionary<String, Int32>`. */
  readonly owner: string;
  /** The member; a method of a type with its parameters' types. */
  readonly member: string;
  /** An F# expression of type string. */
  readonly expression: string;
  /** What .NET prints for it, on one line. */
  readonly answer: string;
}

/** Not the same as on .NET. */
export type State = "differs" | "refused";

const folder = path.join(packageRoot(), "pipeline", "members");
const rowsFile = path.join(folder, "members.txt.gz");
const statesFile = path.join(folder, "states.txt");

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

export const readMembers = (): readonly MemberRow[] =>
  linesOf(gunzipSync(readFileSync(rowsFile)).toString("utf8")).map((line) => {
    const [owner = "", member = "", expression = "", answer = ""] = line.split("\t");
    return { owner, member, expression, answer };
  });

export const writeMembers = (rows: readonly MemberRow[]): void =>
  writeFileSync(rowsFile, gzipSync(rows.map(({ owner, member, expression, answer }) => `${owner}\t${member}\t${expression}\t${answer}\n`).join(""), { level: 9 }));

export const keyOf = ({ owner, member }: Pick<MemberRow, "owner" | "member">): string => `${owner}\t${member}`;

/** What states.txt says, by `keyOf`. */
export const readStates = (): ReadonlyMap<string, State> =>
  new Map(
    linesOf(readFileSync(statesFile, "utf8")).map((line) => {
      const [owner = "", member = "", state = ""] = line.split("\t");
      return [keyOf({ owner, member }), state as State];
    }),
  );

/** Puts these states in place of what stood for the owners, or for all of them. */
export function writeStates(states: ReadonlyMap<string, State>, owners: readonly string[]): void {
  const kept = [...readStates()].filter(([key]) => owners.length > 0 && !owners.includes(key.slice(0, key.indexOf("\t"))));
  const lines = [...kept, ...states].map(([key, state]) => `${key}\t${state}\n`);
  writeFileSync(statesFile, lines.sort().join(""));
}
