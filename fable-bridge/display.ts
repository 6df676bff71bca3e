/** What a type's `StructuredFormatDisplay("{X} of {Y}")` says: texts and, between them, properties. */
import type { EntityDisplay } from "../schemas/fable-output.ts";
import { type FableEntity, type Type, toArray } from "./tree.ts";

const attributeName = "Microsoft.FSharp.Core.StructuredFormatDisplayAttribute";

export const displayOf = (entity: FableEntity, print: (type: Type) => string): { display?: EntityDisplay } => {
  const attribute = [...entity.Attributes].find((one) => one.Entity.FullName === attributeName);
  const format = attribute && toArray(attribute.ConstructorArgs)[0];
  if (typeof format !== "string") return {};
  const pieces = format.split(/(?<!\\)\{(\w+)\}/);
  const types = new Map(toArray(entity.FSharpFields).map((field) => [field.Name, field.FieldType]));
  for (const member of entity.MembersFunctionsAndValues) if (member.IsGetter) types.set(member.DisplayName, member.ReturnParameter.Type);
  const names = pieces.filter((_, at) => at % 2 === 1);
  if (names.some((name) => !types.has(name))) return {};
  const texts = pieces.filter((_, at) => at % 2 === 0).map((text) => text.replace(/\\([{}])/g, "$1"));
  return { display: { texts, properties: names.map((name) => ({ name, type: print(types.get(name)!) })) } };
};
