/** Case and white space of the invariant culture: unit by unit, as .NET has them, where JavaScript's change the length of a text or differ in what is blank. */

const mapUnits = (text: string, whole: string, map: (unit: string) => string): string => {
  // the sigma that ends a word has a lower case of its own in JavaScript only
  if (whole.length === text.length && !text.includes("Σ")) return whole;
  let result = "";
  for (const point of text) {
    const mapped = map(point);
    result += mapped.length === point.length ? mapped : point;
  }
  return result;
};

export const upperInvariant = (text: string): string => mapUnits(text, text.toUpperCase(), (unit) => unit.toUpperCase());
export const lowerInvariant = (text: string): string => mapUnits(text, text.toLowerCase(), (unit) => unit.toLowerCase());

export const isWhiteSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

export const trimText = (text: string, atStart: boolean, atEnd: boolean): string => {
  let start = 0;
  let end = text.length;
  while (atStart && start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (atEnd && end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
};
