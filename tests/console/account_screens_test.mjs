// Every page of a subject's own, with what it unfolds: WCAG 2.2 AA by axe, each control reached by Tab,
// no breach of the page's policy, no other host, no error, no sideways scroll on a phone; in both
// languages; nothing of the subject in address, title or storage; and what the first page weighs.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, companyOf, enter, makeMatters, personOf, screens } from './account.mjs'
import {
  accountOf,
  ask,
  expectWhole,
  goTo,
  loadedBytes,
  openPage,
  startBrowser,
  startRegister,
} from './browser.mjs'

let register
let browser
let made

before(async () => {
  register = await startRegister()
  made = await makeMatters(register)
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  register?.stop()
})

async function unfold(page) {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.open = true
  })
  const buttons = page.locator('main button[aria-expanded="false"]')
  if (await buttons.count()) await buttons.first().click()
}

for (const width of [1280, 360]) {
  test(`sign-in, ${width} wide`, async () => {
    const page = await openPage(browser, register, { width })
    await page.goto(`${register.address}/account/`)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await expectWhole(page)
    await page.context().close()
  })
}

test('a company', async (each) => {
  const page = await openPage(browser, register)
  await enter(page, register, companyOf(register))
  for (const [name, path] of Object.entries(screens)) {
    await each.test(name, async () => {
      await goTo(page, addressOf(path, made))
      await unfold(page)
      await expectWhole(page, [1280, 360])
      await page.setViewportSize({ width: 1280, height: 900 })
    })
  }
  await each.test('in English', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    for (const path of Object.values(screens)) {
      await goTo(page, addressOf(path, made))
      const labels = await page
        .locator('main :is(h1, h2, h3, label, legend, th, dt, button, summary):not(:lang(zh))')
        .allInnerTexts()
      const chinese = labels.filter((label) => /[\u4e00-\u9fff]/.test(label))
      assert.deepEqual(chinese, [], path)
    }
    await expectWhole(page)
  })
  await page.context().close()
})

test('a person sees what is held, and it is closed to others', async () => {
  const page = await openPage(browser, register)
  await enter(page, register, personOf(register))
  await goTo(page, '/held')
  await page.getByRole('heading', { name: '不公开的信息' }).waitFor()
  await expectWhole(page, [1280, 360])
  await page.context().close()
})

test('nothing of the subject stands in an address, a title or a storage', async () => {
  const page = await openPage(browser, register)
  const company = companyOf(register)
  const { name, unified_social_credit_code: code } = await ask(register, company, '/v1/account')
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await enter(page, register, company)
  for (const path of Object.values(screens)) {
    await goTo(page, addressOf(path, made))
    asked.push(page.url(), await page.title())
    asked.push(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage])))
  }
  const told = decodeURIComponent(asked.join('\n').replaceAll('%', '%25'))
  assert.ok(!told.includes(code) && !told.includes(name))
  const code_of_receipt = await page.locator('svg[role=img]').getAttribute('aria-label')
  assert.equal(code_of_receipt, '本页地址的二维码')
  await page.context().close()
})

test('each account is led to the pages that are for it', async () => {
  const company = companyOf(register)
  let page = await openPage(browser, register)
  await page.goto(`${register.address}/console/`)
  await page.getByLabel('账号').fill(company.account)
  await page.getByLabel('密码').fill(company.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '关于我的信息' }).waitFor()
  assert.match(page.url(), /\/account\//)
  await page.goto(`${register.address}/console/`)
  await page.getByRole('heading', { name: '关于我的信息' }).waitFor()
  await page.context().close()

  page = await openPage(browser, register)
  const clerk = accountOf(register, 'clerk', 'SD-SAMR')
  await page.goto(`${register.address}/account/`)
  await page.getByLabel('账号').fill(clerk.account)
  await page.getByLabel('密码').fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '我的工作' }).waitFor()
  assert.match(page.url(), /\/console\//)
  assert.deepEqual(page.faults, [])
  await page.context().close()
})

test('the portal leads here', async () => {
  const page = await openPage(browser, register)
  await page.goto(register.address)
  await page.getByRole('link', { name: '我的账户' }).click()
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  await page.context().close()
})

test('the first page comes with at most 250 KiB', async () => {
  const page = await openPage(browser, register)
  const bytes = await loadedBytes(page, `${register.address}/account/`)
  assert.ok(bytes > 10_000 && bytes <= 250 * 1024)
  await page.context().close()
})
