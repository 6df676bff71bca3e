/** Notes which members of the host a file uses, with their declared F# types. */
import type { FableImport } from "../../schemas/fable-output.ts";
import { signatureOf } from "../members.ts";
import { type CallInfo, caseOf, type EntityRef, type Expr, type ImportInfo, type Type } from "../tree.ts";
import { type Annotator, operationModule, type Visitor } from "./annotator.ts";

/** What `fusabi:` modules, Fable's library and other F# files give is not the host's. */
const isHosts = ({ Path: path }: ImportInfo, annotator: Annotator): boolean =>
  !path.startsWith(annotator.host.library) && !path.startsWith(".") && !path.startsWith("/") && !path.startsWith("fable-library/") && !path.startsWith(operationModule.slice(0, 7));

/** A call of an imported member: its declaration says what the host sees. */
export const noteImportedCall = (call: Expr, annotator: Annotator): void => {
  const [callee, info] = call.fields as [Expr, CallInfo];
  if (caseOf(callee) !== "Import") return;
  const imported = callee.fields[0] as ImportInfo;
  if (!isHosts(imported, annotator) || info.MemberRef === undefined || caseOf(info.MemberRef) !== "MemberRef") return;
  const member = annotator.host.entity(info.MemberRef.fields[0] as EntityRef)?.TryFindMember(info.MemberRef.fields[1]);
  if (member === undefined) return;
  note({ module: imported.Path, name: imported.Selector, ...signatureOf(member, (type) => annotator.print(type)) }, annotator);
};

/** A value of a function type: `let log: string -> unit = importMember "host"`. */
export const visitImport: Visitor = (expr, annotator) => {
  const [imported, type] = expr.fields as [ImportInfo, Type];
  const isFunction = caseOf(type) === "LambdaType" || caseOf(type) === "DelegateType";
  if (isFunction && isHosts(imported, annotator)) {
    note({ module: imported.Path, name: imported.Selector, type: annotator.print(type), parameters: unnamed(type) }, annotator);
  }
  return undefined;
};

const note = (made: FableImport, { host: { imports } }: Annotator): void => {
  if (!imports.some((one) => one.module === made.module && one.name === made.name && one.type === made.type)) imports.push(made);
};

/** One parameter for each argument of a curried function. */
const unnamed = (type: Type): string[][] => {
  const groups: string[][] = [];
  for (let at = type; caseOf(at) === "LambdaType"; at = at.fields[1] as Type) groups.push([""]);
  return groups;
};
