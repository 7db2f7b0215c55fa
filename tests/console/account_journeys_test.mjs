// What a subject comes for, from the sign-in to the end of it.

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { companyOf, lookUp, officerOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo, openPage, signIn } from './browser.mjs'
import { begin, browser, button, end, link, open, page, register } from './stage.mjs'

let view
const proof = {
  name: '证明.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('示例证明'),
}

before(async () => {
  view = await ask(register, companyOf(register), '/v1/account')
})
const title = (name) => page.getByRole('heading', { name, level: 1 })
const goOn = () => button('继续').click()

// The session ends while a form is open; who signs in again goes on with it.
async function endSession() {
  const token = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem('xinheng.session')).token,
  )
  const headers = { Authorization: `Bearer ${token}` }
  await fetch(`${register.address}/v1/sessions/current`, { method: 'DELETE', headers })
}
async function signInAgain() {
  await page.getByText('登录已到期').waitFor()
  await page.getByRole('dialog').getByLabel('密码').fill(companyOf(register).password)
  await page.getByRole('dialog').getByRole('button', { name: '登录' }).click()
}

async function checkSays(headline) {
  const counter = await openPage(browser, register)
  await signIn(counter, register, accountOf(register, 'clerk', 'SD-SAMR'))
  await goTo(counter, '/check')
  await counter.getByLabel('统一社会信用代码或身份证件号码').fill(view.unified_social_credit_code)
  await counter.getByLabel('名称或姓名').fill(view.name)
  await counter.getByLabel('办理事项').selectOption({ value: 'food_permit' })
  await counter.getByLabel('查询目的').selectOption({ value: 'approval' })
  await counter.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await counter.getByLabel('案件号').fill('2026-0800')
  await counter.getByRole('button', { name: '核查', exact: true }).click()
  await counter.getByRole('heading', { name: headline }).waitFor()
  await counter.context().close()
}

test('object: on hold at the counter, upheld, restored, and the subject reads it', async () => {
  const { title_zh: list } = view.listings.find(({ in_force }) => in_force)
  await checkSays(/限制措施/)
  await begin(companyOf(register))
  await link(list).click()
  await title(list).waitFor()
  await link('提出异议').click()
  await goOn()
  await page.getByText('请先选择，再继续。').waitFor()
  await page.getByLabel('内容不对').check()
  await goOn()
  await page.getByLabel(/内容不对.*请说明情况/).fill('所列处罚不是本企业受到的')
  await goOn()
  await page.getByLabel('选择文件').setInputFiles(proof)
  await page.getByText('已收到 证明.txt').waitFor()
  await goOn()
  await title('请核对您的答复').waitFor()
  await expectWhole(page, [360, 1280])
  await link('更改 有证明材料吗？').click()
  await page.getByText('证明.txt', { exact: true }).waitFor()
  await goOn()
  await endSession()
  await button('提交异议').click()
  await signInAgain()
  await title('异议已收到').waitFor()
  await expectWhole(page, [360, 1280])
  const objection = /objections\/([^/]+)/.exec(page.url())[1]
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.getByRole('img', { name: '本页地址的二维码' }).isVisible())
  await page.emulateMedia({ media: 'screen' })
  await goTo(page, '/held')
  await page.getByText('正在核实您的异议').waitFor()
  await checkSays(/不得采取联合措施/)
  await uphold(objection)
  await checkSays(/未查到需要采取措施的信息/)
  await readTheEnd(objection, list)
  await end()
})

