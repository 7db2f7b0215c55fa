// Every screen, with what it unfolds: WCAG 2.2 AA by axe, each control reached by Tab, no breach of the
// page's policy, no other host, no error, no sideways scroll on a phone; in both languages; and what
// the first screen weighs.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { leak } from './account.mjs'
import {
  accountOf,
  ask,
  expectWhole,
  goTo,
  listedCode,
  listedName,
  loadedBytes,
  openPage,
  signIn,
  startBrowser,
  startRegister,
} from './browser.mjs'

// Of each role its screens; {objection} and the like are made before.
const screens = {
  'officer SD-SAMR': [
    '/work',
    '/submit',
    '/check',
    '/listings',
    '/listings/{proposed}',
    '/listings/{standing}',
    '/objections',
    '/objections/{objection}',
    '/complaints',
    '/complaints/{asked}',
    '/incidents',
    '/incidents/{incident}',
    '/repairs',
    '/repairs/{repair}',
    '/commitments',
    '/commitments/{commitment}',
    '/honours',
    '/orders',
    '/service',
    '/service/{notice}',
    '/subjects',
    '/catalogue',
    '/coverage',
    '/inspections',
    '/stays',
    '/tips',
    '/withholdings',
    '/accounts',
  ],
  'officer SD-TAX': ['/listings/{noticed}', '/listings/{decided}'],
  'clerk SD-HR': ['/work'],
  'auditor SD-SAMR': [
    '/work',
    '/listings',
    '/incidents',
    '/incidents/{incident}',
    '/amendments',
    '/commitments',
    '/honours',
    '/orders',
    '/service',
    '/coverage',
    '/inspections',
    '/stays',
    '/tips',
    '/withholdings',
    '/audit',
  ],
  'credit_office SD-DRC': [
    '/work',
    '/objections',
    '/objections/{objection}',
    '/complaints',
    '/complaints/{complaint}',
    '/complaints/{asked}',
    '/incidents',
    '/catalogue',
    '/amendments',
    '/amendments/{amendment}',
    '/orders',
    '/service',
    '/coverage',
    '/stays',
    '/accounts',
  ],
}
const unfolds = {
  '/listings': '提出列入',
  '/objections': '代为提出异议',
  '/complaints': '代为提出投诉',
  '/incidents': '登记泄露事件',
  '/repairs': '代为申请修复',
  '/amendments': '拟定目录变更',
  '/inspections': '确定抽查计划',
  '/stays': '决定暂缓执行',
  '/tips': '登记公钥',
  '/commitments': '登记承诺',
  '/orders': '登记个别决定',
  '/withholdings': '暂不告知',
}

let register
let browser
const made = {}

async function makeMatters() {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const view = await ask(register, officer, '/v1/subjects/lookup', {
    identifier: listedCode,
    name: listedName,
    purpose: 'inspection',
    ground: 'sd_regulation_22',
    case: '2026-0001',
    officer: 'window-1',
  })
  made.standing = view.listings.find(
    ({ standard, in_force }) => in_force && standard === 'samr_serious',
  ).listing
  const authorisation = {
    number: '授权 1',
    given_on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  }
  const applied = {
    identifier: listedCode,
    name: listedName,
    item_kind: 'listing',
    item: made.standing,
    words: '已改正',
    authorisation,
  }
  made.repair = (await ask(register, officer, '/v1/repairs', applied)).case
  const points = [
    { aspect: 'content', said: '事实不符' },
    { aspect: 'period', said: '期限过长' },
  ]
  const filed = {
    identifier: listedCode,
    about: 'listing',
    about_id: made.standing,
    filer: 'representative',
    authorisation: '授权 1',
    points,
  }
  made.objection = (await ask(register, officer, '/v1/objections', filed)).objection
  made.incident = await leak(register, view.records[0].record)
  made.complaint = (await complain(false)).complaint
  made.asked = (await complain(true)).complaint
  const deciding = accountOf(register, 'credit_office')
  const asked = `/v1/complaints/${made.asked}`
  await ask(register, deciding, `${asked}/acceptance`, undefined, 'POST')
  await ask(register, deciding, `${asked}/question`, {
    question: '为何逾期未答复',
  })
  await makeSupervised(officer)
  await makePromised(officer)
  const first = async (of, state) =>
    (await ask(register, of, `/v1/listings?state=${state}&limit=1`)).items[0].listing
  made.proposed = await first(officer, 'proposed')
  for (const state of ['noticed', 'decided'])
    made[state] = await first(accountOf(register, 'officer', 'SD-TAX'), state)
}

