// Dates are understood as people type them; a table survives being read and written; both languages
// say every word, with the same places for values.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { addDays, daysBetween, readDate } from '../../web/console/src/dates.ts'
import { readCsv, writeCsv } from '../../web/console/src/sheets/csv.ts'
import { columnOf } from '../../web/console/src/sheets/columns.ts'
import zh from '../../web/console/src/words.zh.ts'
import en from '../../web/console/src/words.en.ts'
import zhOfAccount from '../../web/console/src/account/words.zh.ts'
import enOfAccount from '../../web/console/src/account/words.en.ts'

test('dates', () => {
  const now = '2026-02-28'
  const right = {
    '2026-3-1': '2026-03-01',
    '2026.3.1': '2026-03-01',
    '2026/03/01': '2026-03-01',
    '2026年3月1日': '2026-03-01',
    20260301: '2026-03-01',
    '３月１日': '2026-03-01',
    '3-1': '2026-03-01',
    今天: now,
    明天: '2026-03-01',
    yesterday: '2026-02-27',
    '+1': '2026-03-01',
    ' today ': now,
    '2024-2-29': '2024-02-29',
  }
  for (const [typed, day] of Object.entries(right)) assert.equal(readDate(typed, now), day, typed)
  for (const typed of ['', '2026-2-29', '2026-13-1', '20261301', 'soon', '1', '2026-3-1-1'])
    assert.equal(readDate(typed, now), undefined, typed)
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(daysBetween('2026-03-01', '2026-02-27'), -2)
})

test('tables', () => {
  const file = readFileSync(new URL('../../examples/penalties-gb18030.csv', import.meta.url))
  const rows = readCsv(new Uint8Array(file))
  assert.equal(rows[0].cells[0], '行政相对人名称')
  const again = readCsv(new TextEncoder().encode(writeCsv(rows)))
  assert.deepEqual(again, rows)
  const odd = [
    { number: 1, cells: ['a', 'b"c', 'd\ne', 'f,g'] },
    { number: 2, cells: ['', '', '', 'x'] },
  ]
  assert.deepEqual(readCsv(new TextEncoder().encode(writeCsv(odd))), odd)
  assert.deepEqual(['A', 'Z', 'AA', 'AF'].map(columnOf), [0, 25, 26, 31])
})

test('whatever an authority is told has words', () => {
  const api = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'))
  const told = api.components.schemas.Told.properties.what.enum
  assert.ok(told.length > 30)
  for (const what of told) assert.ok(zh[`told.${what}`] && en[`told.${what}`], what)
})

test('words', () => {
  const places = (sentence) => (sentence.match(/\{\d\}/g) ?? []).sort().join()
  for (const [chinese, english] of [
    [zh, en],
    [zhOfAccount, enOfAccount],
  ]) {
    assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort())
    for (const [word, sentence] of Object.entries(chinese)) {
      assert.equal(places(english[word]), places(sentence), word)
      assert.doesNotMatch(english[word], /[\u4e00-\u9fff]/, word)
    }
  }
})
