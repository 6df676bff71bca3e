/**
 * What reflection needs of the program's types, as one more file of the program that runs before the others, where anything asks for a type:
 *
 *     declareType("App.R", 0, "App+R", "record", "", "", "A:int32\nB:string", "", (tag, v) => new_record("App.R", v[0], v[1]));
 */
import type { Entity, FableModule, FableOutput } from "../schemas/fable-output.ts";

const asksForTypes = /^import \{[^}]*\b(type_of|get_type|definition_of)\b[^}]*\} from "fusabi:op"/m;

export const withTypeDeclarations = (output: FableOutput): FableOutput => {
  if (!output.modules.some((module) => asksForTypes.test(module.code))) return output;
  const declarations = output.entities.map(declaration);
  const code = `import { declareAssembly, declareType } from "fusabi:prelude";\nimport { new_record, new_union } from "fusabi:op";\ndeclareAssembly(${JSON.stringify(output.name)});\n${declarations.join("\n")}\n`;
  const types: FableModule = { path: "fusabi/Types.fs", code, source: "", mappings: [], own: false, members: [], imports: [] };
  return { ...output, modules: [types, ...output.modules] };
};

const declaration = (entity: Entity): string => {
  const { fullName, generics, kind } = entity;
  const text = generics.length === 0 ? fullName : `${fullName}<${generics.map((name) => `'${name}`).join(",")}>`;
  const field = (one: { readonly name: string; readonly type: string }): string => `${one.name}:${one.type}`;
  const members = kind === "union" ? entity.cases.flatMap((one) => [`#${one.name}`, ...one.fields.map(field)]) : entity.fields.map(field);
  const values = (count: number): string => Array.from({ length: count }, (_, at) => `, v[${at}]`).join("");
  const cases = entity.cases.map((one, tag) => `case ${tag}: return new_union(${JSON.stringify(text)}, ${tag}${values(one.fields.length)});`);
  const makers: Partial<Record<Entity["kind"], string>> = {
    record: `(tag: any, v: any): any => new_record(${JSON.stringify(text)}${values(entity.fields.length)})`,
    union: `(tag: any, v: any): any => { switch (tag) { ${cases.join(" ")} default: return undefined; } }`,
  };
  const dotnet = entity.dotnetName ?? (generics.length === 0 ? fullName : `${fullName}\`${generics.length}`);
  const given = [dotnet, kind, generics.join(","), entity.underlying ?? entity.base ?? "", members.join("\n"), caseTypes(entity).join(",")].map((one) => JSON.stringify(one));
  return `declareType(${JSON.stringify(fullName)}, ${generics.length}, ${given.join(", ")}, ${makers[kind] ?? "undefined"});`;
};

/** The classes inside of a union's that .NET has its cases as, by tag; empty where a case is an object of the union's own class. */
const caseTypes = ({ kind, cases, isStruct }: Entity): string[] => {
  if (kind !== "union" || isStruct || cases.length === 1 || cases.every(({ fields }) => fields.length === 0)) return [];
  const tagged = cases.length >= 4;
  return cases.map(({ name, fields }) => (fields.length > 0 ? name : tagged ? "" : `_${name}`));
};
