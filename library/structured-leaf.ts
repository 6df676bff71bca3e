// `%A` of a value without parts: numbers with their suffixes, texts and chars in quotes.
import { enumText, isEnum } from "./enum-names.ts";
import { formatNumber, integerBits } from "./format-number.ts";
import { timeText, toStringOf } from "./format-text.ts";
import type { TypeNode } from "./type-text.ts";

const isDigits = (text: string): boolean => {
  for (let i: int32 = 0; i < text.length; i++) {
    const c: string = text[i];
    if (c !== "-" && (c < "0" || c > "9")) return false;
  }
  return true;
};

export function leafText(x: any, type: TypeNode, kind: int32, root: boolean): string {
  switch (kind) {
    case 0:
    case 1:
      if (type.name === "unit") return "()";
      return root ? "<null>" : "null";
    case 2:
      return x ? "true" : "false";
    case 3:
      return numberLeaf(x, type.name);
    case 4:
      return bigLeaf(x, type.name);
    case 5:
      if (type.name === "System.Guid") return x;
      return type.name === "char" ? charLeaf(x) : '"' + x + '"';
    case 10:
      return "<fun:Invoke>";
    default:
      return toStringOf(x, type);
  }
}

function numberLeaf(x: float64, type: string): string {
  switch (type) {
    case "int32":
      return "" + x;
    case "float64":
    case "obj":
      return floatLeaf(x, "float64");
    case "float32":
      if (x === Math.floor(x) && x > -2147483648 && x < 2147483648) return "" + x + ".0f";
      return floatLeaf(x, type) + "f";
    case "uint8":
      return "" + x + "uy";
    case "int8":
      return "" + x + "y";
    case "int16":
      return "" + x + "s";
    case "uint16":
      return "" + x + "us";
    case "uint32":
      return "" + x + "u";
    default:
      if (isEnum(type)) return enumText(type, x);
      if (timeText(x, type, "") !== undefined) return timeText(x, type, "");
      return x - x === 0 && x === Math.floor(x) && integerBits(type) === 0 ? formatNumber(x, "float64", "") : floatLeaf(x, "float64");
  }
}

function floatLeaf(x: float64, type: string): string {
  if (x !== x) return "nan";
  if (x - x !== 0) return x > 0 ? "infinity" : "-infinity";
  const text: string = formatNumber(x, type, "g10");
  return type === "float64" && isDigits(text) ? text + ".0" : text;
}

function bigLeaf(x: any, type: string): string {
  switch (type) {
    case "bigint":
    case "obj":
      return x.toString();
    case "uint64":
      return x.toString() + "UL";
    case "nativeint":
      return x.toString() + "n";
    case "unativeint":
      return x.toString() + "un";
    default:
      return x.toString() + "L";
  }
}

/** A char in quotes; control characters as three decimal digits. */
function charLeaf(c: string): string {
  if (c === "'") return "'\\''";
  if (c === "\\") return "'\\\\'";
  if (c === "\b") return "'\\b'";
  const code: int32 = c.charCodeAt(0);
  if (code >= 32 && (code < 127 || code > 159)) return "'" + c + "'";
  const digits: string = "" + code;
  return "'\\" + "000".slice(digits.length) + digits + "'";
}
