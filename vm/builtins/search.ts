/**
 * Where a text is in another, in time that the lengths bound together: the host's own search takes their product for texts made for it. Short parts are left
 * to the host.
 */
export const shortPart = 16;

/** Lengths of the longest proper borders of the part's beginnings (Knuth, Morris, Pratt). */
function bordersOf(length: number, unitAt: (index: number) => number): Int32Array {
  const borders = new Int32Array(length);
  for (let at = 1, border = 0; at < length; at++) {
    while (border > 0 && unitAt(at) !== unitAt(border)) border = borders[border - 1];
    if (unitAt(at) === unitAt(border)) border++;
    borders[at] = border;
  }
  return borders;
}

/** JavaScript's indexOf. */
export function findFirst(text: string, part: string, from = 0): number {
  if (part.length <= shortPart) return text.indexOf(part, from);
  const borders = bordersOf(part.length, (index) => part.charCodeAt(index));
  for (let at = Math.max(0, from), same = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (same > 0 && unit !== part.charCodeAt(same)) same = borders[same - 1];
    if (unit === part.charCodeAt(same)) same++;
    if (same === part.length) return at - same + 1;
  }
  return -1;
}

/** JavaScript's lastIndexOf. */
export function findLast(text: string, part: string, from = Number.POSITIVE_INFINITY): number {
  if (part.length <= shortPart) return text.lastIndexOf(part, from);
  const last = part.length - 1;
  const backwards = (index: number): number => part.charCodeAt(last - index);
  const borders = bordersOf(part.length, backwards);
  const start = Math.min(Math.max(from, 0) + last, text.length - 1);
  for (let at = start, same = 0; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    while (same > 0 && unit !== backwards(same)) same = borders[same - 1];
    if (unit === backwards(same)) same++;
    if (same === part.length) return at;
  }
  return -1;
}
