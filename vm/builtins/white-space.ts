/** White space as .NET has it, where JavaScript differs in what is blank. */

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
