/** F# positions of generated code: the last mapping at or before a place. Library code keeps its own lines. */
import type { SourceModule } from "./graph.ts";
import type { Pos } from "./ir/nodes.ts";

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
