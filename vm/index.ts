/** The machine that runs valid modules. Needs nothing but the language. */

export type { Capabilities } from "./embed/capabilities.ts";
export { Engine, type EngineOptions, type HostType } from "./embed/engine.ts";
export { BoundaryError, type ErrorCode, errorCodes, FusabiError, GuestError, LimitError } from "./embed/errors.ts";
export { type Abort, Executor, type Progress, type RunOptions, type Step } from "./embed/executor.ts";
export { type Files, fileImports } from "./embed/files.ts";
export type { Exports, Instance } from "./embed/instance.ts";
export { GuestReference } from "./embed/links.ts";
export type { EngineModule, HostFn, ImportInfo, InstanceOptions } from "./embed/module.ts";
export { fetchFrom, fetchImport, type HttpRequest, type HttpResponse, type Send } from "./embed/network.ts";
export { Scope } from "./embed/scope.ts";
export type { ResponseLike, StreamLike } from "./embed/sources.ts";
export { Vm } from "./embed/stack.ts";
export { BoundedStore, type Store, stateImports } from "./embed/state.ts";
export { type CallAnswer, type HostFunction, NotGranted } from "./host-calls.ts";
export { defaultLimits, type LimitName, type Limits, limitTable, type PauseReason } from "./limits.ts";
export { type LoadedModule, load } from "./load.ts";
export { Machine, type MachineOptions, type MachineStats, type StepOutcome } from "./machine.ts";
export { FzbError, type FzbErrorCode, readModule, type ValidModule, validate } from "./reader.ts";
export { type RestoreOptions, restore, type SnapshotOptions, snapshot } from "./snapshot/snapshot.ts";
export { renderTrace, type TraceFrame, type Trap, type TrapCode, trapCodes, type Ungranted } from "./traps.ts";
export { VirtualClock } from "./virtual-clock.ts";
