/** Names that many places of a text need, told once for all places of a region: a region has those that all its places name and that none around it has. */

/** From the first position to before the last; spans lie in each other or apart. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Place {
  readonly at: number;
  readonly names: readonly string[];
}

export interface SharedNames extends Span {
  readonly names: readonly string[];
  /** Regions in it that have names of their own. */
  readonly inner: readonly SharedNames[];
}

interface Region extends Span {
  readonly inner: Region[];
  places: number;
  common: readonly string[];
}

export function shareNames(whole: Span, spans: readonly Span[], places: readonly Place[]): SharedNames {
  const regionOf = ({ from, to }: Span): Region => ({ from, to, inner: [], places: 0, common: [] });
  const root = regionOf(whole);
  const open = [root];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const region = regionOf(span);
    while (open[open.length - 1].to <= span.from) open.pop();
    open[open.length - 1].inner.push(region);
    open.push(region);
  }
  for (const { at, names } of places) {
    const named = new Set(names);
    for (let region: Region | undefined = root; region !== undefined; region = region.inner.find(({ from, to }) => from <= at && at < to)) {
      region.common = region.places === 0 ? [...named] : region.common.filter((name) => named.has(name));
      region.places++;
    }
  }
  const told = (region: Region, known: readonly string[]): SharedNames => {
    const names = region.places < 2 ? [] : region.common.filter((name) => !known.includes(name));
    const inner = region.inner.map((each) => told(each, [...known, ...names]));
    return { from: region.from, to: region.to, names, inner: inner.flatMap((each) => (each.names.length === 0 ? each.inner : [each])) };
  };
  return told(root, []);
}
