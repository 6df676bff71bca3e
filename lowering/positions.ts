/** F# positions of generated code: the last mapping at or before a place. Library code keeps its own lines. */
import type { SourceLocation } from "@babel/types";
import type { SourceModule } from "./graph.ts";
import type { Pos } from "./ir/nodes.ts";

/** The first place that is known at or behind the start of what spans some lines. */
export const positionWithin = (module: SourceModule, { start }: SourceLocation): Pos | undefined => {
  const own = positionIn(module, start.line, start.column);
  if (own !== undefined || !module.fable) return own;
  const found = module.fable.mappings.find(([line]) => line >= start.line);
  return found && { file: module.fileIndex, line: found[2], column: found[3] };
};

export const positionIn = (module: SourceModule, line: number, column: number): Pos | undefined => {
  if (!module.fable) return { file: module.fileIndex, line, column };
  const mappings = module.fable.mappings;
  let low = 0;
  let high = mappings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [l, c] = mappings[middle]!;
    if (l < line || (l === line && c <= column)) low = middle + 1;
    else high = middle;
  }
  const found = mappings[low - 1];
  return found && found[0] === line ? { file: module.fileIndex, line: found[2], column: found[3] } : undefined;
};
