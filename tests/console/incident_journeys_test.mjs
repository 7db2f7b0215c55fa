// An incident as those whose information it was see it, and as it is handled.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyOf, leak, officerOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo } from './browser.mjs'
import { begin, button, end, page, register } from './stage.mjs'

test('whoever it concerns sees what leaked, what was done, and whom to ask', async () => {
  const company = companyOf(register)
  await begin(company, '/incidents')
  await page.getByText('没有涉及您的信息泄露事件').waitFor()
  const { records } = await ask(register, company, '/v1/account')
  await leak(register, records[0].record)
  await goTo(page, '/held')
  await page.getByText('有 1 起信息泄露事件涉及您').waitFor()
  await page.getByRole('link', { name: '看发生了什么、您可以做什么' }).click()
  const incident = page.getByRole('region', { name: /信用信息、联系方式/ })
  await incident.getByText('留意陌生来电').waitFor()
  await incident.getByText('示例窗口 0531-0000000').waitFor()
  await incident.getByText('正在处理').waitFor()
  await expectWhole(page, [360, 1280])
  await incident.getByRole('link', { name: '看通知' }).click()
  await page.waitForURL((url) => !url.hash.startsWith('#/incidents'))
  await page.getByText('经办人误将表格发给无关单位').first().waitFor()
  await page.goBack()
  await incident.locator('.items a').click()
  await page.getByText('来源和期限').waitFor()
  await end()
})

test('a promise stands among the matters, and what was volunteered is taken back', async () => {
  const company = companyOf(register)
  const declared = {
    kind: 'self_declaration',
    authority: 'SD-SAMR',
    words: '今后守法诚信经营',
    agreed: true,
    check_on: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
  }
  await ask(register, company, '/v1/commitments', declared)
  await begin(company, '/matters')
  await page.getByRole('link', { name: '自主承诺' }).click()
  await page.getByText('今后守法诚信经营').waitFor()
  await page.getByRole('button', { name: '撤回承诺' }).click()
  await page.getByRole('button', { name: '确定撤回' }).click()
  await page.getByText('已撤回').first().waitFor()
  assert.equal(await page.getByRole('button', { name: '撤回承诺' }).count(), 0)
  await end()
})

test('an incident is recorded, reported, told to those concerned, and closed', async () => {
  const company = companyOf(register)
  const account = await ask(register, company, '/v1/account')
  await begin(accountOf(register, 'officer', 'SD-TAX'))
  await recordIncident()
  await nameByTable(account.unified_social_credit_code)
  await report()
  await button('确认全部告知').click()
  await page
    .getByText(/全部告知/)
    .first()
    .waitFor()
  const closing = page.getByRole('region', { name: '办结' })
  await closing.getByLabel('文书号').fill('示例事〔2026〕2号')
  await closing.getByLabel('教训和整改').fill('发送前双人核对')
  await closing.getByRole('button', { name: '办结' }).click()
  await closing.getByRole('alert').waitFor() // nobody has read it yet
  const { items } = await ask(register, company, '/v1/account/incidents')
  const reading = `/v1/account/notices/${items[0].notice}/reading`
  await ask(register, company, reading, undefined, 'POST')
  await closing.getByRole('button', { name: '办结' }).click()
  await page.getByText('已办理').waitFor()
  // Nothing is left to do, once the page has read the incident again.
  await page.waitForFunction(() => !document.querySelector('main form'))
  await goTo(page, '/incidents')
  await page.getByRole('region', { name: '已办结 1' }).getByRole('link').waitFor()
  await end()
})

async function recordIncident() {
  await goTo(page, '/incidents')
  await button('登记泄露事件').click()
  await page.getByLabel('发现日期').fill('昨天')
  await page.getByLabel('联系方式').first().check()
  await page.getByLabel('原因').fill('邮件误发')
  await page.getByLabel('可能造成的危害').fill('可能收到推销电话')
  await page.getByLabel('已采取的补救措施').fill('已收回')
  await page.getByLabel('个人可以采取的措施').fill('留意陌生来电')
  await page.getByRole('textbox', { name: '联系方式' }).fill('示例窗口')
  await button('登记泄露事件').click()
  await page.getByRole('heading', { name: '泄露事件：联系方式' }).waitFor()
  await goTo(page, '/work')
  const queue = page.getByRole('region', { name: /泄露事件：待报告/ })
  await queue.getByRole('link', { name: /办理/ }).click()
  await page.getByText('邮件误发').waitFor()
  await expectWhole(page, [360, 1280])
}

async function nameByTable(code) {
  const buffer = Buffer.from(`标识\n${code}\n不是代码\n`)
  await page
    .getByLabel('涉及主体清单')
    .setInputFiles({ name: 'concerned.csv', mimeType: 'text/csv', buffer })
  await button('列明并告知').click()
  await page.getByText('新列明 1 个主体。').waitFor()
  await page.getByText('以下各行认不出是谁：3').waitFor()
}

async function report() {
  const reporting = page.getByRole('region', { name: '报告主管部门' })
  await reporting.getByLabel('主管部门').selectOption({ value: 'SD-CYB' })
  await reporting.getByLabel('文书号').fill('示例事〔2026〕1号')
  await reporting.getByRole('button', { name: '报告主管部门' }).click()
  await page.getByText('已办理').waitFor()
}

test('persons need not be told, and the department orders it all the same', async () => {
  const { records } = await ask(register, companyOf(register), '/v1/account')
  const incident = await leak(register, records[0].record)
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(page, `/incidents/${incident}`)
  await report()
  await button('可以不通知个人').click()
  await page.getByLabel('避免危害的措施').fill('收件人当面删除')
  await page.getByLabel('理由').fill('没有危害')
  await page.locator('form').getByRole('button', { name: '可以不通知个人' }).click()
  await page.getByText(/本人仍能在账户中看到/).waitFor()
  await end()

  await begin(await officerOf(register, 'SD-CYB'))
  await page.locator(`main a[href="#/incidents/${incident}"]`).first().click()
  const order = page.getByRole('region', { name: '要求告知个人' })
  await order.getByLabel('文书号').fill('示例网〔2026〕1号')
  await order.getByLabel('理由').fill('不能排除危害')
  assert.equal(await page.getByRole('heading', { name: '按清单列明涉及的人' }).count(), 0)
  await expectWhole(page, [360, 1280])
  await order.getByRole('button', { name: '要求告知个人' }).click()
  await page.getByText(/主管部门要求告知/).waitFor()
  await end()
})
