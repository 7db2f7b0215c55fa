// What is held on the subject, as one kind of row: where it comes from, its days, how far it is open.

import { get } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import { measures } from '../tables'
import { own, type Word } from './words'

export type About = 'record' | 'listing' | 'order'
// In force; being decided; open to everybody; kept for authorities; over.
export type Place = 'now' | 'coming' | 'open' | 'kept' | 'over'

type State =
  | 'in_force'
  | 'on_hold'
  | 'proposed'
  | 'noticed'
  | 'decided'
  | 'ended'
  | 'withdrawn'
  | 'open'
  | 'kept'
  | 'over'

export interface Basis {
  zh: string
  en: string
  status?: string
  status_zh?: string
}
interface Named {
  authority?: string
  authority_zh?: string
  authority_en?: string
  document_number?: string
  decided_on?: string
  on_hold?: boolean
  objection_pending?: boolean
  range?: string
  public_from?: string
  public_through?: string
  why_zh?: string
  why_en?: string
  basis?: Basis
}
interface Column {
  code: string
  header: string
  value?: string
  value_zh?: string
  value_en?: string
}
interface RecordRow extends Named {
  record: string
  kind: string
  kind_zh: string
  kind_en: string
  reference_only: boolean
  columns: Column[]
}
interface Listing extends Named {
  listing: string
  title_zh: string
  title_en: string
  ground_zh?: string
  ground_en?: string
  colour: string
  state: string
  in_force: boolean
  from_on?: string
  through_on?: string
  review_on?: string
  ended_on?: string
  window_through?: string
}
interface Order extends Named {
  order: string
  measure: string
  from_on: string
  through_on?: string
  ends_when?: string
  ended_on?: string
  remedy_zh?: string
  remedy_en?: string
}

export interface Held extends Named {
  about: About
  id: string
  place: Place
  state: State
  title_zh: string
  title_en: string
  ground_zh?: string
  ground_en?: string
  good?: boolean
  reference?: boolean
  from_on?: string
  through_on?: string
  ended_on?: string
  window_through?: string
  remedy_zh?: string
  remedy_en?: string
  columns: Column[]
}
type View = components['schemas']['SubjectView']

export interface Account extends Pick<View, 'successions' | 'nothing_passes' | 'named_in'> {
  standing: string
  as_of: string
  name?: string
  unified_social_credit_code?: string
  registration_state?: string
  items: Held[]
}

function ofListing(row: Listing): Held {
  const coming = ['proposed', 'noticed', 'decided'].includes(row.state)
  const place: Place = row.in_force ? 'now' : coming ? 'coming' : 'over'
  const shown = place === 'over' && row.state === 'in_force' ? 'ended' : row.state
  return {
    ...row,
    about: 'listing',
    id: row.listing,
    place,
    state: (place === 'now' && row.on_hold ? 'on_hold' : shown) as State,
    good: row.colour === 'red',
    columns: [],
  }
}

function ofOrder(row: Order, titles: Map<string, { title_zh: string; title_en: string }>): Held {
  const over = row.ended_on ? row.ended_on <= today() : (row.through_on ?? '9') < today()
  const title = titles.get(row.measure) ?? { title_zh: row.measure, title_en: row.measure }
  return {
    ...row,
    title_zh: title.title_zh,
    title_en: title.title_en,
    about: 'order',
    id: row.order,
    place: over ? 'over' : 'now',
    state: over ? 'ended' : row.on_hold ? 'on_hold' : 'in_force',
    columns: [],
  }
}

function ofRecord(row: RecordRow, day: string): Held {
  const open = row.range === 'public'
  const over = !open && (row.public_through ?? '9') < day
  const place: Place = open ? 'open' : over ? 'over' : 'kept'
  return {
    ...row,
    title_zh: row.kind_zh,
    title_en: row.kind_en,
    about: 'record',
    id: row.record,
    place,
    state: place as State,
    reference: row.reference_only,
  }
}

// What a record is about, in its own words: the conduct, the content, the paper.
const telling = ['违法行为类型', '处罚内容', '许可内容', '许可文件名称', '行政许可决定文书名称']
export function contentOf(item: Held): string {
  for (const header of telling) {
    const found = item.columns.find((column) => column.header === header && column.value)
    if (found) return valueOf(found)
  }
  return ''
}
export const valueOf = (column: Column) => own(column as never, 'value') || column.value || ''

const latest = (a: Held, b: Held) => (b.decided_on ?? '').localeCompare(a.decided_on ?? '')

export async function readAccount(): Promise<Account> {
  const [view, catalogue] = await Promise.all([
    get('/v1/account'),
    measures().catch(() => []), // names of measures; their ids where it cannot be read
  ])
  const titles = new Map(catalogue.map((row) => [row.id, row]))
  const items = [
    ...((view.listings ?? []) as unknown as Listing[]).map(ofListing),
    ...((view.orders ?? []) as unknown as Order[]).map((row) => ofOrder(row, titles)),
    ...((view.records ?? []) as unknown as RecordRow[]).map((row) => ofRecord(row, view.as_of)),
  ]
  return { ...view, items: items.sort(latest) } as Account
}

export const titleOf = (item: Held) => own(item as never, 'title')
export const sourceOf = (item: Held) => own(item as never, 'authority') || item.authority || ''
export const pathOf = (item: Held) => `/held/${item.about}/${item.id}`
// The page of what an objection is about; what has none stands among what is held.
export function pageOf(about: string, id: string): string {
  const matters: Record<string, string> = { commitment: 'commitments', repair: 'repairs' }
  if (['record', 'listing', 'order'].includes(about)) return `/held/${about}/${id}`
  return about in matters ? `/${matters[about]}/${id}` : '/held'
}
export const stateOf = (item: Held): Word => `state.${item.state}`
