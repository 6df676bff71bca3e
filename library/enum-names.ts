// The names of enum values: every program declares its enums before it starts.
import { number_to_string, str_index_of, str_slice, str_split } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";

const enums: any = new Map();
/** Types with the attribute Flags. */
const flagged: any = new Set();

/** Members as `Red=1,Green=2`. */
export function declareEnum(type: string, members: string, isFlags: boolean): void {
  enums.set(type, members);
  if (isFlags) flagged.add(type);
}

const namesOf = (type: string): any => {
  const known: any = enums.get(type);
  if (typeof known !== "string") return known;
  const names: any = new Map();
  for (const member of str_split(known, ",", undefined)) {
    const text: string = member;
    const mark: int32 = str_index_of(text, "=", 0);
    const value: string = str_slice(text, mark + 1, undefined);
    // of several names for a value the first one shows
    if (!names.has(value)) names.set(value, str_slice(text, 0, mark));
  }
  enums.set(type, names);
  return names;
};

export function isEnum(type: string): boolean {
  return enums.has(type);
}

/** Pairs of name and value, in order of value without its sign; of several names for a value the first. */
export function enumValues(type: string): any {
  const names: any = namesOf(type);
  if (names === undefined) return [];
  return Array.from(names.entries())
    .map((entry: any) => new_tuple("tuple", entry[1], Number(entry[0])))
    .sort((a: any, b: any) => unsigned(a[1]) - unsigned(b[1]));
}
const unsigned = (value: float64): float64 => (value < 0 ? value + 4294967296 : value);

/** The name of a value, or undefined. */
export function enumName(type: string, value: float64): any {
  const names: any = namesOf(type);
  return names === undefined ? undefined : names.get(number_to_string(value, 10));
}

/** The name of a value; where it has none, the names of flags that make it, or its digits. */
export function enumText(type: string, value: float64): string {
  return namedText(type, value, flagged.has(type));
}

/** The same, as if the type had the attribute Flags. */
export function flagsText(type: string, value: float64): string {
  return namedText(type, value, true);
}

function namedText(type: string, value: float64, isFlags: boolean): string {
  const name: any = enumName(type, value);
  if (name !== undefined) return name;
  return (isFlags ? flagNames(type, value) : undefined) ?? number_to_string(value, 10);
}

/** `Read, Write`; undefined for what is not made of flags. */
function flagNames(type: string, value: float64): any {
  const pairs: any = enumValues(type);
  let rest: int32 = value | 0;
  let text: string = "";
  for (let i: int32 = pairs.length - 1; i >= 0 && rest !== 0; i--) {
    const flag: int32 = Number(pairs[i][1]) | 0;
    if (flag === 0 || (rest & flag) !== flag) continue;
    const name: string = pairs[i][0];
    text = text === "" ? name : name + ", " + text;
    rest = rest & ~flag;
  }
  return text !== "" && rest === 0 ? text : undefined;
}