async function uphold(objection) {
  const desk = await openPage(browser, register)
  await signIn(desk, register, accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(desk, `/objections/${objection}`)
  await desk.getByLabel(/^1\. 信息内容/).selectOption({ value: 'upheld' })
  await desk.getByLabel('第 1 项的理由').fill('对象有误')
  await desk.getByLabel('如何处理').selectOption({ value: 'withdrawn' })
  await desk.getByLabel('文书号').fill('示例异议〔2026〕8号')
  await desk.getByLabel('救济途径').fill('可以申请行政复议')
  await desk.getByRole('button', { name: '逐项答复' }).click()
  await desk.getByText('已办理').waitFor()
  await desk.context().close()
}

async function readTheEnd(objection, list) {
  await goTo(page, `/objections/${objection}`)
  await page.getByText('异议成立').first().waitFor()
  await page.getByText('对象有误').waitFor()
  await goTo(page, '/held')
  const now = page.getByRole('region', { name: '今天有效的名单和决定' })
  assert.equal(await now.getByRole('link', { name: list }).count(), 0)
  await goTo(page, '/notices')
  await page.locator('main .rows a').first().click()
  await button('我已阅读').click()
  await page.getByText('已记录您阅读了这份通知').waitFor()
  await page.locator('summary', { hasText: 'English' }).click()
  assert.ok(await page.locator('article[lang=en]').first().isVisible())
}

test('an application that says the item is wrong becomes an objection, with my consent', async () => {
  const outlooks = await ask(register, companyOf(register), '/v1/account/repair')
  const found = outlooks.items.find(({ item_kind }) => item_kind === 'record')
  const { case: repair } = await ask(register, companyOf(register), '/v1/repairs', {
    item_kind: found.item_kind,
    item: found.item,
    words: '罚款不是对本企业作出的',
  })
  const desk = await openPage(browser, register)
  await signIn(desk, register, await officerOf(register, found.authority))
  await goTo(desk, `/repairs/${repair}`)
  const offer = desk.locator('.other', { hasText: '建议按异议办理' })
  await offer.getByRole('button', { name: '建议按异议办理' }).click()
  await offer.getByLabel('哪里有异议').selectOption({ value: 'content' })
  await offer.getByLabel('申请人认为哪里有误').fill('罚款不是对本企业作出的')
  await offer.getByLabel('理由').fill('申请所述为信息有误')
  await offer.getByRole('button', { name: '建议按异议办理' }).last().click()
  await desk.getByText('已办理').waitFor()
  await desk.context().close()
  await begin(companyOf(register))
  await goTo(page, `/repairs/${repair}`)
  await page.getByText('罚款不是对本企业作出的').waitFor()
  await expectWhole(page, [360, 1280])
  await button('同意按异议办理').click()
  await title('异议已收到').waitFor()
  const objection = /objections\/([^/]+)/.exec(page.url())[1]
  await goTo(page, `/repairs/${repair}`)
  await page.getByText('已转为异议').first().waitFor()
  await ask(
    register,
    companyOf(register),
    `/v1/objections/${objection}/withdrawal`,
    undefined,
    'POST',
  )
  await end()
})

test('apply for repair: granted, and gone from what is held', async () => {
  const outlooks = await ask(register, companyOf(register), '/v1/account/repair')
  const found = outlooks.items.find(
    ({ item_kind, on_day }) => item_kind === 'record' && on_day === 'can_apply',
  )
  await begin(companyOf(register))
  await goTo(page, `/held/record/${found.item}`)
  await page.getByText('今天就可以申请').waitFor()
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    button('把这些日子存到日历').click(),
  ])
  assert.equal(calendar.suggestedFilename(), 'repair.ics')
  await page.getByText('换一天申请会怎样？').click()
  await page.getByLabel('哪一天申请').fill('2020-1-1')
  await button('看结果').click()
  await page
    .getByRole('status')
    .getByText(/2020年1月1日申请/)
    .waitFor()
  await link('申请修复').click()
  await page.getByLabel('您做了哪些改正？').fill('罚款已缴清，问题已整改')
  for (const label of ['请上传履行义务的证明', '请上传信用承诺书']) {
    await goOn()
    await title(label).waitFor()
    await page.getByLabel('选择文件').setInputFiles(proof)
    await page.getByText('已收到 证明.txt').waitFor()
  }
  await goOn()
  await page.getByLabel('否').check()
  await expectWhole(page, [360, 1280])
  await goOn()
  await title('请核对您的答复').waitFor()
  await expectWhole(page, [360, 1280])
  await button('提交申请').click()
  await title('修复申请已收到').waitFor()
  const repair = /repairs\/([^/]+)/.exec(page.url())[1]
  await grant(repair, found.authority)
  await goTo(page, `/repairs/${repair}`)
  await page.getByText('准予修复').first().waitFor()
  await expectWhole(page, [360, 1280])
  await goTo(page, '/held')
  assert.equal(await page.locator(`a[href$="/${found.item}"]`).count(), 0)
  await goTo(page, `/held/record/${found.item}`)
  await title('这一条已经不在您名下').waitFor()
  await end()
})

