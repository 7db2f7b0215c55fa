// Debian's chromium in front of a demonstration register: what the tests of the console share.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const require = createRequire(join(root, 'web/console/package.json'))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

// A demonstration of its own (a copy of the one that ctest made), served until `stop`; its accounts by role and authority. Or the one that
// is served at XINHENG_SERVED, with its file of accounts in XINHENG_TOKENS.
export async function startRegister(program = process.env.XINHENG ?? join(root, 'build/xinheng')) {
  if (process.env.XINHENG_SERVED) {
    const accounts = readAccounts(process.env.XINHENG_TOKENS)
    return { address: process.env.XINHENG_SERVED, accounts, stop: () => {} }
  }
  const folder = mkdtempSync(join(tmpdir(), 'console-'))
  const store = join(folder, 'register.db')
  const made = process.env.XINHENG_DEMONSTRATION
  if (made) cpSync(made, folder, { recursive: true })
  else execFileSync(program, ['init', '--demo', '--store', store], { stdio: 'ignore' })
  const port = await freePort()
  const server = spawn(program, ['serve', '--store', store, '--listen', `127.0.0.1:${port}`], {
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    const alive = await fetch(`${address}/livez`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (alive) break
    if (tries > 300) throw new Error('the register does not answer')
    await later(100)
  }
  const stop = () => {
    server.kill()
    // It may still be writing what it owes.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  return { address, accounts: readAccounts(`${store}.tokens`), stop }
}

export function readAccounts(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  return lines.map((line) => {
    const [role, authority, account, token, password] = line.split(' ')
    return { role, authority, account, token, password }
  })
}

export function accountOf(register, role, authority) {
  return register.accounts.find(
    (each) => each.role === role && (!authority || each.authority === authority),
  )
}

export function startBrowser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

export async function openPage(browser, register, { width = 1280, height = 900 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  return watch(await context.newPage(), register)
}

// A page that keeps what it must not do: breaches of the policy, errors, requests to other hosts.
export function watch(page, register) {
  page.setDefaultTimeout(120_000) // beside other tests, too
  page.faults = []
  page.unanswered = new Set()
  // An answer whose text the page does not read is never finished.
  page.on('response', (answer) => page.unanswered.delete(answer.request()))
  for (const end of ['requestfinished', 'requestfailed'])
    page.on(end, (request) => page.unanswered.delete(request))
  page.on('console', (message) => {
    const expected = /status of 4\d\d|ERR_CONNECTION/.test(message.text()) // refusals are answers
    if (message.type() === 'error' && !expected) page.faults.push(message.text())
  })
  page.on('pageerror', (error) => page.faults.push(String(error)))
  page.on('request', (request) => {
    const target = request.url()
    page.unanswered.add(request)
    if (!target.startsWith(register.address) && !/^(data|blob):/.test(target))
      page.faults.push(`asks ${target}`)
  })
  return page
}

export async function signIn(page, register, { account, password }, to = '') {
  await page.goto(`${register.address}/console/#${to || '/sign-in'}`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

export async function goTo(page, path) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await page.locator(`main[data-screen="${path}"] h1`).first().waitFor()
  await rest(page, path)
}

// Until all is answered that the page asked for, and it has asked nothing more for so long: what it
// asks next may follow from an answer.
export async function rest(page, path, quiet = 0) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  const until = Date.now() + 120_000
  for (let since = Date.now(); ; await later(20)) {
    if (page.unanswered.size > 0) since = Date.now()
    else if (Date.now() >= since + quiet) return
    if (Date.now() > until) {
      const open = [...page.unanswered].map((each) => `${each.method()} ${each.url()}`)
      throw new Error(`${path} is not at rest: ${open.join(', ')}`)
    }
  }
}

// What axe finds against WCAG 2.2 AA, in a line each.
export async function axeFaults(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe }) // beside the page's own policy
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return result.value
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary'

// Tab from the top of the page: every control that shows is reached, and none holds the focus.
export async function keyboardFaults(page) {
  const wanted = await page.evaluate((selector) => {
    for (const each of document.querySelectorAll('[data-walk]')) each.removeAttribute('data-walk')
    const shows = (each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0
    const radios = new Set()
    const controls = [...document.querySelectorAll(selector)].filter(shows).filter((each) => {
      if (each.type !== 'radio') return true
      return !radios.has(each.name) && radios.add(each.name)
    })
    controls.forEach((each, place) => each.setAttribute('data-walk', place))
    return controls.length
  }, focusable)
  await page.locator('[data-walk="0"]').focus() // the first of the page; Tab goes on from there
  const reached = new Set(['0'])
  const faults = []
  let last = ''
  let stuck = 0
  for (let press = 0; press < wanted + 10 && reached.size < wanted; press += 1) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(
      () => document.activeElement?.getAttribute('data-walk') ?? document.activeElement?.tagName,
    )
    stuck = now === last ? stuck + 1 : 0
    if (stuck >= 3) faults.push(`Tab stays on ${now}`)
    if (/^\d+$/.test(now)) reached.add(now)
    last = now
  }
  const missed = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll('[data-walk]')]
        .filter((each) => !seen.includes(each.getAttribute('data-walk')))
        .map((each) => each.outerHTML.slice(0, 120)),
    [...reached],
  )
  return [...faults, ...missed.map((each) => `Tab does not reach ${each}`)]
}

// Pixels by which the page is wider than its window.
export function sidewaysScroll(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

// What must hold of every page, also on a phone.
export async function expectWhole(page, widths = [page.viewportSize().width]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await axeFaults(page), [])
    assert.deepEqual(await keyboardFaults(page), [])
    assert.ok((await sidewaysScroll(page)) <= 0, `the page scrolls sideways at ${width}`)
    assert.deepEqual(page.faults, [])
  }
}

// Asks the register itself, to set up what a screen shows.
export async function ask(register, { token }, path, body, method = body ? 'POST' : 'GET') {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
  }
  const answer = await fetch(register.address + path, {
    method,
    headers,
    body: body && JSON.stringify(body),
  })
  const told = await answer.json()
  assert.ok(answer.ok, `${path}: ${JSON.stringify(told)}`)
  return told
}

export const [listedCode, listedName] = readFileSync(join(root, 'examples/subject.txt'), 'utf8')
  .trim()
  .split('\n')

// What comes over the line until the first page of that address is at rest, in bytes.
export async function loadedBytes(page, address) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(address)
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  console.log(`${new URL(address).pathname}: ${(bytes / 1024).toFixed(1)} KiB, 250 KiB at most`)
  return bytes
}
