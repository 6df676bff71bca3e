// System.Enum's functions that take the type.
import { boxed_value, str_split } from "fusabi:builtin";
import { enumName, enumValues } from "./enum-names.ts";
import { ArgumentException } from "./exceptions.ts";
import { declarationOf, type TypeInfo, type_of } from "./type-info.ts";
import { box_as } from "./type-test.ts";

export function getEnumUnderlyingType(type: TypeInfo): TypeInfo {
  const declared: any = declarationOf(type.node);
  return type_of(declared === undefined || declared.base === "" ? "int32" : declared.base);
}
export function getEnumValues(type: TypeInfo): any {
  return enumValues(type.node.name).map((pair: any) => pair[1]);
}
export function getEnumNames(type: TypeInfo): any {
  return enumValues(type.node.name).map((pair: any) => pair[0]);
}
export function getEnumName(type: TypeInfo, value: any): any {
  const number: float64 = boxed_value(value);
  return enumName(type.node.name, number) ?? null;
}
export function isEnumDefined(type: TypeInfo, value: any): boolean {
  if (typeof value === "string") return getEnumNames(type).includes(value);
  return getEnumName(type, value) !== null;
}
export function parseEnum(type: TypeInfo, text: string, ignoreCase?: any): any {
  const found: any = enumOf(type, text, ignoreCase === true);
  if (found === undefined) throw new ArgumentException("Requested value '" + text + "' was not found.");
  return found;
}
/** … as obj. */
export function parseEnumObject(type: TypeInfo, text: string, ignoreCase?: any): any {
  return box_as(parseEnum(type, text, ignoreCase), type.node.text);
}
export function tryParseEnum(type: TypeInfo, text: any, result: any, ignoreCase?: any): boolean {
  const found: any = text == null ? undefined : enumOf(type, text, ignoreCase === true);
  if (found === undefined) return false;
  result.contents = found;
  return true;
}
const isDigit = (text: string): boolean => text !== "" && (text[0] === "-" || (text[0] >= "0" && text[0] <= "9"));

const foldCase = (name: string, ignoreCase: boolean): string => (ignoreCase ? name.toUpperCase() : name);

function enumOf(type: TypeInfo, text: string, ignoreCase: boolean): any {
  const trimmed: string = text.trim();
  if (isDigit(trimmed)) {
    const number: float64 = Number(trimmed);
    return number === Math.floor(number) ? number : undefined;
  }
  let value: int32 = 0;
  for (const part of str_split(trimmed, ",", undefined)) {
    const wanted: string = foldCase(part.trim(), ignoreCase);
    const pair: any = enumValues(type.node.name).find((one: any) => foldCase(one[0], ignoreCase) === wanted);
    if (pair === undefined) return undefined;
    value = value | Number(pair[1]);
  }
  return value;
}
