// TimeSpan as text: the standard formats c, g, G and custom ones.
import { failFormat, padded, type Quoted, readQuoted, repeats } from "./date-format.ts";
import { days, hours, milliseconds, minutes, seconds, ticksBelowMillisecond } from "./time-span.ts";

/** Ticks behind the seconds. */
function fractionOf(size: float64): float64 {
  return milliseconds(size) * 10000 + Math.abs(ticksBelowMillisecond(size));
}
function trimZeros(digits: string): string {
  let text: string = digits;
  while (text.endsWith("0")) text = text.slice(0, text.length - 1);
  return text;
}

/** `c` is `[-][d.]hh:mm:ss[.fffffff]`, `g` and `G` the short and the long general form. */
export function formatSpan(x: float64, format: string): string {
  const size: float64 = Math.abs(x);
  switch (format) {
    case "":
    case "c":
    case "t":
    case "T":
      return standard(x, size, "c");
    case "g":
    case "G":
      return standard(x, size, format);
    default:
      return format.length === 1 ? failFormat() : custom(size, format);
  }
}

function standard(x: float64, size: float64, style: string): string {
  const d: int32 = days(size);
  const rest: float64 = fractionOf(size);
  let text: string = x < 0 ? "-" : "";
  if (style === "c") text = text + (d === 0 ? "" : d + ".");
  else text = text + (d === 0 && style === "g" ? "" : d + ":");
  text = text + padded(hours(size), style === "g" ? 1 : 2) + ":" + padded(minutes(size), 2) + ":" + padded(seconds(size), 2);
  if (style === "G" || (rest !== 0 && style === "c")) return text + "." + padded(rest, 7);
  return rest === 0 ? text : text + "." + trimZeros(padded(rest, 7));
}

/** A custom format shows no sign. */
function custom(size: float64, format: string): string {
  let text: string = "";
  let at: int32 = 0;
  while (at < format.length) {
    const letter: string = format[at];
    const length: int32 = repeats(format, at);
    at = at + length;
    switch (letter) {
      case "d":
        text = text + (length > 8 ? failFormat() : padded(days(size), length));
        break;
      case "h":
        text = text + (length > 2 ? failFormat() : padded(hours(size), length));
        break;
      case "m":
        text = text + (length > 2 ? failFormat() : padded(minutes(size), length));
        break;
      case "s":
        text = text + (length > 2 ? failFormat() : padded(seconds(size), length));
        break;
      case "f":
      case "F": {
        const digits: string = length > 7 ? failFormat() : padded(fractionOf(size), 7).slice(0, length);
        text = text + (letter === "f" ? digits : trimZeros(digits));
        break;
      }
      case "'":
      case '"': {
        const quoted: Quoted = readQuoted(format, at - length);
        text = text + quoted.text;
        at = quoted.at;
        break;
      }
      case "%":
        at = at - length + 1;
        if (length > 1 || at >= format.length) failFormat();
        break;
      case "\\":
        at = at - length + 2;
        text = text + (at > format.length ? failFormat() : format[at - 1]);
        break;
      default:
        failFormat();
    }
  }
  return text;
}
