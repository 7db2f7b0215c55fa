// What was typed and not yet sent. It is kept at the register, sealed, for its account alone: it
// outlives the page, a sign-out and the computer, until it is sent or thirty days have passed.

import { effectScope, reactive, watch } from 'vue'
import { bearer } from './api/client'
import type { components } from './api/schema'
import { atEnd, session } from './session'

export type Values = Record<string, unknown>
type Unsent = components['schemas']['UnsentForm']

interface Draft {
  account: string
  form: string
  values: Values
  empty: string
  keep: boolean
  changed: boolean // since it was kept
  keeping: Promise<unknown> // on its way to the register
  stop: () => void
}

const pause = 1500
// The register refuses a draft that holds them; they are typed again.
const isNeverKept = (name: string) => name.startsWith('identifier') || name === 'password'
const drafts = new Map<string, Draft>()
const kept = new Map<string, Unsent>()
// Whose kept forms were read.
let read = ''
let timer: ReturnType<typeof setTimeout> | undefined

const account = () => session.value?.account ?? ''
const keyOf = (form: string) => `${account()} ${form}`

// Of the forms that are open: when each was kept last, and whether that was before this page.
export const told = reactive(new Map<string, { saved_at: string; before: boolean }>())
export const toldOf = (form: string) => told.get(keyOf(form))

function send(path: '/v1/forms' | '/v1/forms/forgetting', body: object): Promise<boolean> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...bearer() },
    body: JSON.stringify(body),
    keepalive: true, // also from a page that is being left
  }).then(
    (answer) => answer.ok,
    () => false,
  )
}

// Once for each account, before its first page. A register that is away keeps nobody from working.
export async function readDrafts(): Promise<void> {
  if (!account() || read === account()) return
  kept.clear()
  const answer = await fetch('/v1/forms', { headers: bearer() }).catch(() => null)
  if (!answer?.ok) return
  const { items } = (await answer.json()) as { items: Unsent[] }
  items.forEach((each) => kept.set(each.form, each))
  read = account()
  drafts.forEach(restore)
}

// A form that was open before what was kept of it could be read, and that nobody has touched since.
function restore(open: Draft, key: string): void {
  const before = open.account === account() ? kept.get(open.form) : undefined
  if (!before || JSON.stringify(open.values) !== open.empty) return
  Object.assign(open.values, before.values)
  told.set(key, { saved_at: before.saved_at, before: true })
}
watch(
  () => session.value?.token,
  () => void readDrafts(),
)

// A form that is not `keep`t lives in this tab alone: a question that is answered at once is none.
export function draft(form: string, empty: () => Values, { keep = true } = {}): Values {
  const key = keyOf(form)
  const found = drafts.get(key)
  if (found) return found.values
  const untouched = empty()
  const before = keep ? kept.get(form) : undefined
  const values = reactive({ ...untouched, ...before?.values })
  const scope = effectScope(true)
  const made: Draft = {
    account: account(),
    form,
    values,
    empty: JSON.stringify(untouched),
    keep,
    changed: false,
    keeping: Promise.resolve(),
    stop: () => scope.stop(),
  }
  drafts.set(key, made)
  if (before) told.set(key, { saved_at: before.saved_at, before: true })
  if (keep) scope.run(() => watch(values, () => note(made), { deep: true }))
  return values
}

function note(changed: Draft): void {
  changed.changed = true
  clearTimeout(timer)
  timer = setTimeout(() => void keepDrafts(), pause)
}

async function keepOne(each: Draft): Promise<void> {
  each.changed = false
  const values = Object.fromEntries(
    Object.entries(each.values).filter(([name]) => !isNeverKept(name)),
  )
  const { form } = each
  const untouched = JSON.stringify(each.values) === each.empty
  const done = untouched
    ? await send('/v1/forms/forgetting', { form })
    : await send('/v1/forms', { form, values })
  const key = `${each.account} ${form}`
  if (drafts.get(key) !== each) return
  if (!done) each.changed = true
  else if (untouched) told.delete(key)
  else told.set(key, { saved_at: new Date().toISOString(), before: false })
}

// What was typed since; again after the next change where the register did not take it.
export async function keepDrafts(): Promise<void> {
  clearTimeout(timer)
  const mine = [...drafts.values()].filter((each) => each.changed && each.account === account())
  await Promise.all(mine.map((each) => (each.keeping = each.keeping.then(() => keepOne(each)))))
}

// As nobody had touched it.
export function clear(form: string): void {
  const known = drafts.get(keyOf(form))
  if (!known) return
  for (const name of Object.keys(known.values)) delete known.values[name]
  Object.assign(known.values, JSON.parse(known.empty))
}

export function forget(form: string): void {
  const key = keyOf(form)
  const known = drafts.get(key)
  const was = told.has(key) || kept.has(form) || known?.changed
  known?.stop()
  drafts.delete(key)
  told.delete(key)
  kept.delete(form)
  // What is still on its way is kept first, or it would come after.
  if (was && account())
    void (known?.keeping ?? Promise.resolve()).then(() => send('/v1/forms/forgetting', { form }))
}

addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void keepDrafts()
})
// Drafts name people: what the register keeps does not stay in the tab for whoever comes next.
atEnd.push(() => {
  for (const [key, each] of drafts) {
    if (!each.keep || each.changed) continue
    each.stop()
    drafts.delete(key)
    told.delete(key)
  }
  kept.clear()
  read = ''
})
