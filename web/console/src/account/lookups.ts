// Look-ups as their subject reads them.

import type { components } from '../api/schema'
import type { Basis } from './held'

interface Named {
  id?: string
  zh?: string
  en?: string
}
export interface Usage {
  receipt: string
  at: string
  kind: string
  authority: Named & { code: string }
  purpose: Named
  matter?: Named
  ground: Named & { article?: Basis }
  case: string
  shown?: (Named & { kind: string })[]
  shown_word?: Named
  consent?: string // under which a bank looked
  was_withheld?: { through_on: string; basis: Named; article: Basis }
  question?: { question: string; state: string }
}
export interface Question {
  question: string
  receipt: string
  authority: Named & { code: string }
  looked_at?: string
  state: 'open' | 'overdue' | 'answered'
  asked_on: string
  due_on: string
  provisional: boolean
  answer?: {
    answered_on: string
    allowed: boolean
    words: string
    article?: Basis
    consequence?: Named
    remedy?: Named
  }
}
export type Answered = components['schemas']['LookupQuestion']
