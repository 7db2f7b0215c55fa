// Journeys of whoever keeps the catalogue and watches over what follows from it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf, ask, expectWhole, goTo, listedCode, listedName } from './browser.mjs'
import { begin, button, end, fillCheck, page, register } from './stage.mjs'

const office = () => accountOf(register, 'credit_office')

// A second officer of the same office, since nobody approves what he drafted.
const secondOfficer = () =>
  register.accounts.find(({ account }) => account === 'credit-office-sd-drc')

test('an amendment is drafted, tried, and approved by a second officer', async () => {
  await begin(office())
  await goTo(page, '/catalogue')
  await page.getByRole('main').getByRole('link', { name: '目录变更' }).click()
  await button('拟定目录变更').click()
  await page.getByLabel('名称').fill('停用一项示例措施')
  await page.getByLabel('文书号').fill('示例发改〔2026〕1号')
  await page.getByLabel('生效首日').fill('+30')
  await page.getByLabel('理由').fill('示例理由')
  await page.getByLabel('停用标准或措施').check()
  await page.getByLabel('停用', { exact: true }).selectOption({ value: 'measure S01-B3' })
  await button('拟定目录变更').click()
  await page.getByRole('heading', { name: '停用一项示例措施' }).waitFor()
  await page.getByText('条名单列入受影响').waitFor()
  await page.getByText('由您拟定，须由本部门另一名工作人员审批').waitFor()
  assert.equal(await button('审批').count(), 0)
  const address = new URL(page.url()).hash.slice(1)
  await button('列出明细').click()
  await page.getByText(/共 [1-9]\d* 条名单列入/).waitFor()
  await end()

  await begin(secondOfficer())
  await goTo(page, address)
  await page.getByText('条名单列入受影响').waitFor()
  await button('审批').click()
  await page.getByText('已审批').first().waitFor()
  await expectWhole(page, [360, 1280])
  await end()

  await begin(accountOf(register, 'auditor', 'SD-SAMR'))
  await goTo(page, address)
  await page.getByText('已审批').first().waitFor()
  assert.equal(await button('撤回').count(), 0)
  await end()
})

// Its first day is weeks away, so the answers of that day are put in the way of the page.
test('what an amendment did is listed from its first day on', async () => {
  await begin(office())
  await goTo(page, '/amendments')
  const from_on = '2026-03-01'
  await page.route(/\/v1\/amendments\/[^/]+$/, async (route) => {
    const answer = await route.fetch()
    const told = await answer.json()
    const content = { ...told.content, from_on }
    await route.fulfill({ response: answer, json: { ...told, state: 'completed', content } })
  })
  await page.route(/\/v1\/amendments\/[^/]+\/rows$/, async (route) => {
    const rows = route.request().url().replace(/rows$/, 'dry-run/rows')
    await route.fulfill({ response: await route.fetch({ url: rows }) })
  })
  await page.getByRole('link', { name: '查看 停用一项示例措施' }).click()
  await page.getByRole('heading', { name: '实际影响' }).waitFor()
  await button('列出明细').click()
  await page.getByText(/共 [1-9]\d* 条名单列入/).waitFor()
  assert.equal(await button('撤回').count(), 0)
  await expectWhole(page, [360, 1280])
  await end()
})

test('a local standard is put to comment and to both examinations, and withdrawn', async () => {
  await begin(office())
  await goTo(page, '/amendments')
  await button('拟定目录变更').click()
  await page.getByLabel('名称').fill('启用一项示例地方标准')
  await page.getByLabel('文书号').fill('示例发改〔2026〕2号')
  await page.getByLabel('生效首日').fill('今天')
  await page.getByLabel('理由').fill('示例理由')
  await page.getByLabel('启用标准或措施').check()
  await page
    .getByLabel('启用', { exact: true })
    .selectOption({ value: 'standard work_safety_honest' })
  await page.getByLabel('依据').selectOption({ value: 'luzhengfa-2017-44' })
  await page.getByLabel('条款号').fill('6')
  await page.getByRole('checkbox', { name: '合作备忘录' }).check()
  await expectWhole(page, [360, 1280])
  await page.getByRole('checkbox', { name: '合作备忘录' }).uncheck()
  await button('拟定目录变更').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('生效首日').fill('+90')
  await button('拟定目录变更').click()
  await page.getByText('属地方标准或措施，须先公开征求意见').waitFor()
  await examine('national', '示例国家主管部门')
  await examine('province', '示例省政府')
  const consultation = page.getByRole('region', { name: '公开征求意见' })
  await consultation.getByLabel('文书号').fill('示例公告〔2026〕1号')
  await consultation.getByLabel('征求意见截止').fill('+45')
  await button('公开征求意见').click()
  await page.getByText(/征求意见到 .* 为止/).waitFor()
  await expectWhole(page, [360, 1280])
  await button('撤回').click()
  await page.getByLabel('理由').fill('不再需要')
  await button('撤回').last().click()
  await page.getByText('已撤回').first().waitFor()
  await end()
})

