// One decision typed into a form: a draft on the way, a fault at its field, and public in the end.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { accountOf, expectWhole, goTo, root } from './browser.mjs'
import { begin, button, end, page, register } from './stage.mjs'

const clerk = () => accountOf(register, 'clerk', 'SD-SAMR')
const table = new TextDecoder('gb18030').decode(
  readFileSync(join(root, 'examples/penalties-gb18030.csv')),
)
const [headers, sound] = table.split(/\r?\n/).map((line) => line.split(','))
const example = Object.fromEntries(headers.map((header, place) => [header, sound[place]]))
const decision = { ...example, 行政处罚决定书文号: '鲁市监示罚〔2026〕9001号' }

// By the words of the column, whatever kind of entry it is.
async function enter(header, value) {
  const several = page.locator('fieldset', { has: page.locator('legend', { hasText: header }) })
  if (await several.count()) {
    for (const each of value.split('；')) await several.getByLabel(each, { exact: true }).check()
    return
  }
  const label = page.locator('label').filter({ hasText: header }).first()
  const field = page.locator(`[id="${await label.getAttribute('for')}"]`)
  const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT'
  await (isChoice ? field.selectOption({ value }) : field.fill(value))
}
const shown = async (header) =>
  (await page.locator('label, legend').filter({ hasText: header }).count()) > 0

async function openForm() {
  await begin(clerk())
  await goTo(page, '/submit')
  await button('逐件填写').click()
  await page.getByLabel('信息类别').selectOption({ value: 'penalty' })
}

test('a penalty is typed in: begun, left, gone on with, put right and filed', async () => {
  await openForm()
  // What these say decides what else is asked for.
  for (const header of ['行政相对人类别', '处罚类别']) await enter(header, decision[header])
  for (const [header, value] of Object.entries(decision))
    if (value && header !== '违法事实' && (await shown(header))) await enter(header, value)
  assert.equal(
    await page.getByLabel('处罚机关', { exact: true }).inputValue(),
    '山东省市场监督管理局',
  )
  await expectWhole(page, [360, 1280])
  await page.getByText('已保存为草稿').waitFor()
  await end()

  await openForm()
  await page.getByText(/已恢复/).waitFor()
  await enter('违法事实', decision['违法事实'])
  await enter('处罚决定日期', '2026-2-30')
  await button('报送这一件').click()
  await page.getByText('认不出这个日期').waitFor()
  await enter('处罚决定日期', decision['处罚决定日期'])
  await enter('行政相对人代码_1', '91379913MA9K1BR176')
  await button('报送这一件').click()
  await page.locator('.wrong', { hasText: '校验码' }).first().waitFor()
  await expectWhole(page)
  await enter('行政相对人代码_1', decision['行政相对人代码_1（统一社会信用代码）'])
  await button('报送这一件').click()
  await page.getByRole('heading', { name: '已入库', exact: true }).waitFor()
  await page.goto(`${register.address}/publicity/penalties`)
  await page.getByText(decision['行政处罚决定书文号']).first().waitFor()
  await end()
})
