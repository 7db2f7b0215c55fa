// Consents to banks as their subject reads them.

import type { Usage } from './lookups'

export interface Named {
  id?: string
  code?: string
  zh?: string
  en?: string
}
export interface Consent {
  consent: string
  bank: Named
  purpose: Named
  items: Named[]
  given_at: string
  from_on: string
  through_on: string
  revoked_at?: string
  state: 'running' | 'revoked' | 'over'
  uses?: Usage[]
  next?: string
}
export interface Choices {
  banks: (Named & { purposes?: string[] })[]
  purposes: Named[]
  items: Named[]
  latest_last_day: string
  person: boolean
}
