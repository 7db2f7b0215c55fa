// The sealed box of a tip, as src/tips/sealed_box.h describes it: closed here, to the public key of
// the authority; nobody on the way can open it.

const purpose = "xinheng tip 1";
const step = 16 * 1024;
const text = new TextEncoder();

export const box_max = 12 * 1024 * 1024;
export const files_max = 5;

export function bytes_of(hex) {
    return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function joined(...parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let place = 0;
    for (const part of parts) {
        whole.set(part, place);
        place += part.length;
    }
    return whole;
}

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

// What lies within: the length of the JSON text, the text, the files, and zeros.
function inside_of(told, files) {
    const listed = files.map(({ name, bytes }) => ({ name, size: bytes.length }));
    const json = text.encode(JSON.stringify(listed.length ? { ...told, files: listed } : told));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, json.length);
    const whole = joined(length, json, ...files.map(({ bytes }) => bytes));
    return joined(whole, new Uint8Array((step - (whole.length % step)) % step));
}

// `point`: the authority's, of 65 bytes; `files`: of name and bytes. Its bytes.
export async function seal_tip(point, told, files) {
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const theirs = await crypto.subtle.importKey("raw", point, curve, false, []);
    const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", ours.publicKey));
    const shared = await crypto.subtle.deriveBits(
        { name: "ECDH", public: theirs }, ours.privateKey, 256);
    const agreed = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const salt = await sha256(joined(ephemeral, point));
    const key = await crypto.subtle.deriveKey(
        { name: "HKDF", hash: "SHA-256", salt, info: text.encode(purpose) }, agreed,
        { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const outside = joined(text.encode("XHT1"), (await sha256(point)).slice(0, 16), ephemeral);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData: outside }, key, inside_of(told, files));
    return joined(outside, iv, new Uint8Array(sealed));
}

// 26 letters of base 32: 130 bits.
export function new_passphrase() {
    const letters = "abcdefghijklmnopqrstuvwxyz234567";
    return Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => letters[byte & 31])
        .join("");
}

// What is sent: a line of JSON, and the box.
export function upload_of(head, box) {
    return joined(text.encode(`${JSON.stringify(head)}\n`), box);
}