async function examine(of, body) {
  const form = page.getByRole('region', { name: '登记审定' })
  await form.getByLabel('由谁审定').selectOption({ value: of })
  await form.getByLabel('审定机关').fill(body)
  await form.getByLabel('文书号').fill('示例审定〔2026〕1号')
  await button('登记审定').click()
  const words = { national: '尚无国家主管部门审定', province: '尚无省政府审定' }
  await page.getByText(words[of]).waitFor({ state: 'detached' })
}

test('what was not checked is seen by its office with the number, by supervision without', async () => {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const decided_on = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const one = { matter: 'food_permit', case: '2026-0777', identifier: listedCode, decided_on }
  await ask(register, officer, '/v1/cases', { cases: [one] })
  await begin(officer)
  await goTo(page, '/coverage')
  await page
    .getByRole('button', { name: /^列出未查 / })
    .first()
    .click()
  const unchecked = () => page.getByRole('region', { name: '应查未查的办件' })
  await unchecked().getByText('2026-0777').waitFor()
  await unchecked().getByText('未查', { exact: true }).first().waitFor()
  await end()
  await begin(office())
  await goTo(page, '/coverage')
  await unchecked().getByText('未查', { exact: true }).first().waitFor()
  assert.equal(await page.getByText('2026-0777').count(), 0)
  await expectWhole(page, [360, 1280])
  await end()
})

test('a listing is stayed from its page and the stay lifted by supervision', async () => {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const standing = await ask(register, officer, '/v1/listings?state=in_force&limit=1')
  await begin(officer)
  await goTo(page, `/listings/${standing.items[0].listing}`)
  await page.getByRole('link', { name: '决定暂缓执行' }).click()
  await page.getByLabel('依据条款').fill('示例条例第一条')
  await page.getByLabel('文书号').fill('示例停字〔2026〕9号')
  await page.getByLabel('决定人员').fill('示例人员')
  await page.getByLabel('职务').fill('示例处长')
  await page.getByLabel('截止日期').fill('+30')
  await page.getByLabel('理由').fill('示例理由')
  await button('决定暂缓执行').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('依据条款').fill('sd-social-credit-regulation-2020 art. 22')
  await button('决定暂缓执行').click()
  await page.getByText('暂缓中').waitFor()
  await page.getByText('示例人员').waitFor()
  await end()
  await begin(office())
  await goTo(page, '/stays')
  await page.getByText('示例停字〔2026〕9号').waitFor()
  assert.equal(await page.getByText('示例人员').count(), 0)
  await button('解除 示例停字〔2026〕9号').click()
  await page.getByLabel('文书号').fill('示例停字〔2026〕10号')
  await page.getByLabel('理由').fill('不再需要')
  await expectWhole(page, [360, 1280])
  await button('解除').last().click()
  await page.getByText('已解除').waitFor()
  await end()
})

test('a check tells what is stayed, by whom, and until when', async () => {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const question = {
    identifier: listedCode,
    name: listedName,
    matter: 'food_permit',
    purpose: 'approval',
    ground: 'sd_regulation_22',
    case: '2026-0778',
    officer: 'window-3',
  }
  const found = await ask(register, officer, '/v1/checks', question)
  await ask(register, officer, '/v1/stays', {
    scope: 'item',
    item: found.in_force[0].listing,
    article: 'sd-social-credit-regulation-2020 art. 22',
    document_number: '示例停字〔2026〕11号',
    officer: '示例人员',
    office: '示例处长',
    reasons: '示例理由',
    through_on: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  })
  await begin(officer)
  await goTo(page, '/check')
  await fillCheck('2026-0779')
  await button('核查').click()
  await page.getByText('停止或者暂缓执行期间，不得采取联合措施').waitFor()
  await page.getByText('停止执行', { exact: true }).waitFor()
  await page.getByText('示例停字〔2026〕11号').waitFor()
  assert.equal(await page.getByText('核实期间').count(), 0)
  await expectWhole(page, [360, 1280])
  await end()
})

test('an officer fixes an inspection plan, draws it once, and finds who is to be inspected', async () => {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  await begin(officer)
  await goTo(page, '/inspections')
  await button('确定抽查计划').click()
  await page.getByLabel('计划编号').fill('示例抽查〔2026〕7号')
  await page.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await page.getByLabel('起始日期').fill('今天')
  await page.getByLabel('截止日期').fill('+30')
  await page.getByLabel('减少检查组比例').fill('0')
  await page.getByLabel('常规检查组比例').fill('100')
  await page.getByLabel('重点监管组比例').fill('100')
  await page.getByLabel('单位的统一社会信用代码').fill(listedCode)
  await button('确定抽查计划').last().click()
  await page.getByText('守信单位只减少检查，不免于检查').waitFor()
  await page.getByLabel('减少检查组比例').fill('10')
  await button('确定抽查计划').last().click()
  const opened = page.getByRole('region', { name: '示例抽查〔2026〕7号' })
  await opened.getByText(listedCode).waitFor()
  await expectWhole(page, [360, 1280])
  await button('随机抽取').click()
  await opened.getByText('抽中', { exact: true }).waitFor()
  await opened.getByText(/随机种子：[0-9a-f]{64}/).waitFor()
  assert.equal(await button('随机抽取').count(), 0)
  await button('查看').first().click()
  await opened.getByText('抽中 1 家').waitFor()
  await expectWhole(page, [360, 1280])
  await end()
})
