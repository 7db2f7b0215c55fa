// Who works here. The token lives in this tab alone and is gone when it is closed; a session that
// ends is asked for again above the page, so that a form keeps what was typed.

import { computed, ref, shallowRef } from 'vue'
import type { components } from './api/schema'

export type Session = components['schemas']['Session']
export type Role = Session['role']
type Function = components['schemas']['Function']

const kept = 'xinheng.session'
const staff: Role[] = ['clerk', 'officer', 'credit_office', 'auditor', 'operator']

function read(): Session | null {
  const text = sessionStorage.getItem(kept)
  if (!text) return null
  const session = JSON.parse(text) as Session
  return Date.parse(session.ends_at) > Date.now() ? session : null
}

export const session = shallowRef<Session | null>(read())
// Of a register whose people and cases are made up: every answer of it says so.
export const demonstration = ref(false)

export function heard(answer: Response): void {
  demonstration.value = answer.headers.get('Xinheng-Demonstration') === 'yes'
}

export const role = computed(() => session.value?.role)

// Set while the page waits for the clerk to sign in again.
export const expired = ref(false)
// What must not outlive a session.
export const atEnd: (() => void)[] = []
let waiting: ((again: boolean) => void)[] = []

export function isStaff(of: Session): boolean {
  return staff.includes(of.role)
}

// The pages that are for whoever has such an account.
export function homeOf(of: Session): string | undefined {
  return isStaff(of) ? '/console/' : of.role === 'subject' ? '/account/' : undefined
}

export function has(wanted: Function): boolean {
  return session.value?.functions?.includes(wanted) ?? false
}

export function begin(next: Session): void {
  session.value = next
  sessionStorage.setItem(kept, JSON.stringify(next))
  expired.value = false
  waiting.splice(0).forEach((answer) => answer(true))
}

export function end(): void {
  session.value = null
  expired.value = false
  sessionStorage.removeItem(kept)
  atEnd.forEach((forget) => forget())
  waiting.splice(0).forEach((answer) => answer(false))
}

// True once somebody has signed in again.
export function askAgain(): Promise<boolean> {
  expired.value = true
  return new Promise((resolve) => waiting.push(resolve))
}
