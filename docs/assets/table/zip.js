// Packs files into a ZIP without compression (APPNOTE 6.3.10, method 0): byte for byte what Python's zipfile writes.
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Return the CRC-32 of some bytes (ISO 3309). */
function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** Return numbers as bytes, the lowest first: a pair is a number and how many bytes it takes. */
function packed(pairs) {
  const bytes = [];
  for (const [number, size] of pairs) for (let n = 0; n < size; n += 1) bytes.push(Math.floor(number / 256 ** n) % 256);
  return Uint8Array.from(bytes);
}

/** Return the bytes of a ZIP. `files` are pairs of a name in ASCII and a text, which is written in UTF-8. */
export function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const central = [];
  let at = 0;
  for (const [name, text] of files) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    // Version 2.0, no flags, stored, on the first day that the format knows: 1 January 1980.
    const head = [[20, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]];
    const local = packed([[0x04034b50, 4], ...head]);
    central.push(packed([[0x02014b50, 4], [20, 1], [3, 1], ...head, [0, 6], [0o600 * 65536, 4], [at, 4]]), path);
    parts.push(local, path, bytes);
    at += local.length + path.length + bytes.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = packed([[0x06054b50, 4], [0, 4], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]]);
  return new Blob([...parts, ...central, end]);
}
