// When and how an item can be repaired, as the register finds it.

import { get } from '../api/client'
import type { About } from './held'

export interface Finding {
  condition: string
  zh: string
  en: string
  article_zh: string
  article_en: string
  article_status: string
  met: boolean | null // null: an officer finds it
  through?: string
}
export interface Paper {
  paper: 'performance_proof' | 'commitment' | 'further_proof'
  zh: string
  en: string
}
export interface Outlook {
  item_kind: About
  item: string
  conditions: Finding[]
  conditions_zh?: string
  conditions_en?: string
  papers_missing: Paper[]
  clocks: Record<string, string>
  first_day?: string
  excluded?: boolean
  stands_for_proof?: string
  on_day: string
  case?: string
}

export async function readOutlooks(on?: string): Promise<Outlook[]> {
  return (await get('/v1/account/repair', { query: { on } })).items as unknown as Outlook[]
}

export async function readOutlook(id: string, on?: string): Promise<Outlook | undefined> {
  return (await readOutlooks(on)).find(({ item }) => item === id)
}
