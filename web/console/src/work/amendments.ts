// An amendment of the catalogue (目录变更) as the register tells it, and the names of what it
// changes.

import type { components } from '../api/schema'
import type { Choice } from '../parts/fields'
import {
  authorities,
  kinds,
  matters,
  measures,
  nameOf,
  standards,
  titleOf,
  type Authority,
  type Basis,
  type Matter,
  type Measure,
  type Standard,
} from '../tables'
import { language, said, t } from '../words'

export type Row = components['schemas']['CatalogueRow']
export type Memorandum = components['schemas']['Memorandum']
export type Agreement = components['schemas']['RecognitionAgreement']
export type Feedback = components['schemas']['MemorandumFeedback']
export interface Content {
  from_on: string
  ends?: Row[]
  begins?: Row[]
  defines?: Record<string, unknown>
  memorandum?: Memorandum
  agreement?: Agreement
}
export type Amendment = Omit<components['schemas']['Amendment'], 'content'> & { content: Content }

export interface Tables {
  standards: Standard[]
  measures: Measure[]
  matters: Matter[]
  authorities: Authority[]
  instruments: Choice[]
}

export async function readTables(): Promise<Tables> {
  const [s, m, a, o, k] = await Promise.all([
    standards(),
    measures(),
    matters(),
    authorities(),
    kinds(),
  ])
  const bases = [
    ...s.flatMap(({ basis }) => basis),
    ...m.flatMap(({ basis }) => basis),
    ...a.map(({ basis }) => basis),
    ...k.map(({ basis }) => basis),
  ]
  return {
    standards: s,
    measures: m,
    matters: a,
    authorities: o,
    instruments: instrumentsOf(bases),
  }
}

// A citation without its article.
const article = {
  zh: /第[〇零一二三四五六七八九十百千\d]+[条项章部].*$/,
  en: /, (arts?\.|items?|part) .*$/i,
}
function instrumentsOf(bases: Basis[]): Choice[] {
  const found = new Map<string, string>()
  for (const basis of bases) {
    const id = basis.citation.split(' ')[0]!
    const name = nameOf(basis).replace(article[language.value], '')
    if (!found.has(id) || name.length < found.get(id)!.length) found.set(id, name)
  }
  return [...found]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
}

export function nameOfRow({ row, id }: Row, tables: Tables): string {
  const found = (row === 'standard' ? tables.standards : tables.measures).find(
    (each) => each.id === id,
  )
  return `${said('row', row)}：${found ? titleOf(found) : ''} ${id}`
}

export function nameOfId(id: string, among: { id: string }[]): string {
  const found = among.find((each) => each.id === id) as
    { zh: string; en: string; title_zh: string; title_en: string } | undefined
  if (!found) return id
  return found.title_zh ? titleOf(found) : nameOf(found)
}

// By whom a function is exercised in the province; else what it is called.
export function implementer(id: string, tables: Tables): string {
  const offices = tables.authorities.filter(
    ({ id: code, in_force, functions }) =>
      in_force && code.startsWith('SD-') && functions.includes(id),
  )
  return offices.length ? offices.map(nameOf).join('、') : said('implementer', id)
}

export function citation(instrument: string, number: string, tables: Tables): string {
  const found = tables.instruments.find(({ value }) => value === instrument)
  return t('amendment.cited', found?.label ?? instrument, number)
}

export function basisOf(row: Row, tables: Tables): string {
  return (row.basis ?? [])
    .map(({ instrument, article: number }) => citation(instrument, number, tables))
    .join('；')
}
