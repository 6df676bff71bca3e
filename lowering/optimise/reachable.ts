/** The functions that are left: what roots and members of live types reach. */
import type { IrFn } from "../ir/nodes.ts";
import type { Program } from "../program.ts";

export const rootsOf = (program: Program, entry: IrFn): IrFn[] => [
  entry,
  ...program.exports.map((one) => one.fn),
  ...program.liveTypes.flatMap((info) => info.members.flatMap((member) => (member.fn ? [member.fn] : []))),
];

export const reachableFunctions = (functions: readonly IrFn[], roots: readonly IrFn[], calleesOf: (fn: IrFn) => readonly IrFn[]): IrFn[] => {
  const seen = new Set<IrFn>(roots);
  const work = [...roots];
  for (let fn = work.pop(); fn; fn = work.pop()) {
    for (const callee of calleesOf(fn)) {
      if (seen.has(callee)) continue;
      seen.add(callee);
      work.push(callee);
    }
  }
  return functions.filter((fn) => seen.has(fn));
};
