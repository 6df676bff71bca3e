/**
 * The benchmark programs, `programs/NAME.fs`, each with a `run: int -> int` whose result is the checksum. The size is the same for every column of a row, small
 * enough for the slowest of them, and large enough that V8's figure is not its clock's.
 */
export const programs = {
  Count: 1_000_000,
  Loop: 1_000_000,
  Fib: 22,
  TailRec: 200_000,
  Lists: 20_000,
  ExprTree: 12,
  Queens: 7,
  Mandel: 60,
  NBody: 3_000,
  BinTrees: 9,
  MapInt: 2_000,
  MapStr: 1_000,
  Words: 5_000,
  Sprintf: 300,
  Int64s: 20_000,
  Closures: 20_000,
  Seqs: 10_000,
  QSort: 10_000,
  Sieve: 100_000,
};

/** Larger programs, which no pass was made for: their mean is told apart. */
export const larger = {
  Parser: 200,
  Script: 2_000,
  Simulation: 1_500,
  Json: 150,
  Graph: 500,
  Sheet: 60,
};
