// OpenSSH's forms: a public key's line, a private key's file, a signature over a record (PROTOCOL.key, PROTOCOL.sshsig).
const TYPE = "ssh-ed25519";
const MAGIC = "openssh-key-v1\0";
const bytesOf = (text) => new TextEncoder().encode(text);
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const number = (value) => Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const string = (part) => joined(number(part.length), part);
const text = (word) => string(bytesOf(word));
const base64 = (part) => btoa(String.fromCharCode(...part));
const unbase64 = (words) => Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));

/** Return a text block round bytes, in lines of 70 letters. */
function block(name, part) {
  const rows = base64(part).match(/.{1,70}/g).join("\n");
  return `-----BEGIN ${name}-----\n${rows}\n-----END ${name}-----\n`;
}

const blobOf = (point) => joined(text(TYPE), string(point));

/** Return the line `type base64` of a public key, from its 32 bytes. */
export const publicLine = (point) => `${TYPE} ${base64(blobOf(point))}`;

/** Return a private key's file, without a password, from its 32 secret bytes and the 32 of its public half. */
export function privateFile(seed, point, check) {
  const pair = joined(number(check), number(check), text(TYPE), string(point), string(joined(seed, point)), text("commitment"));
  const padding = Uint8Array.from({ length: (8 - (pair.length % 8)) % 8 }, (_, place) => place + 1);
  const none = [text("none"), text("none"), text("")];
  return block("OPENSSH PRIVATE KEY", joined(bytesOf(MAGIC), ...none, number(1), string(blobOf(point)), string(joined(pair, padding))));
}

/** Return the secret and the public bytes of a private key's file, or words for why it can't be used here. */
export function readPrivate(words) {
  const match = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----/.exec(words);
  if (!match) return "This is not a private key of OpenSSH.";
  try {
    const raw = unbase64(match[1].replace(/\s/g, ""));
    let at = MAGIC.length;
    const size = () => { at += 4; return new DataView(raw.buffer).getUint32(at - 4); };
    const take = () => { const length = size(); at += length; return raw.slice(at - length, at); };
    if (new TextDecoder().decode(raw.slice(0, at)) !== MAGIC) return "This is not a private key of OpenSSH.";
    const cipher = new TextDecoder().decode(take());
    take();
    take();
    if (cipher !== "none") return "This key has a password, and this page can’t open it. Sign with the command line.";
    if (size() !== 1) return "The file holds several keys.";
    take();
    size();
    at += 8;
    if (new TextDecoder().decode(take()) !== TYPE) return "This page signs with Ed25519 keys only. Sign with the command line.";
    const point = take();
    const pair = take();
    return pair.length === 64 ? { seed: pair.slice(0, 32), point } : "The key is cut short or changed.";
  } catch {
    return "The key is cut short or changed.";
  }
}

/** Return what is signed: the record's hash with the namespace, so that a signature for one use is good for no other. */
export const signed = (namespace, hash) => joined(bytesOf("SSHSIG"), text(namespace), text(""), text("sha512"), string(hash));

/** Return the .sig file of a signature. */
export function signatureFile(point, namespace, value) {
  const inner = joined(text(TYPE), string(value));
  const parts = [string(blobOf(point)), text(namespace), text(""), text("sha512"), string(inner)];
  return block("SSH SIGNATURE", joined(bytesOf("SSHSIG"), number(1), ...parts));
}
