// A complaint on its way: taken up, the unit complained of heard without learning who complained, decided
// point by point, and put right.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo } from './browser.mjs'
import { begin, button, end, page, register } from './stage.mjs'

const said = '三个月没有答复，窗口的人说不用管'

function complain() {
  return ask(register, companyOf(register), '/v1/complaints', {
    respondent: 'SD-SAMR',
    filer: 'subject',
    confidential: true,
    points: [{ ground: 'not_answered', said }],
  })
}

test('a complaint is taken up, the unit is heard, and what is upheld is put right', async () => {
  const { complaint } = await complain()
  await takeUpAndAsk()
  await giveAccount(complaint)
  await decide(complaint)
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await page.getByText('须按投诉决定改正').waitFor()
  await end()
  await begin(companyOf(register), `/complaints/${complaint}`)
  await page.getByText('投诉成立').first().waitFor()
  await end()
})

async function takeUpAndAsk() {
  await begin(accountOf(register, 'credit_office', 'SD-DRC'))
  const queue = page.getByRole('region', { name: /投诉：待受理/ })
  await queue.getByRole('link', { name: /办理/ }).click()
  await page.getByText(said).waitFor()
  await button('受理').click()
  await page.getByRole('heading', { name: '要求被投诉单位说明' }).waitFor()
  await page.getByText('被投诉单位看得到：不要写出投诉人').waitFor()
  await page.getByLabel('要说明的问题').fill('何时收到，为何没有答复')
  await button('要求被投诉单位说明').click()
  await page.getByText('尚未说明').waitFor()
  await expectWhole(page, [360, 1280])
  await end()
}

async function giveAccount(complaint) {
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await page.getByRole('link', { name: `查看 要求说明投诉情况 ${complaint}` }).click()
  await page.getByText('何时收到，为何没有答复').waitFor()
  assert.equal(await page.getByText(said).count(), 0)
  assert.equal(await button('受理').count(), 0)
  await page.getByLabel('说明', { exact: true }).fill('收到后转交科室，漏办')
  await button('作出说明').first().click()
  await page.getByText('收到后转交科室，漏办').first().waitFor()
  await expectWhole(page, [360, 1280])
  await end()
}

async function decide(complaint) {
  await begin(accountOf(register, 'credit_office', 'SD-DRC'))
  await goTo(page, `/complaints/${complaint}`)
  await page.getByLabel(/^1\. 逾期不答复/).selectOption({ value: 'upheld' })
  await page.getByLabel('第 1 项的理由').fill('单位自认漏办')
  await page.getByLabel('责令改正的内容').fill('五日内书面答复')
  await page.getByLabel('文书号').fill('示例投决〔2026〕1号')
  await page.getByLabel('救济途径').fill('可以自收到之日起六十日内申请行政复议')
  await button('逐项处理').click()
  await page.getByText('已办理').waitFor()
  await page.getByText('单位自认漏办').first().waitFor()
  assert.equal(await button('逐项处理').count(), 0)
  await goTo(page, '/work')
  assert.equal(await page.getByRole('region', { name: /投诉/ }).count(), 0)
  await goTo(page, '/complaints')
  await page.getByRole('region', { name: '已办结' }).getByRole('link').first().click()
  await page.getByText('单位自认漏办').first().waitFor()
  await end()
}

test('a complaint is filed at a window, sent on, and leaves the one who sent it', async () => {
  await begin(accountOf(register, 'credit_office', 'SD-DRC'))
  await goTo(page, '/complaints')
  await button('代为提出投诉').click()
  const { unified_social_credit_code: code } = await ask(
    register,
    companyOf(register),
    '/v1/account',
  )
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(code)
  await page.getByLabel('被投诉单位', { exact: true }).selectOption({ value: 'SD-SAMR' })
  await page.getByLabel('授权委托证明').fill('授权 2')
  await page.getByLabel('收取费用').check()
  await page.getByLabel('“收取费用”的情况').fill('收了一百元手续费')
  await button('代为提出投诉').click()
  await page.getByText(/已提出，由/).waitFor()
  await page
    .getByRole('region', { name: /待处理/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByText('收了一百元手续费').waitFor()
  await button('转送有权单位').first().click()
  await page.getByLabel('转送给').selectOption({ value: 'SD-TAX' })
  await page.getByLabel('理由').fill('收费由其主管')
  await page.locator('form').getByRole('button', { name: '转送有权单位' }).click()
  await page.getByText('已转送，由收到的单位处理').waitFor()
  await goTo(page, '/complaints')
  await page.getByText('没有', { exact: true }).waitFor()
  await end()
})
