// A tip: told on the portal without an account, opened with a key file in the console, concluded, and
// the result read by receipt. What was told stands in no request in the clear.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountOf, ask, axeFaults, expectWhole, root } from './browser.mjs'
import { begin, browser, button, end, open, page, register } from './stage.mjs'

const passphrase = 'a passphrase of a journey'
const words = '示例经过：在示例路销售过期食品'
const informant = '示例举报人甲'
const portal = '/tips?domain=product_food_safety&region=370100'
const program = process.env.XINHENG ?? join(root, 'build/xinheng')
const folder = mkdtempSync(join(tmpdir(), 'tips-'))
const keyFile = join(folder, 'samr.key.json')
const evidence = join(folder, 'photo.txt')

let receipt

before(() => {
  execFileSync(program, ['tip-key', 'new', keyFile, '--quiet'], { input: `${passphrase}\n` })
  writeFileSync(evidence, '示例材料')
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const officer = () => accountOf(register, 'officer', 'JN-SAMR')

test('without a key an authority takes no tips here, and other ways are told', async () => {
  await open()
  await page.goto(register.address + portal)
  await page.getByText('尚未开通网上密封举报').first().waitFor()
  await page.getByText('12345').waitFor()
  assert.equal(await button('密封并提交').count(), 0)
  await end()
})

test('the officer registers the public half of a key, and names who handles tips', async () => {
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  await begin(officer(), '/tips')
  await page.getByText('您不是本单位指定的举报经办人员').waitFor()
  await button('登记公钥').click()
  await page.getByLabel('私钥文件').setInputFiles(keyFile)
  await page
    .getByLabel('停用日期')
    .fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
  await button('登记公钥').last().click()
  await page.getByText('还没有登记').waitFor({ state: 'detached' })
  await button('指定经办人员').click()
  await page.getByRole('textbox', { name: '经办人员' }).fill(officer().account)
  await button('指定经办人员').last().click()
  await page.getByText('您不是本单位指定的举报经办人员').waitFor({ state: 'detached' })
  assert.deepEqual(await axeFaults(page), [])
  await expectWhole(page, [360, 1280])
  await end()
})

test('without script nothing can be sent, and the page says so', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(register.address + portal)
  await plain.getByText('没有启用的，这里的内容不会发出').waitFor()
  await plain.fill('#tip-name', informant)
  await plain.press('#tip-name', 'Enter')
  assert.equal(plain.url(), register.address + portal)
  await context.close()
})

test('anybody tells, and nothing of it leaves the page in the clear', async () => {
  await open()
  const sent = []
  page.on('request', (request) => sent.push(request.url(), request.postDataBuffer() ?? ''))
  await page.goto(register.address + portal)
  assert.deepEqual(await axeFaults(page), [])
  await button('密封并提交').click()
  await page.getByText('还没有填写经过').waitFor()
  await page.fill('#tip-text', words)
  await page.fill('#tip-name', informant)
  await page.setInputFiles('#tip-files', evidence)
  await button('密封并提交').click()
  await page.getByText('已经收到').waitFor()
  receipt = {
    receipt: await page.textContent('#tip-receipt'),
    passphrase: await page.textContent('#tip-passphrase'),
  }
  assert.match(receipt.receipt, /^T(-[0-9A-Z]{4}){3}$/)
  const plain = sent.map(String).join(' ')
  for (const secret of [words, informant, '示例材料', receipt.receipt])
    assert.ok(!plain.includes(secret), `${secret} left the page`)
  assert.deepEqual(await axeFaults(page), [])
  await end()
})

test('the officer opens it with the key file, takes it up and concludes it', async () => {
  await begin(officer(), '/tips')
  await button('产品与食品安全').click()
  assert.equal(await button('受理').count(), 0)
  await page.getByLabel('私钥文件', { exact: true }).setInputFiles(keyFile)
  await page.getByLabel('私钥文件的口令').fill('another passphrase')
  await page.getByLabel('拆封理由').fill('示例理由')
  await button('拆封').click()
  await page.getByText('口令不对').waitFor()
  await page.getByText('示例理由').waitFor({ state: 'detached' }) // no opening on record
  await saveAndReadBox()
  await page.getByLabel('私钥文件的口令').fill(passphrase)
  await button('拆封').click()
  await page.getByText(words).waitFor()
  await page.getByText(informant).waitFor()
  const download = page.waitForEvent('download')
  await button('1.txt').click()
  assert.equal((await download).suggestedFilename(), '1.txt')
  await page.getByText(`${officer().account}：示例理由`).nth(1).waitFor()
  assert.deepEqual(await axeFaults(page), [])
  await expectWhole(page, [360, 1280])
  await button('受理').click()
  await page.getByLabel('调查结果').selectOption('confirmed')
  await page.getByLabel('给举报人的答复').fill('示例结果：已经立案处罚')
  await button('办结').click()
  await page.getByText('已办结').first().waitFor()
  await end()
})

// The sealed box, taken along and opened where no register is.
async function saveAndReadBox() {
  const download = page.waitForEvent('download')
  await button('保存密封件').click()
  const box = join(folder, 'taken.box')
  await (await download).saveAs(box)
  await page.getByText(`${officer().account}：示例理由`).waitFor()
  const opened = join(folder, 'opened')
  const args = ['tip', 'read', box, opened, '--key', keyFile]
  execFileSync(program, args, { input: `${passphrase}\n` })
  const files = readdirSync(opened).map((name) => readFileSync(join(opened, name), 'utf8'))
  assert.ok(files.some((text) => text.includes(words)))
}

test('the informant reads the result by receipt and passphrase, which stand in no address', async () => {
  await open()
  await page.goto(`${register.address}/tips/status`)
  await page.getByLabel('回执编号').fill(receipt.receipt)
  await page.getByLabel('查询口令').fill('aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aa')
  await button('查询').click()
  await page.getByText('回执编号或者查询口令不对').waitFor()
  await page.getByLabel('回执编号').fill(receipt.receipt)
  await page.getByLabel('查询口令').fill(receipt.passphrase)
  await button('查询').click()
  await page.getByText('示例结果：已经立案处罚').waitFor()
  await page.getByText('属实', { exact: true }).waitFor()
  assert.equal(page.url(), `${register.address}/tips/status`)
  assert.deepEqual(await axeFaults(page), [])
  await end()
})

test('neither the credit office nor another authority sees that there is one', async () => {
  for (const [role, authority] of [
    ['credit_office', 'SD-DRC'],
    ['clerk', 'JN-SAMR'],
  ])
    await assert.rejects(ask(register, accountOf(register, role, authority), '/v1/tips'))
  const other = await ask(register, accountOf(register, 'auditor', 'SD-SAMR'), '/v1/tips')
  assert.deepEqual(other.items, [])
})
