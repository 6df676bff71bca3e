// The names of enum values: every program declares its enums before it starts.
import { number_to_string, str_index_of, str_slice, str_split } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";

const enums: any = new Map();

/** Members as `Red=1,Green=2`. */
export function declareEnum(type: string, members: string): void {
  enums.set(type, members);
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

/** Pairs of name and value, in order of value; of several names for a value the first. */
export function enumValues(type: string): any {
  const names: any = namesOf(type);
  if (names === undefined) return [];
  return Array.from(names.entries())
    .map((entry: any) => new_tuple("tuple", entry[1], Number(entry[0])))
    .sort((a: any, b: any) => a[1] - b[1]);
}

/** The name of a value, or its digits where it has none. */
export function enumText(type: string, value: float64): string {
  const digits: string = number_to_string(value, 10);
  const names: any = namesOf(type);
  return names === undefined ? digits : (names.get(digits) ?? digits);
}
