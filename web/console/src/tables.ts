// Tables of the catalogue that many screens name things by, read once a session.

import { all } from './api/client'
import { atEnd } from './session'
import { own } from './words'

export interface Basis {
  citation: string
  zh: string
  en: string
  article_status: string
}
export interface Authority {
  id: string
  zh: string
  en: string
  functions: string[]
  unified_social_credit_code: string
  in_force: boolean
}
export interface Standard {
  id: string
  title_zh: string
  title_en: string
  colour: string
  in_force: boolean
  gaps: string[]
  basis: Basis[]
  functions: string[]
  subjects: string[]
  measures: string[]
  documents: string[]
  exemptions: string[]
  consent_of_upper_level: boolean
  notice_zh: string
  notice_en: string
  grounds: {
    code: string
    zh: string
    en: string
    finding?: string
    finding_zh?: string
    finding_en?: string
  }[]
  removal_zh: string
  removal_en: string
  remedy_zh: string
  remedy_en: string
  from?: string
  through?: string
}
export interface Measure {
  id: string
  title_zh: string
  title_en: string
  words_zh: string
  words_en: string
  group: string
  obligation: string
  individual_order: boolean
  follows: string
  implementers: string[]
  basis: Basis[]
  in_force: boolean
  gaps: string[]
  from?: string
}
export interface Matter {
  id: string
  zh: string
  en: string
  purposes: string[]
  basis: Basis
  in_force: boolean
  subjects: string[]
  measures: string[]
  functions: string[]
}
export interface Column {
  code: string
  zh: string
  type: string
  presence: string
  visibility: string
  role: string
  free_text: boolean
  length?: number
  code_list?: string
  when?: { subjects?: string[]; column?: string; values?: string[] } // where it is conditional
  means_no_end?: string // the date that is written for "without an end"
}
export interface CodeList {
  id: string
  written_out_other: boolean
  items: { code: string; zh: string; en: string }[]
}
export interface Kind {
  id: string
  version: string
  zh: string
  en: string
  adverse: boolean
  basis: Basis
  in_force: boolean
  columns: Column[]
  subjects: string[]
}

export interface LookupGround {
  id: string
  zh: string
  en: string
  basis: Basis
  in_force: boolean
}
export interface Purpose {
  id: string
  zh: string
  en: string
  roles: string[]
  functions: string[]
  grounds: LookupGround[]
}

type Path =
  | '/v1/authorities'
  | '/v1/purposes'
  | '/v1/lists/standards'
  | '/v1/measures'
  | '/v1/matters'
  | '/v1/kinds'
  | '/v1/code-lists'
const read = new Map<Path, Promise<unknown[]>>()

atEnd.push(() => read.clear())

async function table<Row>(path: Path): Promise<Row[]> {
  const found =
    read.get(path) ??
    all<Row>(path, path === '/v1/purposes' ? { limit: undefined } : {}).then(({ items }) => items)
  read.set(path, found)
  found.catch(() => read.delete(path))
  return found as Promise<Row[]>
}

export const authorities = () => table<Authority>('/v1/authorities')
export const standards = () => table<Standard>('/v1/lists/standards')
export const measures = () => table<Measure>('/v1/measures')
export const purposes = () => table<Purpose>('/v1/purposes')
export const matters = () => table<Matter>('/v1/matters')
export const kinds = () => table<Kind>('/v1/kinds')
export const codeLists = () => table<CodeList>('/v1/code-lists')

export const titleOf = (row: { title_zh: string; title_en: string }) => own(row as never, 'title')
export const nameOf = (row: { zh: string; en: string }) => own(row as never)
