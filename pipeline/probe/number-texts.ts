/** Parse, TryParse and F#'s conversions of texts, by type, text and NumberStyles. */
import { numberNames } from "../../fable-bridge/prelude/number-types.ts";
import { everyNth, expressionFamily } from "./expressions.ts";
import type { Family } from "./program.ts";

const declarations = `open System.Globalization
let inv = CultureInfo.InvariantCulture
`;
const names: Readonly<Record<string, string>> = { ...numberNames, Decimal: "decimal" };
const types = Object.keys(names);
const texts = [
  '"0"',
  '"42"',
  '" 42 "',
  '"-42"',
  '"+7"',
  '"42-"',
  '"(42)"',
  '"1,234"',
  '"1,,2"',
  '"1.0"',
  '"1.5"',
  '"1e2"',
  '"1e-1"',
  '"1E+2"',
  '"ff"',
  '"FF"',
  '"0xff"',
  '"80000000"',
  '"ffffffffffffffff"',
  '"101"',
  '"¤5"',
  '"- 5"',
  '"300"',
  '"-129"',
  '"70000"',
  '"99999999999"',
  '"99999999999999999999999999999999"',
  '"1e400"',
  '""',
  '" "',
  "(null: string)",
  '"abc"',
  '"NaN"',
  '"Infinity"',
  '"-Infinity"',
  '"∞"',
  '"-0"',
  '"1.2.3"',
  '".5"',
  '"5."',
  '"1e"',
  '"1_0"',
  '"0.10"',
  '"1\\u0000"',
  '"\\t5\\n"',
  '"１"',
  '"--5"',
  '"+-5"',
  '",1"',
  '"1.79769313486231580e308"',
  '"4.9e-324"',
  '"0.1"',
  '"123456789012345678901234567890.123456789"',
  '"79228162514264337593543950335"',
  '"79228162514264337593543950336"',
];
const styles = [
  "NumberStyles.None",
  "NumberStyles.Integer",
  "NumberStyles.HexNumber",
  "NumberStyles.Number",
  "NumberStyles.Float",
  "NumberStyles.Any",
  "NumberStyles.Currency",
  "NumberStyles.AllowParentheses",
  "NumberStyles.AllowThousands",
  "NumberStyles.BinaryNumber",
  "NumberStyles.AllowHexSpecifier",
  "(NumberStyles.Integer ||| NumberStyles.AllowExponent)",
  "(NumberStyles.HexNumber ||| NumberStyles.AllowThousands)",
  "(enum<NumberStyles> 65536)",
];
const rows: string[] = [];
let turn = 0;
for (const t of types)
  for (const x of texts) {
    rows.push(`string (${t}.Parse ${x})`);
    const pick = [...styles].filter((_, i) => (turn++ * 7 + i) % 5 === 0);
    for (const s of pick)
      rows.push(turn % 2 ? `string (${t}.Parse(${x}, ${s}))` : `string (${t}.Parse(${x}, ${s}, inv))`, `let ok, v = ${t}.TryParse(${x}, ${s}, inv) in string ok + " " + string v`);
    if (turn % 3 === 0)
      rows.push(
        `string (${t}.Parse(${x}, inv))`,
        `let ok, v = ${t}.TryParse(${x}) in string ok + " " + string v`,
        `let ok, v = ${t}.TryParse(${x}, inv) in string ok + " " + string v`,
        `string (Convert.To${t} (${x}: string))`,
      );
  }
for (const t of types) for (const x of texts) rows.push(`string (${names[t]} (${x}: string))`);
for (const x of texts) rows.push(`string (bigint.Parse ${x})`, `let ok, v = bigint.TryParse(${x}: string) in string ok + " " + string v`, `string (Boolean.Parse ${x})`);
for (const s of styles) for (const x of ['"ff"', '"1,000"', '"-5"', '"1.0"', '"(3)"', '"1e2"', '""', '"101"']) rows.push(`string (bigint.Parse(${x}, ${s}))`);
for (const x of ['"true"', '"TRUE"', '" False "', '"yes"', '"1"', '"tru"', '"true\\u0000"', '"True"'])
  rows.push(`string (Boolean.Parse ${x})`, `let ok, v = Boolean.TryParse ${x} in string ok + string v`, `string (Convert.ToBoolean ${x})`);

export const numberTexts: readonly Family[] = [expressionFamily("number-texts", declarations, everyNth(rows, 5))];
