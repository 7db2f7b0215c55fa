// A form that was begun and not sent: at another desk, for another account, cleared, sent.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyOf } from './account.mjs'
import { accountOf, ask, expectWhole, goTo, listedCode } from './browser.mjs'
import { begin, button, end, link, page, register } from './stage.mjs'

const facts = '示例事实：二〇二六年三月起拖欠货款'
const kept = () => page.getByText('已保存为草稿')
const back = () => page.getByText(/已恢复 \d{4}-\d\d-\d\d 填写/)
const factsField = () => page.getByLabel('事实', { exact: false }).first()
const officer = () => accountOf(register, 'officer', 'SD-SAMR')

async function openProposal(account) {
  await begin(account)
  await goTo(page, '/listings')
  await button('提出列入').click()
}

test('a proposal begun at one desk is there at another, but for the identifier', async () => {
  await openProposal(officer())
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(listedCode)
  await factsField().fill(facts)
  await kept().waitFor()
  await expectWhole(page)
  await end()
  await openProposal(officer())
  await back().waitFor()
  assert.equal(await factsField().inputValue(), facts)
  assert.equal(await page.getByLabel('统一社会信用代码或身份证件号码').inputValue(), '')
  await expectWhole(page, [360, 1280])
  await end()
})

test('what is left at once was kept, and nobody else reads it', async () => {
  await openProposal(officer())
  await factsField().fill(facts + '，三次催告')
  await button('退出').click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await end()
  await openProposal(accountOf(register, 'clerk', 'SD-SAMR'))
  assert.equal(await factsField().inputValue(), '')
  await end()
  await openProposal(officer())
  assert.equal(await factsField().inputValue(), facts + '，三次催告')
  await end()
})

test('cleared, it is gone', async () => {
  await openProposal(officer())
  await back().waitFor()
  await button('清除').click()
  assert.equal(await factsField().inputValue(), '')
  await kept().waitFor({ state: 'detached' })
  await back().waitFor({ state: 'detached' })
  await end()
  await openProposal(officer())
  assert.equal(await factsField().inputValue(), '')
  await end()
})

test('an objection begun goes on where it was, and is no draft once it is sent', async () => {
  const company = companyOf(register)
  const { listings } = await ask(register, company, '/v1/account')
  const { title_zh: list } = listings.find(({ in_force }) => in_force)
  const toObject = async () => {
    await begin(company)
    await link(list).click()
    await link('提出异议').click()
  }
  await toObject()
  await page.getByLabel('内容不对').check()
  await button('继续').click()
  await kept().waitFor()
  await end()
  await toObject()
  await back().waitFor()
  assert.ok(await page.getByLabel('内容不对').isChecked())
  const names = async () =>
    (await ask(register, company, '/v1/forms')).items.map(({ form }) => form)
  assert.equal((await names()).length, 1)
  await button('继续').click()
  await page.getByLabel(/内容不对.*请说明情况/).fill('所列处罚不是本企业受到的')
  await button('继续').click()
  await page.getByLabel('选择文件').setInputFiles({
    name: '证明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('示例证明'),
  })
  await page.getByText('已收到 证明.txt').waitFor()
  await button('继续').click()
  await button('提交异议').click()
  await page.getByRole('heading', { name: '异议已收到' }).waitFor()
  assert.deepEqual(await names(), [])
  await end()
})
