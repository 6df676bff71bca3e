// Replacement patterns: `$1`, `${name}`, `$&`, `$$` and their kin. What is none of them stands for itself.
import { str_index_of, str_join, str_slice } from "fusabi:builtin";
import type { RegexProgram } from "./regex-program.ts";
import { isDigit, isNameStart, RegexScanner } from "./regex-scanner.ts";

const BEFORE: int32 = -1;
const AFTER: int32 = -2;
const LAST_GROUP: int32 = -3;
const WHOLE: int32 = -4;

/** Texts, and slots or the codes above. */
export function parseReplacement(program: RegexProgram, replacement: string): any {
  const scanner: RegexScanner = new RegexScanner(replacement, program.options);
  const parts: any = [];
  let start: int32 = 0;
  while (true) {
    const at: int32 = str_index_of(replacement, "$", scanner.pos);
    if (at < 0) break;
    scanner.pos = at + 1;
    const part: any = substitution(scanner, program);
    if (part === undefined) {
      scanner.pos = at + 1;
      continue;
    }
    if (at > start) parts.push(str_slice(replacement, start, at));
    parts.push(part);
    start = scanner.pos;
  }
  if (start < replacement.length) parts.push(str_slice(replacement, start, undefined));
  return parts;
}

/** What follows a `$`; undefined where it means nothing. */
function substitution(scanner: RegexScanner, program: RegexProgram): any {
  if (scanner.atEnd()) return undefined;
  const braced: boolean = scanner.left() > 1 && scanner.take("{");
  const unit: string = scanner.peek();
  let slot: int32 = -1;
  if (isDigit(unit)) {
    slot = program.groups.numbers.indexOf(scanner.decimal());
  } else if (braced) {
    if (!isNameStart(unit)) return undefined;
    slot = program.groups.names.indexOf(scanner.name());
  } else {
    const code: int32 = str_index_of("$&`'+_", unit, 0);
    if (code < 0) return undefined;
    scanner.pos = scanner.pos + 1;
    return code === 0 ? "$" : code === 1 ? 0 : 1 - code;
  }
  return slot < 0 || (braced && !scanner.take("}")) ? undefined : slot;
}

/** The text of a match's replacement. */
export function replacementText(parts: any, match: any): string {
  const texts: any = [];
  for (const part of parts) texts.push(typeof part === "string" ? part : partText(part, match));
  return str_join(texts, "");
}

function partText(part: int32, match: any): string {
  switch (part) {
    case BEFORE:
      return str_slice(match.text, 0, match.start);
    case AFTER:
      return str_slice(match.text, match.end, undefined);
    case LAST_GROUP:
      return match.slotText(match.slots() - 1) ?? "";
    case WHOLE:
      return match.text;
    default:
      return match.slotText(part) ?? "";
  }
}
