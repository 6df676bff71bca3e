// A sheet whose cells call F# functions. A cell has a budget: one that computes too long says so, and the page stays alive.
import { Engine, FusabiError, LimitError } from "fusabi/vm";

/** A cell's text: a number, a text, or `=NAME(A1, B2:B4)`. */
const formula = /^=([A-Z]+)\((.*)\)$/;

export async function openSheet(artifact, fuelPerCell = 200_000) {
  const sheet = (await new Engine({ limits: { memory: 16 * 1024 * 1024 } }).load(artifact)).instantiate();
  const { evaluate, names } = sheet.exports;

  /** What a cell shows. `texts` has the cells by name. */
  const show = (texts, name, depth = 0) => {
    const text = texts[name] ?? "";
    const [, called, args] = formula.exec(text) ?? [];
    if (called === undefined) return text;
    if (depth > 50) return "#CYCLE";
    const cells = args.split(",").flatMap((arg) => range(arg.trim()).map((each) => cellOf(show(texts, each, depth + 1))));
    try {
      const result = sheet.within({ fuel: fuelPerCell }, () => evaluate(called, cells));
      return result.tag === "Wrong" ? `#${result.message}` : String(result.value.value ?? "");
    } catch (error) {
      if (error instanceof LimitError) return "#TOO LONG";
      return error instanceof FusabiError ? `#${error.message}` : "#ERROR";
    }
  };
  return { names, show };
}

const cellOf = (text) => (text === "" ? { tag: "Blank" } : Number.isNaN(Number(text)) ? { tag: "Text", value: text } : { tag: "Number", value: Number(text) });

/** `B2:B4` as its cells. */
function range(text) {
  const [, column, from, to] = /^([A-Z])(\d+):\1(\d+)$/.exec(text) ?? [];
  return column === undefined ? [text] : Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${column}${Number(from) + i}`);
}
