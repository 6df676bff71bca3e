/** What converters are, and those of scalars: JavaScript's value and what crosses (lowering/boundary/adapters.ts says its forms) are the same value then. */
import { bigintBits } from "../dynamic.ts";
import { hostBounds } from "../limits.ts";
import { Boxed } from "../value.ts";
import { type Crossing, timeOf } from "./crossing.ts";

export interface Converter {
  /** The type as messages call it. */
  readonly name: string;
  /** Whether a value crosses inward as it is. */
  readonly isPlain: (value: unknown) => boolean;
  readonly inward: (value: unknown, crossing: Crossing) => unknown;
  /** Trusts nothing: a hostile artifact may give anything. */
  readonly outward: (value: unknown, crossing: Crossing) => unknown;
}

/** Texts beyond it are counted. */
const shortText = 4096;

export const scalar = (name: string, accepts: (value: unknown) => boolean, adjust?: (value: unknown) => unknown): Converter => {
  const check = (value: unknown, crossing: Crossing): unknown => (accepts(value) ? value : crossing.fail(name, value));
  return { name, isPlain: accepts, inward: adjust === undefined ? check : (value, crossing) => check(adjust(value), crossing), outward: check };
};

const integer = (name: string, low: number, high: number): Converter =>
  scalar(
    name,
    (value) => typeof value === "number" && Number.isInteger(value) && value >= low && value <= high && !Object.is(value, -0),
    (value) => (value === 0 ? 0 : value),
  );

/** A bigint, or a number that is a safe integer. */
const wide = (name: string, within: (value: bigint) => boolean): Converter =>
  scalar(
    name,
    (value) => typeof value === "bigint" && within(value),
    (value) => (typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value),
  );

const int64 = wide("int64", (value) => BigInt.asIntN(64, value) === value);
const uint64 = wide("uint64", (value) => BigInt.asUintN(64, value) === value);

const anyBigint = wide("bigint", (value) => BigInt.asIntN(hostBounds.bigint + 1, value) === value);
const bigint: Converter = {
  ...anyBigint,
  isPlain: int64.isPlain,
  inward: (value, crossing) => {
    const made = anyBigint.inward(value, crossing) as bigint;
    crossing.within("bigint", bigintBits(made));
    return made;
  },
};

const string: Converter = {
  name: "string",
  isPlain: (value) => typeof value === "string" && value.length <= shortText,
  inward: (value, crossing) => (typeof value === "string" ? crossing.text(value) : crossing.fail("string", value)),
  outward: (value, crossing) => (typeof value === "string" ? crossing.text(value) : value === undefined || value === null ? null : crossing.fail("string", value)),
};

const unit: Converter = { name: "unit", isPlain: (value) => value === undefined, inward: () => undefined, outward: () => undefined };

const guidText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const decimalText = /^-?(?=\.?\d)\d{0,29}(?:\.\d{0,28})?$/;

/** JavaScript's digits of a finite number, without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return text;
  const [whole, fraction = ""] = mantissa.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const sign = value < 0 ? "-" : "";
  return point <= 0 ? `${sign}0.${"0".repeat(-point)}${digits}` : sign + digits.padEnd(point, "0");
}

const decimal = scalar(
  "decimal",
  (value) => typeof value === "string" && decimalText.test(value),
  (value) => (typeof value === "number" && Number.isFinite(value) ? plainDigits(value) : typeof value === "bigint" ? String(value) : value),
);

/** Of the years 1 to 9999. */
const firstDay = -62135596800000;
const isDay = (value: unknown): boolean => typeof value === "number" && value >= firstDay && value <= 253402300799999;
const date: Converter = {
  name: "Date",
  isPlain: () => false,
  inward: (value, crossing) => {
    const time = timeOf(value);
    return isDay(time) ? time : crossing.fail("Date of the years 1 to 9999", value);
  },
  outward: (value, crossing) => (isDay(value) ? new Date(value as number) : crossing.fail("Date", value)),
};

const dayLength = 86_400_000;
const dayText = (day: number): string => new Date(firstDay + day * dayLength).toISOString().slice(0, 10);

/** A day's text, and its number from the first of January of the year 1. */
const day: Converter = {
  name: 'DateOnly ("2024-02-29")',
  isPlain: () => false,
  inward: (value, crossing) => {
    const number = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? (Date.parse(value) - firstDay) / dayLength : -1;
    return number >= 0 && dayText(number) === value ? number : crossing.fail(day.name, value);
  },
  outward: (value, crossing) => (Number.isInteger(value) && isDay(firstDay + (value as number) * dayLength) ? dayText(value as number) : crossing.fail("DateOnly", value)),
};

export const scalars: Readonly<Record<string, Converter>> = {
  unit,
  bool: scalar("bool", (value) => typeof value === "boolean"),
  char: scalar("char", (value) => typeof value === "string" && value.length === 1),
  string,
  int8: integer("sbyte", -128, 127),
  uint8: integer("byte", 0, 255),
  int16: integer("int16", -32768, 32767),
  uint16: integer("uint16", 0, 65535),
  int32: integer("int", -(2 ** 31), 2 ** 31 - 1),
  uint32: integer("uint32", 0, 2 ** 32 - 1),
  int64,
  nativeint: int64,
  uint64,
  unativeint: uint64,
  bigint,
  float32: scalar(
    "float32",
    (value) => typeof value === "number" && (Math.fround(value) === value || Number.isNaN(value)),
    (value) => (typeof value === "number" ? Math.fround(value) : value),
  ),
  float64: scalar("float", (value) => typeof value === "number"),
  decimal,
  "System.DateTime": date,
  "System.DateTimeOffset": date,
  "System.TimeSpan": scalar("TimeSpan (milliseconds)", (value) => typeof value === "number" && Math.abs(value) <= 922337203685477),
  "System.DateOnly": day,
  "System.TimeOnly": scalar("TimeOnly (milliseconds)", (value) => typeof value === "number" && value >= 0 && value < dayLength),
  "System.Uri": { ...string, name: "Uri" },
  "System.Guid": scalar(
    "Guid",
    (value) => typeof value === "string" && guidText.test(value),
    (value) => (typeof value === "string" ? value.toLowerCase() : value),
  ),
};

/** Primitives of any type: what `obj` and type parameters may be. */
export const isPrimitive = (value: unknown): boolean => value === null || (typeof value !== "object" && typeof value !== "function" && typeof value !== "symbol");

/** What is in a box, for a value that a program gave as obj. */
export const unboxed = (value: unknown): unknown => (value instanceof Boxed ? value.v : value);
