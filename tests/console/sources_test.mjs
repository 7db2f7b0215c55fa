// The console's sources hold to the contract's types and to one form.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = join(fileURLToPath(import.meta.url), '../../../web/console')

function expectClean(script, ...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('node_modules', script), ...args],
    { cwd: folder, encoding: 'utf8' },
  )
  assert.equal(status, 0, stdout + stderr)
}

test('types follow from api/openapi.yaml, and every call fits them', () => {
  const out = 'src/api/schema.d.ts'
  expectClean('openapi-typescript/bin/cli.js', '../../api/openapi.yaml', '-o', out)
  expectClean('vue-tsc/bin/vue-tsc.js', '--noEmit')
})

test('sources stand as prettier has them', () => {
  const places = ['src', 'vite.config.ts', '../../tests/console']
  const told = ['--config', '.prettierrc.json', '--ignore-path', '.gitignore']
  expectClean('prettier/bin/prettier.cjs', '--check', ...told, ...places)
})
