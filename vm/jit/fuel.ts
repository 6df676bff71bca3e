/** Where fuel is while a piece of code runs: in the machine's cell, in the local `fuel`, or in that less the turns of a strip that ended since. */

export interface Strip {
  /** The register that counts, as text, and by what. */
  readonly counter: string;
  readonly step: number;
  readonly charge: number;
  /** Locals: the counter where the strip began, and where it ends. */
  readonly start: string;
  readonly end: string;
}

export interface FuelPlace {
  readonly local: boolean;
  readonly strip?: Strip;
}

export const inCell: FuelPlace = { local: false };
export const inLocal: FuelPlace = { local: true };

/** Turns that a strip has ended. */
const ended = ({ counter, start, step }: Strip): string => (step > 0 ? `${counter} - ${start}` : `${start} - ${counter}`);

/** What is left there. */
const left = ({ strip }: FuelPlace): string => (strip === undefined ? "fuel" : `(fuel - Math.imul(${ended(strip)}, ${strip.charge})) | 0`);

/** Text that pays for the turns of a strip but the last. */
export const closeStrip = (strip: Strip): string => `fuel = (fuel - Math.imul(${ended(strip)} - 1, ${strip.charge})) | 0;`;

/** Text that opens a strip of so many turns at most behind the current one. */
export const openStrip = (strip: Strip, further: string): string =>
  `var ${strip.start} = ${strip.counter}, ${strip.end} = (${strip.counter} ${strip.step > 0 ? "+" : "-"} Math.min((fuel / ${strip.charge}) | 0, ${further}) ${strip.step > 0 ? "+" : "-"} 1) | 0;`;

/** Text that takes fuel from one place to where it is expected next; "" where it is there. */
export function moveFuel(from: FuelPlace, toLocal: boolean): string {
  if (from.strip !== undefined) return `${toLocal ? "fuel" : "meter[0]"} = ${left(from)}; `;
  if (from.local === toLocal) return "";
  return toLocal ? "fuel = meter[0]; " : "meter[0] = fuel; ";
}

/** Text that runs with fuel in the cell, and has it where it was afterwards: a strip ends with its turn. */
export function withCell(place: FuelPlace, text: string): string {
  if (!place.local) return text;
  const { strip } = place;
  const back = strip === undefined ? "" : ` ${strip.start} = ${strip.counter}; ${strip.end} = (${strip.counter} ${strip.step > 0 ? "+" : "-"} 1) | 0;`;
  return `${moveFuel(place, false)}${text} fuel = meter[0];${back}`;
}

/** Whether a text may touch the cell, beyond allocations whose size is known. */
export const touchesCell = (text: string): boolean =>
  /\bmeter\[0\]|\bspend\(|\bmachine\b(?!\.(?:globals|types|typeValue|shared|closureType)\b)/.test(text.replaceAll(allocation, ""));

const allocation = /machine\.metering\.spaceSpent\(\)/g;

/** The same text where fuel is in that place: spending the last of the space asks for the next charge. */
export const allocating = (place: FuelPlace, text: string): string =>
  place.local ? text.replaceAll(/machine\.metering\.spaceSpent\(\);?/g, (call) => `{ ${withCell(place, call.endsWith(";") ? call : `${call};`)} }`) : text;
