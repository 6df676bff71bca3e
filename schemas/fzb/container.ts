/**
 * The outside of a `.fzb` file, and with another magic of a snapshot:
 *
 *   46 5A 42 01 | version u16 | cost table u16 | section … | hash section | signature section, optional
 *
 * u16 has its low byte first. A section is its id (1 byte), the length of its contents (LEB128) and the contents; ids ascend. The hash section (id 14)
 * holds the SHA-256 of all bytes before its id; the signature section (id 15) an Ed25519 public key and its signature of those 32 bytes.
 */
import { ByteReader, ByteWriter } from "./bytes.ts";
import { FzbError, type FzbErrorCode } from "./error.ts";
import { formatVersion, oldestFormatVersion } from "./limits.ts";
import { sha256 } from "./sha256.ts";

/** What tells one sort of file from another: its first bytes, and the versions that are read. */
export interface Envelope {
  readonly magic: readonly number[];
  readonly missing: FzbErrorCode;
  readonly version: number;
  readonly oldest: number;
}

const moduleEnvelope: Envelope = { magic: [0x46, 0x5a, 0x42, 0x01], missing: "not_fzb", version: formatVersion, oldest: oldestFormatVersion };
const hashId = 14;
const signatureId = 15;
const keyBytes = 32;
const signatureBytes = 64;

export interface Container {
  readonly version: number;
  readonly costTable: number;
  /** Where the contents of each section lie, by id. */
  readonly sections: ReadonlyMap<number, { readonly at: number; readonly end: number }>;
  /** The SHA-256 that identifies the module. */
  readonly hash: Uint8Array;
  readonly signature: Signature | undefined;
}

/** An Ed25519 public key of 32 bytes, and its signature of 64 bytes of the file's hash. Whoever trusts keys checks it: reading does not. */
export interface Signature {
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
}

/** The file with the given sections, in order of their ids. */
export const writeContainer = (costTable: number, sections: readonly (readonly [id: number, contents: Uint8Array])[], envelope = moduleEnvelope): Uint8Array => {
  const out = new ByteWriter();
  for (const byte of envelope.magic) out.byte(byte);
  for (const half of [envelope.version, costTable]) {
    if (half >>> 0 !== half || half > 0xffff) throw new Error(`expected a version from 0 to 65535, found ${half}`);
    out.byte(half & 0xff);
    out.byte(half >> 8);
  }
  for (const [id, contents] of sections) writeSection(out, id, contents);
  writeSection(out, hashId, sha256(out.finish()));
  return out.finish();
};

const writeSection = (out: ByteWriter, id: number, contents: Uint8Array): void => {
  out.byte(id);
  out.unsigned(contents.length);
  out.all(contents);
};

/** Finds the sections and verifies the hash; throws only FzbError. */
export const readContainer = (bytes: Uint8Array, { magic, missing, version: newest, oldest } = moduleEnvelope): Container => {
  const reader = new ByteReader(bytes, 0, bytes.length);
  for (let i = 0; i < magic.length; i++)
    if (bytes[i] !== magic[i]) reader.fail(missing, `expected ${magic.map((byte) => byte.toString(16).padStart(2, "0")).join(" ")} at the beginning`, i);
  reader.skip(magic.length);
  const half = (): number => reader.byte() | (reader.byte() << 8);
  const version = half();
  if (version < oldest || version > newest) {
    reader.fail("unsupported_version", `version ${version}, this reader knows ${oldest} to ${newest}`, magic.length);
  }
  const costTable = half();
  const sections = new Map<number, { at: number; end: number }>();
  let hash: Uint8Array | undefined;
  let signature: Signature | undefined;
  let last = 0;
  while (reader.remaining > 0) {
    const start = reader.at;
    const id = reader.byte();
    if (id <= last || id > signatureId) reader.fail("bad_section", `section ${id} behind section ${last}`, start);
    last = id;
    const length = reader.unsigned();
    const at = reader.skip(length);
    if (id === hashId) hash = verifiedHash(bytes, sha256(bytes.subarray(0, start)), at, length);
    else if (hash === undefined) sections.set(id, { at, end: at + length });
    else if (length !== keyBytes + signatureBytes) reader.fail("bad_section", `a signature section has ${keyBytes + signatureBytes} bytes, found ${length}`, at);
    else signature = { key: bytes.slice(at, at + keyBytes), signature: bytes.slice(at + keyBytes, at + length) };
  }
  if (hash === undefined) return reader.fail("truncated", "expected the hash section");
  return { version, costTable, sections, hash, signature };
};

const verifiedHash = (bytes: Uint8Array, expected: Uint8Array, at: number, length: number): Uint8Array => {
  if (length !== expected.length) throw new FzbError("bad_section", at, `byte ${at}: a hash section has ${expected.length} bytes, found ${length}`);
  for (let i = 0; i < expected.length; i++) {
    if (bytes[at + i] !== expected[i]) throw new FzbError("bad_hash", at + i, `byte ${at + i}: the file was changed or cut after it was written`);
  }
  return expected;
};

/** The file with a signature of its hash, in place of any other; throws FzbError where the bytes are no file. */
export const signContainer = (bytes: Uint8Array, given: Signature): Uint8Array => {
  if (given.key.length !== keyBytes || given.signature.length !== signatureBytes) throw new Error(`expected a key of ${keyBytes} and a signature of ${signatureBytes} bytes`);
  const { signature } = readContainer(bytes);
  const section = keyBytes + signatureBytes + 2;
  const out = new ByteWriter();
  out.all(signature === undefined ? bytes : bytes.subarray(0, bytes.length - section));
  out.byte(signatureId);
  out.unsigned(keyBytes + signatureBytes);
  out.all(given.key);
  out.all(given.signature);
  return out.finish();
};
