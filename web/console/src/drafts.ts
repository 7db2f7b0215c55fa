// What was typed and not yet sent. It outlives the page and a sign-out, for the same account in the
// same tab, and is nowhere but in memory: drafts name people.

import { reactive } from 'vue'
import { session } from './session'

export type Values = Record<string, unknown>
const drafts = new Map<string, Values>()

function name(form: string): string {
  return `${session.value?.account ?? ''} ${form}`
}

export function draft(form: string, empty: () => Values): Values {
  const key = name(form)
  const found = drafts.get(key)
  if (found) return found
  const made = reactive(empty())
  drafts.set(key, made)
  return made
}

export function forget(form: string): void {
  drafts.delete(name(form))
}
