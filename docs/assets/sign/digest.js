// Works out SHA-256 in the browser, so that nobody has to believe a published number.
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Say whether the browser can: it does so only on pages that it got over https, or from this computer. */
export const can = () => Boolean(globalThis.crypto?.subtle);

/** Return `sha256:` and the digest of some bytes. */
export const digest = async (bytes) => `sha256:${hex(await crypto.subtle.digest("SHA-256", bytes))}`;

/** Return the digests of what computers make of a text by themselves, each with words for it. The twin of _copies. */
export async function copies(bytes) {
  const encode = (text) => new TextEncoder().encode(text);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const windows = text.replaceAll("\n", "\r\n");
  const spoilt = [
    [`\ufeff${windows}`, "a byte order mark and Windows line ends"],
    [`\ufeff${text}`, "a byte order mark"],
    [text.normalize("NFD"), "accented letters in two parts"],
    [`${text}\n`, "a line end too many"],
    [text.replace(/\n$/, ""), "no last line end"],
    [windows, "Windows line ends"],
  ];
  const found = await Promise.all(spoilt.map(async ([copy, words]) => [await digest(encode(copy)), words]));
  return Object.fromEntries(found);
}
