// What a journey stands on: a demonstration and a browser while it lasts, and one page at a time in front.

import assert from 'node:assert/strict'
import { after } from 'node:test'
import { enter } from './account.mjs'
import { openPage, signIn, startBrowser, startRegister } from './browser.mjs'

// Awaited here: two hooks that come before the tests would not wait for each other.
export const register = await startRegister()
export const browser = await startBrowser()
export let page

after(async () => {
  await browser.close()
  register.stop()
})

export async function open() {
  page = await openPage(browser, register)
}
// Signed in, at the console or at its own account.
export async function begin(account, to) {
  await open()
  await (account.role === 'subject' ? enter : signIn)(page, register, account, to)
}
export async function end() {
  assert.deepEqual(page.faults, [])
  await page.context().close()
}
export const button = (label) => page.getByRole('button', { name: label, exact: true })
export const link = (label) => page.getByRole('link', { name: label, exact: true })
