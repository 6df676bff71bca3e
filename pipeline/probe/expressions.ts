/** Families of F# expressions of type string, each named by itself. */
import { type Family, family, quoted } from "./program.ts";

/** So many rows are a function: one of thousands is slow to compile everywhere. */
const rowsOfFunction = 60;

/** The rows of `expressions` behind some declarations. */
export function expressionFamily(name: string, declarations: string, expressions: readonly string[]): Family {
  const lines: string[] = ["open System.Collections.Generic", declarations];
  expressions.forEach((expression, at) => {
    if (at % rowsOfFunction === 0) lines.push("", `let rows${at} () =`);
    lines.push(`    row ${quoted(expression)} (fun () -> ${expression})`);
  });
  for (let at = 0; at < expressions.length; at += rowsOfFunction) lines.push(`rows${at} ()`);
  return family(name, lines.join("\n"));
}

/** Expressions of `r`, each on a value that is made anew. */
export const onFresh = (make: string, expressions: readonly string[]): readonly string[] => expressions.map((expression) => `(let r = ${make} in ${expression})`);

/** … with these numbers in the place of `#`. */
export const onFreshAt = (make: string, places: readonly number[], expressions: readonly string[]): readonly string[] =>
  places.flatMap((place) =>
    onFresh(
      make,
      expressions.map((expression) => expression.replaceAll("#", `(${place})`)),
    ),
  );

/** Every so many of the expressions, from the first: a cross product's whole is more than its answers are worth keeping. */
export const everyNth = (expressions: readonly string[], step: number): readonly string[] => expressions.filter((_, at) => at % step === 0);
