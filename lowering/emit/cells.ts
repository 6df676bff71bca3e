/** Cells by the kind of their content; references are kept as any and cast when read. */
import type { BuiltinType } from "../../schemas/isa/kinds.ts";
import { any, type Ty } from "../ir/nodes.ts";
import { builtinInfos, refTo } from "../type-infos.ts";

export const cellContent = (ty: Ty): Ty => (ty.kind === "ref" ? any : ty);

export const cellTy = (ty: Ty): Ty => refTo(builtinInfos[`cell_${cellContent(ty).kind}` as BuiltinType]);
