// Journeys as a new user takes them, each from the sign-in to what it was for.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { accountOf, expectWhole, goTo, listedCode, listedName, rest, root } from './browser.mjs'
import { begin, button, end, fillCheck, open, page, register } from './stage.mjs'

const fresh = {
  code: '91379914MARDK7A18K',
  name: '聊城示例琅琊建筑工程股份有限公司',
} // of no list yet

test('a wrong password is refused in words, the right one opens', async () => {
  await open()
  await page.goto(`${register.address}/console/`)
  const { account, password } = accountOf(register, 'clerk', 'SD-SAMR')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill('not the password')
  await button('登录').click()
  await page.getByText('账号或密码不正确').waitFor()
  assert.equal(await page.getByLabel('账号').inputValue(), account)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '我的工作' }).waitFor()
  await button('退出').click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await end()
})

test('an account without a right to the console is told so', async () => {
  await open()
  await page.goto(`${register.address}/console/`)
  const { account, password } = accountOf(register, 'bank')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await button('登录').click()
  await page.getByText('不是工作人员账号').waitFor()
  await end()
})

test('a session that ends keeps what was typed, and the act goes on', async () => {
  await begin(accountOf(register, 'clerk', 'SD-SAMR'))
  await goTo(page, '/check')
  await fillCheck('2026-0100')
  await rest(page, '/check', 1000) // or another request meets the end of the session first
  const token = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem('xinheng.session')).token,
  )
  await fetch(`${register.address}/v1/sessions/current`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  })
  await button('核查').click()
  await page.getByText('登录已到期').waitFor()
  await page
    .getByRole('dialog')
    .getByLabel('密码')
    .fill(accountOf(register, 'clerk', 'SD-SAMR').password)
  await page.getByRole('dialog').getByRole('button', { name: '登录' }).click()
  await page.getByText('核查回执').waitFor()
  assert.equal(await page.getByLabel('案件号').inputValue(), '2026-0100')
  await end()
})

test('what was typed survives a sign-out', async () => {
  await begin(accountOf(register, 'clerk', 'SD-SAMR'))
  await goTo(page, '/check')
  await page.getByLabel('案件号').fill('2026-0200')
  await button('退出').click()
  const { account, password } = accountOf(register, 'clerk', 'SD-SAMR')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await button('登录').click()
  await page.getByRole('heading', { name: '我的工作' }).waitFor()
  await goTo(page, '/check')
  assert.equal(await page.getByLabel('案件号').inputValue(), '2026-0200')
  await end()
})

test('a file with faults is mended in the grid and accepted', async () => {
  await begin(accountOf(register, 'clerk', 'SD-SAMR'))
  await goTo(page, '/submit')
  await page.getByLabel(/选择文件/).setInputFiles(join(root, 'examples/penalties-gb18030.csv'))
  await button('报送').click()
  await page.getByRole('heading', { name: '整个文件没有入库，请改正以下各行' }).waitFor()
  await page.getByText('统一社会信用代码第 18 位校验码不符').waitFor()
  const [faults] = await Promise.all([
    page.waitForEvent('download'),
    button('下载标注错误的文件').click(),
  ])
  assert.match(readFileSync(await faults.path(), 'utf8'), /退回原因/)
  await expectWhole(page, [360, 1280])
  await mendWhatCanBe()
  await button('改好了，再次报送').click()
  await page.getByRole('heading', { name: '已入库', exact: true }).waitFor()
  await page.getByText(/入库 [1-9]\d* 行，退回 0 行/).waitFor()
  await end()
})

// The day is written as the calendar has it; the rows that only their office could mend are left out.
async function mendWhatCanBe() {
  const rows = page.locator('li.row')
  for (let place = 0; place < (await rows.count()); place += 1) {
    const row = rows.nth(place)
    const text = await row.innerText()
    if (text.includes('不是有效日期')) await row.getByRole('textbox').fill('2026-11-16')
    else await row.getByRole('checkbox').check()
  }
}

test('proposed, notified, decided, served: the check at a counter shows the duty', async () => {
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(page, '/listings')
  await button('提出列入').click()
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(fresh.code)
  await page.getByLabel('名称或姓名').fill(fresh.name)
  await page.getByLabel('认定标准').selectOption({ value: 'samr_serious' })
  await page.getByLabel('情形').selectOption({ value: 'food' })
  await page.getByLabel('行为日期').fill('20260601')
  await page.getByLabel('所依据的文书').fill('示例罚〔2026〕9号')
  await page.getByLabel('事实').fill('示例事实')
  await page.getByLabel('还须查明').fill('已受到较重行政处罚')
  await button('提出列入').click()
  await page.getByText('尚未事先告知').waitFor()
  await notify()
  await decide()
  await serve()
  await end()
  await begin(accountOf(register, 'clerk', 'SD-SAMR'))
  await goTo(page, '/check')
  await fillCheck('2026-0300')
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(fresh.code)
  await page.getByLabel('名称或姓名').fill(fresh.name)
  await button('核查').click()
  await page.getByRole('heading', { name: /限制措施/ }).waitFor()
  await page.getByText('《山东省社会信用条例》第二十八条').first().waitFor()
  await page.getByText('可以自知道决定之日起六十日内申请行政复议').first().waitFor()
  await expectWhole(page, [360, 1280])
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.getByText('核查回执').isVisible())
  assert.equal(await page.getByRole('navigation', { name: '菜单' }).isVisible(), false)
  await end()
})

