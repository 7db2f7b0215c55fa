// Opening a sealed tip on this page (src/tips/sealed_box.h and key_file.h say what its bytes are).
// The key file, the passphrase and the secret never leave it.

const text = new TextEncoder()
const outsideSize = 85
const curve = { name: 'ECDH', namedCurve: 'P-256' }

interface KeyFile {
  kind: string
  point: string
  salt: string
  iterations: number
  secret: string
}
export interface OpenedFile {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}
export interface Opened {
  text: string
  name?: string
  contact?: string
  files: OpenedFile[]
}
export class NotOpened extends Error {}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}
function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export function readKeyFile(content: string): KeyFile {
  try {
    const file = JSON.parse(content) as KeyFile
    if (file.kind === 'xinheng-tip-key' && file.point.length === 130) return file
  } catch {
    // no JSON: no key file either
  }
  throw new NotOpened('tip.not_a_key_file')
}

// The secret of a key file, ready to agree with. Refuses a wrong passphrase.
export async function unlock(file: KeyFile, passphrase: string): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text.encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ])
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(file.salt), iterations: file.iterations },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const point = bytesOf(file.point)
  const sealed = bytesOf(file.secret)
  const secret = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData: point },
      key,
      sealed.slice(12),
    )
    .catch(() => {
      throw new NotOpened('tip.wrong_passphrase')
    })
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: base64url(new Uint8Array(secret)),
    x: base64url(point.slice(1, 33)),
    y: base64url(point.slice(33)),
  }
  return crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits'])
}

async function insideOf(
  secret: CryptoKey,
  point: Uint8Array<ArrayBuffer>,
  box: Uint8Array<ArrayBuffer>,
) {
  const ephemeral = box.slice(20, outsideSize)
  const theirs = await crypto.subtle.importKey('raw', ephemeral, curve, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, secret, 256)
  const agreed = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const salt = await sha256(joined(ephemeral, point))
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode('xinheng tip 1') },
    agreed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const iv = box.slice(outsideSize, outsideSize + 12)
  const additionalData = box.slice(0, outsideSize)
  return crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    box.slice(outsideSize + 12),
  )
}

// By its first bytes; what an informant called it is not believed.
function typeOf(bytes: Uint8Array): [string, string] {
  const begins = (...first: number[]) => first.every((byte, place) => bytes[place] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return ['application/pdf', 'pdf']
  if (begins(0x89, 0x50, 0x4e, 0x47)) return ['image/png', 'png']
  if (begins(0xff, 0xd8, 0xff)) return ['image/jpeg', 'jpg']
  try {
    const plain = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (plain && !plain.includes('\0')) return ['text/plain', 'txt']
  } catch {
    // no text
  }
  return ['', '']
}

export async function openBox(
  secret: CryptoKey,
  file: KeyFile,
  box: Uint8Array<ArrayBuffer>,
): Promise<Opened> {
  const point = bytesOf(file.point)
  const inside = await insideOf(secret, point, box).catch(() => {
    throw new NotOpened('tip.other_key')
  })
  const size = new DataView(inside).getUint32(0)
  const told = JSON.parse(new TextDecoder().decode(inside.slice(4, 4 + size)))
  let place = 4 + size
  const files = (told.files ?? []).map(({ size: length }: { size: number }, ordinal: number) => {
    const bytes = new Uint8Array(inside.slice(place, place + length))
    place += length
    const [type, ending] = typeOf(bytes)
    return { name: `${ordinal + 1}.${ending}`, type, bytes }
  })
  return { text: String(told.text ?? ''), name: told.name, contact: told.contact, files }
}
