// The tour of the demonstration: each account that it names exists and is let onto the screen that it
// is sent to, and no secret stands on the page.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enter } from './account.mjs'
import { openPage, signIn, startBrowser, startRegister } from './browser.mjs'

let register
let browser

before(async () => {
  register = await startRegister()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  register?.stop()
})

// Who is sent where, step by step.
async function stops(page) {
  await page.goto(`${register.address}/`)
  await page.getByRole('link', { name: '五分钟走一遍' }).click()
  await page.getByRole('heading', { level: 1, name: '五分钟走一遍' }).waitFor()
  return page.locator('ol.tour > li').evaluateAll((items) =>
    items.map((item) => ({
      account: item.querySelector('code')?.innerText,
      address: item.querySelector('a').getAttribute('href'),
    })),
  )
}

test('every step of the tour can be taken by whom it names', async () => {
  const page = await openPage(browser, register)
  const found = await stops(page)
  assert.ok(found.length > 12, `${found.length} steps`)
  const html = await (await fetch(`${register.address}/tour`)).text()
  for (const { token, password } of register.accounts) {
    assert.ok(!html.includes(token) && !html.includes(password), 'a secret stands on the page')
  }
  await page.context().close()
  for (const { account, address } of found) await take(account, address)
})

async function take(account, address) {
  const page = await openPage(browser, register)
  if (!account) {
    const answer = await page.goto(register.address + address)
    assert.equal(answer.status(), 200, address)
  } else {
    const holder = register.accounts.find((each) => each.account === account)
    assert.ok(holder, `the demonstration has no account ${account}`)
    const [home, screen] = address.split('#')
    if (home === '/console/') await signIn(page, register, holder, screen)
    else await enter(page, register, holder, screen)
    await page.locator(`main[data-screen="${screen}"] h1`).first().waitFor()
  }
  assert.deepEqual(page.faults, [])
  await page.context().close()
}
