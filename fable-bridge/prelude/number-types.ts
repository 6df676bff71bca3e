/** .NET's number types by their names. */

/** F#'s name, its suffix for literals, .NET's words for it, and its bounds. */
export interface Integer {
  readonly type: string;
  readonly suffix: string;
  readonly words: string;
  readonly bits: number;
  readonly unsigned: boolean;
}
const integer = (type: string, suffix: string, words: string, bits: number, unsigned: boolean): Integer => ({ type, suffix, words, bits, unsigned });

export const integers: Readonly<Record<string, Integer>> = {
  SByte: integer("sbyte", "y", "a signed byte", 8, false),
  Byte: integer("byte", "uy", "an unsigned byte", 8, true),
  Int16: integer("int16", "s", "an Int16", 16, false),
  UInt16: integer("uint16", "us", "a UInt16", 16, true),
  Int32: integer("int", "", "an Int32", 32, false),
  UInt32: integer("uint32", "u", "a UInt32", 32, true),
  Int64: integer("int64", "L", "an Int64", 64, false),
  UInt64: integer("uint64", "UL", "a UInt64", 64, true),
};

/** F#'s names of integers and of floats. */
export const numberNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(integers).map(([name, { type }]) => [name, type])),
  Single: "float32",
  Double: "float",
};
