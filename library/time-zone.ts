// The local time zone. It is UTC: a host that grants another one is asked here.

/** Minutes that local time is ahead at a time of UTC. */
export function offsetAtUtc(_days: int32, _ticks: float64): int32 {
  return 0;
}
/** Minutes that local time is ahead at a local time. */
export function offsetAtLocal(_days: int32, _ticks: float64): int32 {
  return 0;
}
