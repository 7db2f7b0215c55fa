// What a report says beside the faults, and one submission on a page of its own.

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
const [headers, sound] = table.split(/\r?\n/)
const number = '鲁市监示罚〔2026〕9101号'
const place = headers.split(',').indexOf('行政处罚决定书文号')
const row = sound.split(',').with(place, number).join(',')
const file = {
  name: 'penalties.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${headers},本局内部编号\n${row},7\n`),
}

test('a column that was not read is named, and the submission stands on its own page', async () => {
  await begin(clerk())
  await goTo(page, '/submit')
  await page.getByLabel(/选择文件/).setInputFiles(file)
  await button('报送').click()
  await page.getByRole('heading', { name: '没有读入的内容' }).waitFor()
  await page.getByText('栏目“本局内部编号”').waitFor()
  await expectWhole(page, [360, 1280])

  await page.getByRole('link', { name: '查看这次报送的全部记录' }).click()
  await page.getByRole('cell', { name: number }).waitFor()
  assert.match(page.url(), /#\/submit\/[\w-]+$/)
  await page.reload()
  await page.getByRole('cell', { name: number }).waitFor()
  await expectWhole(page, [360, 1280])

  const saved = page.waitForEvent('download')
  await page.getByLabel('选择报送过的文件').setInputFiles(file)
  assert.match((await saved).suggestedFilename(), /^错误标注.*\.csv$/)
  await page.getByText('已下载标注错误的文件').waitFor()

  await page.getByRole('link', { name: '返回' }).click()
  const latest = page.getByRole('region', { name: '最近报送' }).getByRole('link').first()
  await latest.click()
  await page.getByRole('cell', { name: number }).waitFor()
  await end()
})

// What the register would say of other files, so that each part of a report is seen.
test('warnings, sheets left out and rows for reference are told apart from faults', async () => {
  await begin(clerk())
  await goTo(page, '/submit')
  await page.route('**/v1/submissions', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const answer = await route.fetch()
    const warning = {
      sheet: '处罚',
      row: 2,
      column: 'C',
      header: '法定代表人证件号码',
      value: '',
      rule: 'identity.area',
      what: '区划代码已不使用',
      hint: '请核对',
    }
    const report = { ...(await answer.json()), reference_only: 2, sheets_left_out: ['填表说明'] }
    return route.fulfill({
      response: answer,
      json: { ...report, warnings: [warning], warnings_total: 3 },
    })
  })
  await page.getByLabel(/选择文件/).setInputFiles(file)
  await button('报送').click()
  await page.getByRole('heading', { name: '请留意 3 处' }).waitFor()
  await page.getByText('区划代码已不使用').waitFor()
  await page.getByText('只列出前 1 处').waitFor()
  await page.getByText('工作表“填表说明”').waitFor()
  await page.getByRole('heading', { name: '2 行仅供参考' }).waitFor()
  assert.equal(await page.getByText(/需要改正/).count(), 0)
  await expectWhole(page, [360, 1280])
  await end()
})
