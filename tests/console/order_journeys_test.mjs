// Individual orders while they stand, and look-ups that are withheld for a time.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf, ask, expectWhole, goTo, listedCode, listedName } from './browser.mjs'
import { begin, button, end, page, register } from './stage.mjs'

const samr = (role) => accountOf(register, role, 'SD-SAMR')

async function fillOrder() {
  await page.getByLabel('统一社会信用代码或身份证件号码').fill('91379914MARDK7A18K')
  await page.getByLabel('名称或姓名').fill('聊城示例琅琊建筑工程股份有限公司')
  await page.getByLabel('措施').selectOption({ value: 'M051-A1' })
  await page.getByLabel('文书号').fill('示例令〔2026〕1号')
  await page.getByLabel('决定日期').fill('今天')
  await page.getByLabel('送达日期').fill('今天')
  await page.getByLabel('截止日期').fill('+500')
  await page.getByLabel('救济途径', { exact: true }).fill('可以申请复议')
}

test('an order is recorded, put on hold, resumed and ended', async () => {
  await begin(samr('officer'))
  await goTo(page, '/orders')
  await button('登记个别决定').click()
  await fillOrder()
  await expectWhole(page, [360, 1280])
  await button('登记个别决定').last().click()
  await page.getByText('示例令〔2026〕1号').waitFor()
  await take('暂停', '核实信息')
  await page.getByText('暂停', { exact: true }).first().waitFor()
  await take('恢复', '核实无误')
  await page.getByText('生效中').waitFor()
  await button('解除 示例令〔2026〕1号').click()
  await page.getByLabel('理由').selectOption({ value: 'performed' })
  await page.getByLabel('文书号').fill('示例止〔2026〕1号')
  await expectWhole(page, [360, 1280])
  await button('解除').click()
  await page.getByRole('heading', { name: '尚未结束 0' }).waitFor()
  await end()
})

async function take(step, reason) {
  await button(`${step} 示例令〔2026〕1号`).click()
  await page.getByLabel('理由').fill(reason)
  await button(step).click()
  await page.getByText('已办理').waitFor()
  await page.locator('main li form').waitFor({ state: 'detached' })
}

test('the credit office puts an order of another on hold, its own officer resumes it', async () => {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const { order } = await ask(register, samr('officer'), '/v1/orders', {
    identifier: listedCode,
    name: listedName,
    measure: 'M051-A1',
    document_number: '示例令〔2026〕2号',
    decided_on: day(-1),
    served_on: day(-1),
    through_on: day(500),
    remedy_zh: '可以申请复议',
  })
  await begin(accountOf(register, 'credit_office'))
  await goTo(page, '/orders')
  await page.getByText('山东省市场监督管理局').first().waitFor()
  assert.equal(await button('解除 示例令〔2026〕2号').count(), 0)
  await page.getByLabel('决定编号').fill('nothing-0000')
  await page.getByLabel('理由').fill('信息须核实')
  await button('暂停一项决定').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('决定编号').fill(order)
  await button('暂停一项决定').click()
  await page.getByText('已办理').waitFor()
  await page.getByText('暂停', { exact: true }).first().waitFor()
  await expectWhole(page, [360, 1280])
  await resumeAndHoldInTheList()
  await end()

  await begin(samr('officer'))
  await goTo(page, '/orders')
  await button('恢复 示例令〔2026〕2号').waitFor()
  await end()
})

// Once its own officer has resumed it, the office finds it in its list.
async function resumeAndHoldInTheList() {
  const { items } = await ask(register, samr('officer'), '/v1/orders')
  const { order } = items.find(({ document_number: number }) => number === '示例令〔2026〕2号')
  await ask(register, samr('officer'), `/v1/orders/${order}/resumption`, { reason: '核实无误' })
  await goTo(page, '/work')
  await goTo(page, '/orders')
  const form = page.locator('main li form')
  await button('暂停 示例令〔2026〕2号').click()
  await form.getByLabel('理由').fill('信息须再核实')
  await form.getByRole('button', { name: '暂停' }).click()
  await page.getByText('已办理').waitFor()
  await form.waitFor({ state: 'detached' })
}

test('look-ups of a case are withheld until a day, and shown before by the auditor', async () => {
  await begin(samr('officer'))
  await goTo(page, '/withholdings')
  await button('暂不告知').click()
  await page.getByLabel('对哪些查询').selectOption({ value: 'case' })
  await page.getByLabel('案件号').fill('2026-0911')
  await page.getByLabel('依据').selectOption({ value: 'obstruction' })
  await page.getByLabel('批准文号').fill('示例批〔2026〕1号')
  await page.getByLabel('截止日期').fill('+900')
  await page.getByLabel('理由').fill('示例理由')
  await button('暂不告知').last().click()
  await page.getByRole('alert').waitFor() // longer than the longest term
  await page.getByLabel('截止日期').fill('+10')
  await expectWhole(page, [360, 1280])
  await button('暂不告知').last().click()
  await page.getByText('未告知').waitFor()
  await end()

  await begin(samr('auditor'))
  await goTo(page, '/withholdings')
  await page.getByText('示例批〔2026〕1号').waitFor()
  assert.equal(await button('暂不告知').count(), 0)
  await button('提前告知 案件 2026-0911').click()
  await page.getByLabel('理由').fill('妨碍已经消除')
  await button('提前告知').click()
  await page.getByText('已显示').waitFor()
  await expectWhole(page, [360, 1280])
  await end()
})
