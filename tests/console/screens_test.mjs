// Every screen: WCAG 2.2 AA by axe, each control reached by Tab, no breach of the page's policy, no
// other host, no error, no sideways scroll on a phone; and what the first screen weighs.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  accountOf, axeFaults, goTo, keyboardFaults, openPage, sidewaysScroll, signIn, startBrowser, startRegister,
} from './browser.mjs'

const screens = {
  'officer SD-SAMR': ['/work', '/submit', '/check', '/listings'],
}

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

async function expectWhole(page) {
  assert.deepEqual(await axeFaults(page), [])
  assert.deepEqual(await keyboardFaults(page), [])
  assert.ok((await sidewaysScroll(page)) <= 0, 'the page scrolls sideways')
  assert.deepEqual(page.faults, [])
}

for (const width of [1280, 360]) {
  test(`sign-in, ${width} wide`, async () => {
    const page = await openPage(browser, register, { width })
    await page.goto(`${register.address}/console/`)
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await expectWhole(page)
    await page.context().close()
  })

  for (const [who, paths] of Object.entries(screens)) {
    test(`${who}, ${width} wide`, async (each) => {
      const page = await openPage(browser, register, { width })
      await signIn(page, register, accountOf(register, ...who.split(' ')))
      for (const path of paths) {
        await each.test(path, async () => {
          await goTo(page, path)
          await expectWhole(page)
        })
      }
      await each.test('in English', async () => {
        await page.getByRole('button', { name: 'English' }).click()
        for (const path of paths) {
          await goTo(page, path)
          const chinese = await page.locator('main h1').innerText()
          assert.doesNotMatch(chinese, /[\u4e00-\u9fff]/)
        }
        assert.deepEqual(page.faults, [])
      })
      await page.context().close()
    })
  }
}

test('the first screen comes with at most 250 KiB', async () => {
  const page = await openPage(browser, register)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.goto(`${register.address}/console/`)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.waitForLoadState('networkidle')
  console.log(`first screen: ${(bytes / 1024).toFixed(1)} KiB, 250 KiB at most`)
  assert.ok(bytes > 10_000 && bytes <= 250 * 1024)
  await page.context().close()
})
