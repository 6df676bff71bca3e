/**
 * SHA-256 (FIPS 180-4), so that a `.fzb` is verified wherever JavaScript runs: in plain TypeScript and, for what that would take milliseconds for until the host has
 * compiled it, as WebAssembly where a host has and allows it.
 */
import { layout, sha256Module } from "./sha256-module.gen.ts";

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first eight. */
// biome-ignore format: as the standard prints them
const roundConstants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
const initialState = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);

const blockBytes = 64;

/** Takes whole blocks into a state. */
interface Compressor {
  readonly state: Int32Array;
  compress(bytes: Uint8Array): void;
}

const inScript = (): Compressor => {
  const state = new Int32Array(8);
  const schedule = new Int32Array(64);
  return {
    state,
    compress(bytes) {
      for (let at = 0; at < bytes.length; at += blockBytes) compress(state, schedule, bytes, at);
    },
  };
};

/** What of WebAssembly is used here: the standard library of the language does not have it. */
interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; compress(at: number, end: number): void } };
}

/** Undefined where the host has no WebAssembly, no memory for it or a policy against it. */
const inWebAssembly = (): Compressor | undefined => {
  try {
    const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyLike }).WebAssembly;
    const { memory, compress } = new Instance(new Module(sha256Module())).exports;
    new Int32Array(memory.buffer, layout.constants, roundConstants.length).set(roundConstants);
    const window = new Uint8Array(memory.buffer, layout.bytes);
    const room = window.length - (window.length % blockBytes);
    return {
      state: new Int32Array(memory.buffer, layout.state, 8),
      compress(bytes) {
        for (let at = 0; at < bytes.length; at += room) {
          const piece = bytes.subarray(at, at + room);
          window.set(piece);
          compress(layout.bytes, layout.bytes + piece.length);
        }
      },
    };
  } catch {
    return undefined;
  }
};

/** The least length for which WebAssembly is worth its compilation. */
const leastForWebAssembly = 8192;
let script: Compressor | undefined;
let webAssembly: Compressor | undefined | null = null;
const compressorFor = (length: number): Compressor => {
  if (length >= leastForWebAssembly && webAssembly === null) webAssembly = inWebAssembly();
  return webAssembly ?? (script ??= inScript());
};

const compress = (state: Int32Array, schedule: Int32Array, bytes: Uint8Array, at: number): void => {
  for (let i = 0; i < 16; i++, at += 4) schedule[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  for (let i = 16; i < 64; i++) {
    const x = schedule[i - 15];
    const y = schedule[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[i] = (schedule[i - 16] + s0 + schedule[i - 7] + s1) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + roundConstants[i] + schedule[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] + a) | 0;
  state[1] = (state[1] + b) | 0;
  state[2] = (state[2] + c) | 0;
  state[3] = (state[3] + d) | 0;
  state[4] = (state[4] + e) | 0;
  state[5] = (state[5] + f) | 0;
  state[6] = (state[6] + g) | 0;
  state[7] = (state[7] + h) | 0;
};

/** The 32 bytes of the digest of `bytes`, at most 2^50 of them. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const { length } = bytes;
  const { state, compress } = compressorFor(length);
  state.set(initialState);
  const rest = length % blockBytes;
  const tail = new Uint8Array(rest < 56 ? blockBytes : 2 * blockBytes);
  tail.set(bytes.subarray(length - rest));
  tail[rest] = 0x80;
  let bits = length * 8;
  for (let at = tail.length - 1; bits > 0; at--) {
    tail[at] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  compress(bytes.subarray(0, length - rest));
  compress(tail);
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = state[i >> 2] >>> (24 - 8 * (i & 3));
  return digest;
};
