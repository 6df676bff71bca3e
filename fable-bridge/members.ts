/** The top-level members of a file with their F# types: what a host can call, and where a program starts. */
import type { FableMember } from "../schemas/fable-output.ts";
import type { EntityTable } from "./entities.ts";
import {
  caseOf,
  declaredIn,
  type EntityRef,
  type FableEntity,
  type List,
  type Member,
  type MemberDeclaration,
  type MemberRefInfo,
  type Node,
  type Parameter,
  type Type,
  toArray,
} from "./tree.ts";

const entryPoint = "Microsoft.FSharp.Core.EntryPointAttribute";

/** What the compiler calls a parameter that is a pattern. */
const inventedName = /^(_?arg\d+|unitVar\d*|matchValue\d*)$/;

/** The type of a member as declared, tuples not yet split, and its parameters' names. */
export const signatureOf = (member: Member, print: (type: Type) => string): Pick<FableMember, "type" | "parameters"> => {
  const declared = toArray(member.CurriedParameterGroups).map((group) => toArray(group));
  const groups = declared.map((group) => group.map((parameter) => print(parameter.Type)));
  const nameOf = ({ Name: name = "" }: Parameter): string => (inventedName.test(name) ? "" : name);
  const result = print(member.ReturnParameter.Type);
  const parameters = groups.map((group) => (group.length === 0 ? "unit" : group.length === 1 ? group[0] : `tuple<${group.join(",")}>`));
  return { type: parameters.length === 0 ? result : `fn<${[...parameters, result].join(",")}>`, parameters: declared.map((group) => group.map(nameOf)) };
};

export const membersOf = (declarations: List<Node>, lookup: (ref: EntityRef) => FableEntity | undefined, table: EntityTable): FableMember[] =>
  declaredIn(declarations).flatMap((node): FableMember[] => {
    if (caseOf(node) !== "MemberDeclaration") return [];
    const declaration = node.fields[0] as MemberDeclaration;
    if (caseOf(declaration.MemberRef) !== "MemberRef") return [];
    const [owner, info] = declaration.MemberRef.fields as [EntityRef, MemberRefInfo];
    const entity = lookup(owner);
    const member = entity?.TryFindMember(info);
    if (entity === undefined || member === undefined || !entity.IsFSharpModule) return [];
    return [
      {
        name: `${owner.FullName}.${member.DisplayName}`.replace(/`\d+/g, ""),
        binding: declaration.Name,
        ...signatureOf(member, (type) => table.print(type)),
        isPublic: member.IsPublic,
        isMutable: member.IsMutable,
        isEntryPoint: toArray(info.AttributeFullNames).includes(entryPoint),
      },
    ];
  });
