// A subject in front of its own pages: signed in, and matters to see.

import assert from 'node:assert/strict'
import { accountOf, ask } from './browser.mjs'

export async function enter(page, register, { account, password }, to = '') {
  await page.goto(`${register.address}/account/#${to || '/sign-in'}`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

export const companyOf = (register) =>
  register.accounts.find(({ account }) => account === 'subject-company')
export const personOf = (register) =>
  register.accounts.find(({ account }) => account === 'subject-person')

// A look-up of the company by an officer, on record before this returns.
export async function lookUp(register, number) {
  const company = companyOf(register)
  const view = await ask(register, company, '/v1/account')
  await ask(register, accountOf(register, 'officer', 'SD-SAMR'), '/v1/subjects/lookup', {
    identifier: view.unified_social_credit_code,
    name: view.name,
    purpose: 'inspection',
    ground: 'sd_regulation_22',
    case: number,
    officer: 'window-1',
  })
  const seen = await ask(register, company, '/v1/account/lookups')
  const found = seen.items.find((each) => each.case === number)
  assert.ok(found, 'the look-up is on record')
  return found.receipt
}

// An officer of that authority with a session, where the demonstration has none.
export async function officerOf(register, authority) {
  const known = accountOf(register, 'officer', authority)
  if (known) return known
  const account = `officer-${authority.toLowerCase()}`
  const password = 'a long enough password'
  const opening = { account, role: 'officer', authority, password }
  await ask(register, accountOf(register, 'credit_office'), '/v1/accounts', opening)
  const answer = await fetch(`${register.address}/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  const { token } = await answer.json()
  const officer = { role: 'officer', authority, account, password, token }
  register.accounts.push(officer)
  return officer
}

// By the company of its own accord.
async function promise(register, company) {
  const declared = {
    kind: 'self_declaration',
    authority: 'SD-SAMR',
    words: '今后守法诚信经营',
    agreed: true,
    check_on: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
  }
  return (await ask(register, company, '/v1/commitments', declared)).commitment
}

// Of whoever that record is on, told of it.
export async function leak(register, record) {
  const officer = accountOf(register, 'officer', 'SD-SAMR')
  const { incident } = await ask(register, officer, '/v1/incidents', {
    kinds: ['records', 'contact'],
    cause: '经办人误将表格发给无关单位',
    harm: '可能收到推销电话',
    steps: '已要求删除，并得到书面确认',
    protection: '留意陌生来电',
    contact: '示例窗口 0531-0000000',
    discovered_on: new Date().toISOString().slice(0, 10),
  })
  const items = [{ about: 'record', about_id: record }]
  await ask(register, officer, `/v1/incidents/${incident}/items`, { items })
  return incident
}

// One of each matter, by the company's own account; what it is about, by name.
export async function makeMatters(register) {
  const company = companyOf(register)
  const view = await ask(register, company, '/v1/account')
  const made = { listing: view.listings.find(({ in_force }) => in_force).listing }
  const penalties = (await ask(register, company, '/v1/account/repair')).items.filter(
    ({ item_kind, on_day }) => item_kind === 'record' && on_day === 'can_apply',
  )
  made.record = view.records[0].record
  made.repairable = penalties[0].item
  const points = [
    { aspect: 'content', said: '事实不符' },
    { aspect: 'period', said: '期限过长' },
  ]
  const objection = { about: 'record', about_id: made.record, filer: 'subject', points }
  made.objection = (await ask(register, company, '/v1/objections', objection)).objection
  const repair = { item_kind: 'record', item: made.repairable, words: '已改正' }
  made.repair = (await ask(register, company, '/v1/repairs', repair)).case
  const complaint = {
    respondent: 'SD-SAMR',
    filer: 'subject',
    confidential: true,
    points: [{ ground: 'not_answered', said: '一直没有答复' }],
  }
  made.complaint = (await ask(register, company, '/v1/complaints', complaint)).complaint
  made.asked = await lookUp(register, '2026-0701')
  await ask(register, company, `/v1/account/lookups/${made.asked}/question`, { words: '没有案件' })
  made.look = await lookUp(register, '2026-0702')
  made.notice = (await ask(register, company, '/v1/account/notices')).items.at(-1).notice
  made.commitment = await promise(register, company)
  made.incident = await leak(register, made.record)
  made.consent = (await ask(register, company, '/v1/account/consents')).items[0].consent
  return made
}

export const screens = {
  held: '/held',
  listing: '/held/listing/{listing}',
  record: '/held/record/{record}',
  penalty: '/held/record/{repairable}',
  lookups: '/lookups',
  ask: '/lookups/{look}',
  asked: '/lookups/{asked}',
  notices: '/notices',
  notice: '/notices/{notice}',
  matters: '/matters',
  settings: '/settings',
  incidents: '/incidents',
  commitment: '/commitments/{commitment}',
  consents: '/consents',
  consent: '/consents/{consent}',
  'give-consent': '/consent/bank',
  object: '/object/listing/{listing}/aspects',
  repair: '/repair/listing/{listing}/words',
  complain: '/complain/who',
  objection: '/objections/{objection}',
  'objection-receipt': '/objections/{objection}/receipt',
  'repair-receipt': '/repairs/{repair}/receipt',
  'repair-status': '/repairs/{repair}',
  'complaint-receipt': '/complaints/{complaint}/receipt',
  complaint: '/complaints/{complaint}',
}
export const addressOf = (path, made) => path.replace(/\{(\w+)\}/, (_, name) => made[name])
