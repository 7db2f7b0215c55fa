// Commitments from their making to the finding and its service, and honours after a listing.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { today, addDays } from '../../web/console/src/dates.ts'
import { readCsv } from '../../web/console/src/sheets/csv.ts'
import { companyOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo, listedCode, listedName, root } from './browser.mjs'
import { begin, button, end, link, page, register } from './stage.mjs'

const samr = (role) => accountOf(register, role, 'SD-SAMR')

async function make(number) {
  await goTo(page, '/commitments')
  await button('登记承诺').click()
  await page.getByLabel('承诺类别').selectOption({ value: 'approval' })
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(listedCode)
  await page.getByLabel('办理事项').selectOption({ value: 'food_permit' })
  await page.getByLabel('案件号').fill('2026-0901')
  await page.getByLabel('承诺内容').fill('三个月内达到示例条件')
  await page.getByLabel('文书号').fill(number)
  await page.getByLabel('履行期限').fill('+90')
  await button('登记承诺').last().click()
  await page.getByRole('heading', { name: '告知承诺' }).waitFor()
}

test('a clerk records a commitment and looks at it; it stands in one queue', async () => {
  await begin(samr('clerk'))
  await make('示例承〔2026〕1号')
  assert.equal(await button('认定已履行').count(), 0) // that is an officer's
  await page.getByLabel('核查情况').fill('已达到一半')
  await page.getByLabel('再次核查日期').fill('+60')
  await button('记录核查').click()
  await page.getByText('核查日期').first().waitFor()
  await page.getByText(addDays(today(), 60)).waitFor()
  await goTo(page, '/work')
  const queue = page.getByRole('region', { name: /承诺：履行期内/ })
  await queue.getByRole('link', { name: /告知承诺 示例承〔2026〕1号/ }).click()
  await page.getByText('三个月内达到示例条件').waitFor()
  await expectWhole(page, [360, 1280])
  await end()
})

test('an officer finds one kept, and is refused a day that has not come', async () => {
  await begin(samr('officer'))
  await goTo(page, '/commitments')
  await page.locator('main table a').first().click()
  const form = page.getByRole('region', { name: '认定已履行' })
  await form.getByLabel('认定文书号').fill('示例承认〔2026〕1号')
  await form.getByLabel('履行日期').fill('+1')
  await button('认定已履行').click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('履行日期').fill('今天')
  await button('认定已履行').click()
  await page.getByText('已履行', { exact: true }).waitFor()
  assert.equal(await page.locator('main form').count(), 0)
  await end()
})

test('found broken with what the subject said, then served after a failed attempt', async () => {
  await begin(samr('officer'))
  await make('示例承〔2026〕2号')
  await button('认定未履行').click()
  await page.locator('.other').getByLabel('认定文书号').fill('示例承认〔2026〕2号')
  await page.locator('.other').getByLabel('理由').fill('期满未达到示例条件')
  await page.getByLabel('主体的陈述').fill('请求延期')
  await page.getByLabel('救济途径').fill('六十日内可以申请行政复议')
  await button('认定未履行').last().click()
  await page.getByText('须送达主体').waitFor()
  await page.getByText('请求延期').waitFor()
  await goTo(page, '/work')
  const waiting = page.getByRole('region', { name: /^待送达/ })
  await waiting.getByRole('link', { name: /未履行|承诺/ }).click()
  await failByMail()
  await page.getByLabel('送达方式').selectOption({ value: 'mail' })
  await page.getByLabel('送达凭证').fill('示例回证 9')
  await button('登记送达').click()
  await page.getByRole('alert').waitFor() // it failed by mail before
  await page.getByLabel('送达方式').selectOption({ value: 'direct' })
  await expectWhole(page, [360, 1280])
  await button('登记送达').click()
  await page.getByText('已送达').waitFor()
  await goTo(page, '/service')
  await page.getByRole('heading', { name: /待送达 0/ }).waitFor()
  await end()
})

async function failByMail() {
  await button('登记送达不成').click()
  const form = page.locator('.other')
  await form.getByLabel('送达不成日期').fill('今天')
  await form.getByLabel('送达方式').selectOption({ value: 'mail' })
  await form.getByLabel('理由').fill('示例退件')
  await form.getByRole('button', { name: '登记送达不成' }).last().click()
  await page.getByText(/送达不成 · 邮寄送达/).waitFor()
}

