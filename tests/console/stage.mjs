// What a journey stands on: a demonstration and a browser while it lasts, and one page at a time in front.

import assert from 'node:assert/strict'
import { after } from 'node:test'
import { enter } from './account.mjs'
import {
  listedCode,
  listedName,
  openPage,
  signIn,
  startBrowser,
  startRegister,
} from './browser.mjs'

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

// A question about the listed company, up to its last button.
export async function fillCheck(number) {
  await page.getByLabel('统一社会信用代码或身份证件号码').fill(listedCode)
  await page.getByLabel('名称或姓名').fill(listedName)
  await page.getByLabel('办理事项').selectOption({ value: 'food_permit' })
  await page.getByLabel('查询目的').selectOption({ value: 'approval' })
  await page.getByLabel('查询依据').selectOption({ value: 'sd_regulation_22' })
  await page.getByLabel('案件号').fill(number)
}