async function grant(repair, authority) {
  const officer = await officerOf(register, authority)
  await ask(register, officer, `/v1/repairs/${repair}/acceptance`, { accepts: true })
  await ask(register, officer, `/v1/repairs/${repair}/decision`, {
    outcome: 'granted',
    document_number: '示例修复〔2026〕1号',
    reasons: '符合条件',
    corrected: true,
    performed: true,
    committed: true,
  })
}

test('who looked, and why: ask, and read the answer', async () => {
  await lookUp(register, '2026-0900')
  await begin(companyOf(register))
  await link('谁查过我').click()
  await page.getByText('2026-0900').waitFor()
  await page.getByText('《山东省社会信用条例》第二十二条').first().waitFor()
  await page
    .getByRole('link', { name: /这次查询合规吗/ })
    .first()
    .click()
  await page.getByLabel(/想说明什么/).fill('近期没有检查')
  await button('发出询问').click()
  await title('您的询问').waitFor()
  await page.getByText('已询问，等待答复').waitFor()
  await page.getByText(/还有 \d+ 天/).waitFor()
  const { items } = await ask(register, companyOf(register), '/v1/account/questions')
  await ask(
    register,
    accountOf(register, 'officer', 'SD-SAMR'),
    `/v1/lookups/questions/${items[0].question}/answer`,
    {
      allowed: true,
      article: 'sd-social-credit-regulation-2020 art. 22',
      case: '2026-0900',
      words: '属于年度检查',
    },
  )
  await goTo(page, '/lookups')
  await page.getByText('答复：合规').waitFor()
  await page.getByText('属于年度检查').waitFor()
  await end()
})

test('complain, kept from the unit, and take it back', async () => {
  await begin(companyOf(register))
  await link('我的办理').click()
  await link('投诉').click()
  await page.getByLabel('输入名称查找').fill('泰安市市场')
  await page.getByLabel('泰安市市场监督管理局').check()
  await goOn()
  await page.getByLabel('不答复').check()
  await goOn()
  await page.getByLabel(/不答复.*请说明情况/).fill('两个月没有答复')
  await goOn()
  await page.getByLabel('要保密').check()
  await goOn()
  await goOn()
  await button('提交投诉').click()
  await title('投诉已收到').waitFor()
  await page.getByText('已对它保密').waitFor()
  await button('撤回投诉').click()
  await button('确定撤回').click()
  await page.getByText('您已撤回').first().waitFor()
  await end()
})

test('how I am told: a channel opens and closes, consent is given and taken back', async () => {
  await begin(companyOf(register))
  await link('通知方式').click()
  await button('开通 电子邮件').click()
  await page.getByLabel('电子邮件地址').fill('not an address')
  await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''))
  await button('保存').click()
  await page.getByText('没有办成，原因如下').waitFor()
  assert.equal(await page.getByLabel('电子邮件地址').inputValue(), 'not an address')
  await page.getByLabel('电子邮件地址').fill('someone@example.org')
  await button('保存').click()
  await page.getByText('已开通。').waitFor()
  assert.equal(await page.getByText('someone@example.org').count(), 0)
  await button('关闭 电子邮件').click()
  await page.getByText('已关闭，地址已删除。').waitFor()
  await button('同意电子送达').click()
  await page.getByText('已记录您的同意。').waitFor()
  await button('撤回同意').click()
  await page.getByText('已撤回同意').waitFor()
  await end()
})