// Made and found broken; the subject's own page leads to the objection.
test('the subject objects to a finding', async () => {
  const company = companyOf(register)
  const promise = await ask(register, company, '/v1/commitments', {
    kind: 'self_declaration',
    authority: 'SD-SAMR',
    words: '今后守法诚信经营',
    agreed: true,
    check_on: addDays(today(), 90),
  })
  const path = `/commitments/${promise.commitment}`
  await begin(company, path)
  await page.getByText('今后守法诚信经营').waitFor()
  assert.equal(await link('提出异议').count(), 0)
  await end()
  await ask(register, samr('officer'), `/v1${path}/breach`, {
    document_number: '示例承认〔2026〕9号',
    statement: '没有陈述',
    reasons: '示例理由',
    remedy: '六十日内可以申请行政复议',
  })
  await begin(company, path)
  await link('提出异议').click()
  await page.getByLabel('内容不对').check()
  await button('继续').click()
  await page.getByLabel(/请说明情况/).fill('已经履行')
  await button('继续').click()
  await button('继续').click()
  await expectWhole(page, [360, 1280])
  await button('提交异议').click()
  await page.getByRole('heading', { name: '异议已收到', level: 1 }).waitFor()
  await goTo(page, '/matters')
  await page.getByText(/信用承诺的认定/).waitFor()
  await end()
})

// As the example's own rows name the office of market supervision.
function giverOf(column) {
  const file = readFileSync(join(root, 'examples/penalties-gb18030.csv'))
  const [header, first] = readCsv(new Uint8Array(file))
  return first.cells[header.cells.indexOf(column)]
}

// Filed by its giver, on whoever is on a black list; the listing takes force again.
async function honourTheListed() {
  const giver = giverOf('处罚机关')
  const code = giverOf('处罚机关统一社会信用代码')
  const header =
    '主体名称,主体类别,统一社会信用代码,荣誉类别,荣誉名称,荣誉文书号,荣誉认定日期,荣誉状态,荣誉授予单位,荣誉授予单位统一社会信用代码'
  const row = [
    listedName,
    '法人及非法人组织',
    listedCode,
    '诚信典型',
    '示例称号',
    '示例荣〔2026〕1号',
    today().replaceAll('-', '/'),
    '1',
    giver,
    code,
  ]
  const sent = await fetch(`${register.address}/v1/submissions`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${samr('clerk').token}`,
      'Content-Type': 'text/csv',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: `${header}\n${row.join(',')}\n`,
  })
  const told = await sent.json()
  assert.equal(told.accepted, 1, JSON.stringify(told))
}

async function takeForceAgain() {
  const officer = samr('officer')
  const standing = await ask(register, officer, '/v1/listings?state=in_force&limit=200')
  const [{ listing }] = standing.items.filter(({ standard }) => standard === 'samr_serious')
  const reason = { reason: '核实信息' }
  await ask(register, officer, `/v1/listings/${listing}/suspension`, reason)
  await ask(register, officer, `/v1/listings/${listing}/resumption`, reason)
}

test('an honour of a listed subject is decided by whoever gave it', async () => {
  await honourTheListed()
  await takeForceAgain()
  const officer = samr('officer')
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = await ask(register, officer, '/v1/honour-reviews')
    if (items.length) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await begin(samr('clerk'))
  await goTo(page, '/honours')
  await page.getByRole('heading', { name: /示例荣〔2026〕1号/ }).waitFor()
  assert.equal(await button('决定 示例荣〔2026〕1号').count(), 0)
  await end()

  await begin(officer)
  await goTo(page, '/work')
  const queue = page.getByRole('region', { name: /荣誉：待决定/ })
  await queue.getByRole('button', { name: '办理 示例荣〔2026〕1号' }).click()
  await queue.getByLabel('结论').selectOption({ value: 'withdrawn' })
  await queue.getByLabel('救济途径').fill('六十日内可以申请行政复议')
  await expectWhole(page, [360, 1280])
  await queue.getByLabel('结论').selectOption({ value: 'kept' })
  await queue.getByLabel('文书号').fill('示例荣决〔2026〕1号')
  await queue.getByLabel('理由').fill('荣誉与列入事由无关')
  await queue.getByRole('button', { name: '决定', exact: true }).click()
  await queue.waitFor({ state: 'detached' })
  await goTo(page, '/honours')
  await page.getByRole('heading', { name: /待决定 0/ }).waitFor()
  await end()
})
