// A person named in the decision on an organisation: named, told, objected, upheld, gone. A merger
// recorded and annulled by whoever registers.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, today } from '../../web/console/src/dates.ts'
import { officerOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo, listedCode, listedName } from './browser.mjs'
import { begin, button, end, link, page, register } from './stage.mjs'

// Made up, with its check digit.
const number = '370102198001011237'
const person = '示例记入人'

// Of an organisation, in force, on a list whose law reaches whoever is responsible.
async function listingOf(officer) {
  const { items } = await ask(register, officer, '/v1/listings?state=in_force&limit=200')
  return items.find(
    ({ category, standard, held_by }) =>
      category === 'organisation' && standard === 'wage_arrears' && !held_by,
  ).listing
}

async function fillNaming(toldOn) {
  await page.getByLabel('本人身份证件号码').fill(number)
  await page.getByLabel('本人姓名').fill(person)
  await page.getByLabel('行为发生时的职务').selectOption({ value: 'responsible_person' })
  await page.getByLabel('告知本人日期').fill(toldOn)
  await page.getByLabel('告知凭证').fill('示例送达回证')
  await page.getByLabel('认定', { exact: true }).fill('示例认定：对欠薪直接负责')
  await page.getByLabel('对陈述申辩的答复').fill('未陈述申辩')
  assert.notEqual(await page.getByLabel('救济途径').inputValue(), '')
}

async function lookUp(name, identifier) {
  await goTo(page, '/subjects')
  await page.getByLabel('查询目的').selectOption({ value: 'inspection' })
  await page.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await page.getByLabel('案件号').fill('2026-0950')
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(identifier)
  await page.getByLabel('名称或姓名').fill(name)
  await button('查询').click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}
const named = () => page.getByRole('region', { name: '责任人员记入' })
const stands = (words) => named().locator('td').last().filter({ hasText: words }).waitFor()

async function openAccount(identifier, proof) {
  const password = 'a long enough password'
  const opening = { role: 'subject', identifier, proof, password }
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const { account } = await ask(register, officer, '/v1/accounts', opening)
  return { role: 'subject', account, password }
}

test('a person is named, objects, and is named no longer when it is upheld', async () => {
  const officer = await officerOf(register, 'SD-HR')
  await begin(officer)
  await goTo(page, `/listings/${await listingOf(officer)}`)
  await button('记入责任人员').click()
  await fillNaming('今天')
  await button('记入责任人员').last().click()
  await page.getByRole('alert').waitFor() // the time for an answer is not over
  await page.getByLabel('告知本人日期').fill(addDays(today(), -30))
  await expectWhole(page, [360, 1280])
  await button('记入责任人员').last().click()
  await page.getByText('已办理').waitFor()
  assert.ok(!page.url().includes(number))
  await lookUp(person, number)
  await stands('有效')
  await expectWhole(page, [360, 1280])
  await end()

  const subject = await openAccount(number, 'identity_document')
  await begin(subject)
  await stands('有效')
  await expectWhole(page, [360, 1280])
  await named().getByRole('link', { name: '提出异议' }).click()
  await page.getByLabel('内容不对').check()
  await button('继续').click()
  await page.getByLabel(/内容不对.*请说明情况/).fill('当时不负责该项目')
  await button('继续').click()
  await button('继续').click()
  await button('提交异议').click()
  await page.getByRole('heading', { name: '异议已收到', level: 1 }).waitFor()
  await link('看这一条信息').click()
  await stands('异议处理中')
  await stands('暂停，正在核实')
  assert.equal(await named().getByRole('link', { name: '提出异议' }).count(), 0)
  await end()

  await begin(officer)
  await goTo(page, '/objections')
  await page
    .locator('main table')
    .getByRole('link', { name: /责任人员记入/ })
    .click()
  await page.getByLabel(/^1\. 信息内容/).selectOption({ value: 'upheld' })
  await page.getByLabel('第 1 项的理由').fill('经核实不负责该项目')
  await page.getByLabel('如何处理').selectOption({ value: 'withdrawn' })
  await page.getByLabel('文书号').fill('示例异决〔2026〕9号')
  await page.getByLabel('救济途径').fill('六十日内可以申请行政复议')
  await expectWhole(page, [360, 1280])
  await button('逐项答复').click()
  await page.getByText('已办理').waitFor()
  await end()

  await begin(subject)
  await stands('已撤回')
  await stands('经核实不负责该项目')
  assert.equal(await named().getByRole('link', { name: '提出异议' }).count(), 0)
  await end()
})

const history = () => page.getByRole('region', { name: '合并与分立' })
async function objectToMerger() {
  await begin(await openAccount(listedCode, 'business_licence'))
  await history().getByRole('link', { name: '提出异议' }).click()
  await page.getByLabel('内容不对').check()
  await button('继续').click()
  await page.getByLabel(/内容不对.*请说明情况/).fill('没有合并')
  await button('继续').click()
  await button('继续').click()
  await button('提交异议').click()
  await page.getByRole('heading', { name: '异议已收到', level: 1 }).waitFor()
  await link('看这一条信息').click()
  await history().getByText('异议处理中').waitFor()
  assert.equal(await history().getByRole('link', { name: '提出异议' }).count(), 0)
  await end()
}

test('a merger is recorded by whoever registers, and annulled', async () => {
  const [code, name] = ['91379914MARDK7A18K', '聊城示例琅琊建筑工程股份有限公司']
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(page, '/subjects')
  await button('登记合并或者分立').click()
  const form = page.getByRole('region', { name: '登记合并或者分立' })
  await form.getByLabel('方式').selectOption({ value: 'absorption' })
  await form.getByLabel('登记日期').fill('今天')
  await form.getByLabel('登记文书号').fill('示例登〔2026〕1号')
  await form.getByLabel('原单位').fill(`${code} 另一个名称`)
  await form.getByLabel('承继单位').fill(`${listedCode} ${listedName}`)
  await button('登记合并或者分立').last().click()
  await form.getByRole('alert').waitFor() // the name is another's
  await form.getByLabel('原单位').fill(`${code} ${name}`)
  await expectWhole(page, [360, 1280])
  await button('登记合并或者分立').last().click()
  await form.getByText('已办理').waitFor()
  await lookUp(listedName, listedCode)
  await history().getByText('吸收合并').waitFor()
  await end()
  await objectToMerger()

  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await lookUp(listedName, listedCode)
  await history().getByText('异议处理中').waitFor()
  await button('撤销登记 示例登〔2026〕1号').click()
  await history().getByLabel('文书号').fill('示例撤〔2026〕1号')
  await history().getByLabel('理由').fill('登记有误')
  await expectWhole(page, [360, 1280])
  await history().getByRole('button', { name: '撤销登记', exact: true }).last().click()
  await history()
    .getByText(/已撤销/)
    .waitFor()
  assert.equal(await button('撤销登记 示例登〔2026〕1号').count(), 0)
  await end()
})

test('an office that registers nobody is not asked for a merger', async () => {
  await begin(await officerOf(register, 'SD-HR'))
  await goTo(page, '/subjects')
  assert.equal(await button('登记合并或者分立').count(), 0)
  await end()
})
