// What the portal's script seals, the console opens: with the same key file, and the vector that the
// register's own test opens too.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openBox, readKeyFile, unlock } from '../../web/console/src/work/tip_box.ts'
import { bytes_of, new_passphrase, seal_tip } from '../../web/portal/tip_box.js'
import { root } from './browser.mjs'

const vector = JSON.parse(readFileSync(join(root, 'tests/data/tips/box.json'), 'utf8'))
const file = readKeyFile(vector.key_file)

test('the vector opens', async () => {
  const secret = await unlock(file, vector.passphrase)
  const opened = await openBox(secret, file, new Uint8Array(Buffer.from(vector.box, 'base64')))
  assert.equal(opened.text, '示例经过')
  assert.equal(opened.name, '示例举报人')
  assert.deepEqual(
    opened.files.map(({ name, type }) => [name, type]),
    [['1.txt', 'text/plain']],
  )
})

test('what is sealed now opens, and is judged by its first bytes', async () => {
  const secret = await unlock(file, vector.passphrase)
  const files = [
    { name: '../../a.txt', bytes: new TextEncoder().encode('%PDF-1.7') },
    { name: 'a.pdf', bytes: Uint8Array.of(0x4d, 0x5a, 0, 0xff) },
  ]
  const box = await seal_tip(bytes_of(file.point), { text: '甲' }, files)
  assert.equal((box.length - 85 - 12 - 16) % (16 * 1024), 0)
  const opened = await openBox(secret, file, box)
  assert.equal(opened.text, '甲')
  assert.deepEqual(
    opened.files.map(({ type }) => type),
    ['application/pdf', ''],
  )
  box[200] ^= 1
  await assert.rejects(openBox(secret, file, box), /tip.other_key/)
})

test('a wrong passphrase and another file are refused', async () => {
  await assert.rejects(unlock(file, 'another passphrase'), /tip.wrong_passphrase/)
  assert.throws(() => readKeyFile('{}'), /tip.not_a_key_file/)
  assert.throws(() => readKeyFile('no json'), /tip.not_a_key_file/)
})

test('no two passphrases are alike', () => {
  const made = new Set(Array.from({ length: 100 }, new_passphrase))
  assert.equal(made.size, 100)
  for (const each of made) assert.match(each, /^[a-z2-7]{26}$/)
})