async function notify() {
  await page.getByLabel('送达方式').selectOption({ value: 'direct' })
  await page.getByLabel('送达凭证').fill('示例回证 1')
  await page.getByLabel('事由和依据').fill('示例事由')
  await page.getByLabel('告知的权利').fill('可以陈述、申辩，可以申请听证')
  await button('事先告知').click()
  await page.getByText(/陈述申辩期到/).waitFor()
  await page.getByLabel('书面放弃陈述申辩').check()
  await button('记录陈述申辩').click()
  await page.getByText('尚未作出决定').waitFor()
}

async function decide() {
  await page.getByLabel('文书号').fill('示例列决〔2026〕99号')
  await page.getByLabel('决定日期').fill('今天')
  await page.getByLabel('上级同意文号').fill('示例同意〔2026〕1号')
  await page.getByLabel('理由').fill('示例理由')
  await page.getByLabel('限制享受便利措施').check()
  await page.getByLabel('信用修复告知').fill('满一年可以申请提前移出')
  await button('作出决定').click()
  await page.getByText(/未送达不生效/).waitFor()
}

async function serve() {
  await page.getByLabel('送达方式').selectOption({ value: 'direct' })
  await page.getByLabel('送达凭证').fill('示例回证 2')
  await page.getByLabel('一并送达信用修复告知书').check()
  await button('送达').click()
  await page.getByText('生效中').waitFor()
}

test('a subject is looked up only with purpose, ground and case', async () => {
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(page, '/subjects')
  assert.equal(await page.getByLabel('统一社会信用代码或身份证件号码').count(), 0)
  await page.getByLabel('查询目的').selectOption({ value: 'inspection' })
  await page.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await page.getByLabel('案件号').fill('2026-0400')
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(listedCode)
  await page.getByLabel('名称或姓名').fill(listedName)
  await button('查询').click()
  await page.getByRole('heading', { name: listedName }).waitFor()
  await page.getByText(/条名单列入生效/).waitFor()
  await expectWhole(page, [360, 1280])
  assert.doesNotMatch(page.url(), new RegExp(listedCode))
  await end()
})

test('an objection rests the measures, is answered point by point, and is over', async () => {
  await begin(accountOf(register, 'officer', 'SD-SAMR'))
  await goTo(page, '/subjects')
  await page.getByLabel('查询目的').selectOption({ value: 'inspection' })
  await page.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await page.getByLabel('案件号').fill('2026-0500')
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(fresh.code)
  await page.getByLabel('名称或姓名').fill(fresh.name)
  await button('查询').click()
  const listing = page.getByRole('region', { name: '现在的名单' }).locator('tbody tr').first()
  const id = await listing.locator('td').last().innerText()
  await goTo(page, '/objections')
  await button('代为提出异议').click()
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(fresh.code)
  await page.getByLabel('事项类别').selectOption({ value: 'listing' })
  await page.getByLabel('事项编号').fill(id.trim())
  await page.getByLabel('提出人').selectOption({ value: 'representative' })
  await page.getByLabel('授权委托证明').fill('授权 2')
  await page.getByLabel('哪里有异议').selectOption({ value: 'content' })
  await page.getByLabel('所述').fill('事实不符')
  await page.locator('form').getByRole('button', { name: '代为提出异议' }).click()
  await page.getByText('措施暂停执行').waitFor()
  await checkSays(/不得采取联合措施/)
  await page.goBack()
  await page.getByLabel('1. 信息内容：事实不符').selectOption({ value: 'not_upheld' })
  await page.getByLabel('第 1 项的理由').fill('事实清楚')
  await page.getByLabel('文书号').fill('示例异议〔2026〕1号')
  await page.getByLabel('救济途径').fill('可以申请行政复议')
  await button('逐项答复').click()
  await page.getByText('已办理').waitFor()
  await page.getByText('不成立').first().waitFor()
  await checkSays(/依法采取限制措施/)
  await end()
})

async function checkSays(headline) {
  await goTo(page, '/check')
  await fillCheck('2026-0600')
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(fresh.code)
  await page.getByLabel('名称或姓名').fill(fresh.name)
  await button('核查').click()
  await page.getByRole('heading', { name: headline }).waitFor()
}
