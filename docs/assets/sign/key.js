// Signs a record in the browser with an Ed25519 key, made here or loaded from a file. Nothing of it is kept or sent.
import { privateFile, publicLine, readPrivate, signatureFile, signed } from "./openssh.js";

const NAME = { name: "Ed25519" };
const HEADER = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20); // PKCS #8, RFC 8410

/** Say whether the browser can sign with Ed25519. */
export async function canSign() {
  try {
    return Boolean(await crypto.subtle.generateKey(NAME, false, ["sign", "verify"]));
  } catch {
    return false;
  }
}

/** Make a pair. Return it with its public line and the private key's file. */
export async function makePair() {
  const pair = await crypto.subtle.generateKey(NAME, true, ["sign", "verify"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const seed = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)).slice(-32);
  const [check] = crypto.getRandomValues(new Uint32Array(1));
  return { key: pair.privateKey, point, line: publicLine(point), file: privateFile(seed, point, check) };
}

/** Return the pair of a private key's file, or words for why it can't be used here. */
export async function openPair(words) {
  const read = readPrivate(words);
  if (typeof read === "string") return read;
  const raw = new Uint8Array([...HEADER, ...read.seed]);
  try {
    const key = await crypto.subtle.importKey("pkcs8", raw, NAME, false, ["sign"]);
    const pair = { key, point: read.point, line: publicLine(read.point) };
    const other = await crypto.subtle.importKey("raw", read.point, NAME, false, ["verify"]);
    const probe = new Uint8Array(8);
    const fits = await crypto.subtle.verify(NAME, other, await crypto.subtle.sign(NAME, key, probe), probe);
    return fits ? pair : "The two halves of the key do not belong together.";
  } catch {
    return "The key is cut short or changed.";
  }
}

/** Return the .sig file of a record's bytes. */
export async function sign(pair, namespace, bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-512", bytes));
  const value = new Uint8Array(await crypto.subtle.sign(NAME, pair.key, signed(namespace, hash)));
  return signatureFile(pair.point, namespace, value);
}