// Cases that nobody checked, a duty that is stayed, and an amendment of the catalogue.
async function makeSupervised(officer) {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const decided = { matter: 'food_permit', identifier: listedCode, decided_on: yesterday }
  const cases = ['2026-0001', '2026-0002'].map((number) => ({ ...decided, case: number }))
  await ask(register, officer, '/v1/cases', { cases })
  const staying = {
    scope: 'duty',
    item: made.standing,
    measure: 'S01-B3',
    article: 'sd-social-credit-regulation-2020 art. 22',
    document_number: '示例停字〔2026〕1号',
    officer: '示例人员',
    office: '示例处长',
    reasons: '示例理由',
    through_on: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  }
  await ask(register, officer, '/v1/stays', staying)
  const amending = {
    title: '停用示例措施',
    document_number: '示例发改〔2026〕1号',
    reasons: '示例理由',
    from_on: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    ends: [{ row: 'standard', id: 'samr_serious' }],
  }
  const credit = accountOf(register, 'credit_office')
  made.amendment = (await ask(register, credit, '/v1/amendments', amending)).amendment
}

// One commitment that runs, another that was found broken and is to be served; an order, and look-ups
// that are withheld.
async function makePromised(officer) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const promised = {
    kind: 'trade_wide',
    identifier: listedCode,
    words: '守法经营',
    document_number: '示例承〔2026〕1号',
    check_on: day(60),
  }
  made.commitment = (await ask(register, officer, '/v1/commitments', promised)).commitment
  const { commitment } = await ask(register, officer, '/v1/commitments', promised)
  const found = {
    document_number: '示例承认〔2026〕1号',
    reasons: '示例理由',
    statement: '示例陈述',
    remedy: '可以申请行政复议',
  }
  made.notice = (await ask(register, officer, `/v1/commitments/${commitment}/breach`, found)).notice
  await ask(register, officer, '/v1/orders', {
    identifier: listedCode,
    name: listedName,
    measure: 'M051-A1',
    document_number: '示例令〔2026〕1号',
    decided_on: day(-1),
    served_on: day(-1),
    through_on: day(500),
    remedy_zh: '可以申请复议',
  })
  await ask(register, officer, '/v1/lookups/withholdings', {
    case: '2026-0999',
    basis: 'obstruction',
    document: '示例批〔2026〕1号',
    reasons: '示例理由',
    through_on: day(10),
  })
}

// Of the officer's authority, at the window of the one that decides it.
function complain(confidential) {
  return ask(register, accountOf(register, 'credit_office'), '/v1/complaints', {
    identifier: listedCode,
    respondent: 'SD-SAMR',
    filer: 'representative',
    authorisation: '授权 1',
    confidential,
    points: [
      { ground: 'not_answered', said: '一直没有答复' },
      { ground: 'charged_money', said: '要收手续费' },
    ],
    information: { about: 'listing', about_id: made.standing },
  })
}

before(async () => {
  register = await startRegister()
  await makeMatters()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  register?.stop()
})

// Opens what is folded, so that it is looked at too.
async function unfold(page, path) {
  const known = page.locator('main').getByRole('button', {
    name: unfolds[path] ?? 'none of this name',
    exact: true,
  })
  if (await known.count()) await known.first().click()
  const folded = page.locator('main button[aria-expanded="false"]')
  if (await folded.count()) await folded.first().click()
  const details = page.locator('main details summary')
  if (await details.count()) await details.first().click()
}

for (const width of [1280, 360]) {
  test(`sign-in, ${width} wide`, async () => {
    const page = await openPage(browser, register, { width })
    await page.goto(`${register.address}/console/`)
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await expectWhole(page)
    await page.context().close()
  })
}

for (const [who, paths] of Object.entries(screens)) {
  test(who, async (each) => {
    const page = await openPage(browser, register)
    await signIn(page, register, accountOf(register, ...who.split(' ')))
    for (const path of paths) {
      await each.test(path, async () => {
        await goTo(
          page,
          path.replace(/\{(\w+)\}/, (_, name) => made[name]),
        )
        await unfold(page, path)
        await expectWhole(page, [1280, 360])
        await page.setViewportSize({ width: 1280, height: 900 })
      })
    }
    await each.test('in English', async () => {
      await page.getByRole('button', { name: 'English' }).click()
      for (const path of paths.filter((path) => !path.includes('{'))) {
        await goTo(page, path)
        const labels = await page
          .locator('main :is(h1, h2, label, legend, th, dt, .el-button)')
          .allInnerTexts()
        assert.deepEqual(
          labels.filter((label) => /[\u4e00-\u9fff]/.test(label)),
          [],
        )
      }
      assert.deepEqual(page.faults, [])
    })
    await page.context().close()
  })
}

test('a screen without right is not in the menu and does not open', async () => {
  const page = await openPage(browser, register)
  await signIn(page, register, accountOf(register, 'auditor', 'SD-SAMR'), '/submit')
  await page.getByRole('heading', { name: '我的工作' }).waitFor()
  assert.equal(await page.getByRole('link', { name: '报送数据' }).count(), 0)
  await page.context().close()
})

test('the first screen comes with at most 250 KiB', async () => {
  const page = await openPage(browser, register)
  const bytes = await loadedBytes(page, `${register.address}/console/`)
  assert.ok(bytes > 10_000 && bytes <= 250 * 1024)
  await page.context().close()
})
