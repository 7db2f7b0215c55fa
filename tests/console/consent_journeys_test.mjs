// A consent to a bank from its first question to its end: given one question a page, used by the bank,
// seen under it and in "who looked", revoked, and refused from then on.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyOf, personOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo } from './browser.mjs'
import { begin, button, page, register } from './stage.mjs'

const goOn = () => button('继续').click()
const heading = (text) => page.getByRole('heading', { name: text }).waitFor()
const inSomeDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

// As the bank's own system asks; its status and what came.
async function read(consent, other = {}) {
  const { token } = accountOf(register, 'bank')
  const answer = await fetch(`${register.address}/v1/consents/${consent}/data`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      purpose: 'market_with_consent',
      case: 'L-2026-7',
      officer: 'credit-1',
      ...other,
    }),
  })
  return { status: answer.status, told: await answer.json() }
}
const refusedBy = ({ told }) => told.grounds.map(({ word }) => word)

async function give() {
  await goTo(page, '/consents')
  await page.getByRole('link', { name: '作出授权' }).click()
  await heading('授权给哪一家金融机构？')
  await goOn()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('示例甲银行（虚构）').check()
  await goOn()
  await heading('为了什么用途？')
  await page.getByLabel('经授权的信用服务、行业自律等').check()
  await goOn()
  await heading('允许查哪些内容？')
  await page.getByLabel('行政处罚', { exact: true }).check()
  await expectWhole(page, [360, 1280])
  await goOn()
  await heading('到哪一天为止？')
  await page.getByLabel('最后一日').fill(inSomeDays(30))
  await goOn()
  await heading('请核对您的答复')
  await page.getByText('示例甲银行（虚构）').waitFor()
  await expectWhole(page, [360, 1280])
  await button('确认授权').click()
  await heading('给示例甲银行（虚构）的授权')
  return page.url().split('/').at(-1)
}

test('given, read by the bank, seen, revoked, refused', async () => {
  await begin(companyOf(register))
  const consent = await give()
  await page.getByText('还没有查过').waitFor()

  const { status, told } = await read(consent)
  assert.equal(status, 200)
  const statement = JSON.parse(told.statement)
  assert.deepEqual(statement.items, ['penalties'])
  assert.ok(statement.subject.records.every(({ kind }) => kind === 'penalty'))
  assert.ok(statement.subject.listings.length === 0)
  assert.deepEqual(refusedBy(await read(consent, { items: ['permits'] })), [
    'consents.item_not_consented',
  ])
  assert.deepEqual(refusedBy(await read(consent, { purpose: 'finance_with_consent' })), [
    'consents.other_purpose',
  ])

  await goTo(page, '/lookups')
  await page.getByText('L-2026-7').waitFor()
  await page.getByRole('link', { name: '依您的授权' }).waitFor()
  await goTo(page, `/consents/${consent}`)
  await page.getByRole('region', { name: '查过几时、查了什么' }).getByText('L-2026-7').waitFor()
  await expectWhole(page, [360, 1280])

  await button('撤回授权').click()
  await button('确定撤回').click()
  await page.getByText('已撤回，这家机构现在不能再查了。').waitFor()
  assert.deepEqual(refusedBy(await read(consent)), ['consents.revoked'])
  assert.equal(await button('撤回授权').count(), 0)
  await goTo(page, '/consents')
  await page.getByRole('region', { name: '已经结束的' }).getByText('已撤回').waitFor()
  assert.deepEqual(page.faults, [])
  await page.context().close()
})

test('a person gives the own number with it, and it is kept nowhere in the page', async () => {
  await begin(personOf(register))
  await goTo(page, '/consent/bank')
  await page.getByLabel('示例乙银行（虚构）').check()
  await goOn()
  await page.getByLabel('经授权的信贷等金融服务').check()
  await goOn()
  await page.getByLabel('行政许可', { exact: true }).check()
  await goOn()
  await page.getByLabel('最后一日').fill(inSomeDays(30))
  await goOn()
  await heading('请填您的居民身份证号码')
  await page.getByLabel('居民身份证号码', { exact: true }).fill('379913198001010014')
  await expectWhole(page, [360, 1280])
  await goOn()
  await button('确认授权').click()
  await page.getByText(/号码/).first().waitFor()
  const own = (await ask(register, personOf(register), '/v1/account/consents')).items
  assert.deepEqual(own, [])
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  assert.ok(!`${page.url()} ${await page.title()} ${stored}`.includes('1980'))
  await page.context().close()
})
