// One decision as a form: the columns of its kind, and the table of one row that is filed of it.

import type { RowFault } from '../api/upload'
import type { Ground } from '../api/client'
import type { Values } from '../drafts'
import type { Field } from '../parts/fields'
import { columnOf } from '../sheets/columns'
import type { Row } from '../sheets/sheet'
import type { Authority, CodeList, Column, Kind } from '../tables'
import { own, t } from '../words'

// Typed again after a pause: a draft holds no number of a person.
const never: Record<string, string> = {
  person_document_number: 'identifier_of_person',
  representative_document_number: 'identifier_of_representative',
}
const nameOf = (column: Column) => never[column.role] ?? column.code
const otherOf = (column: Column) => `${nameOf(column)}_other`
const isOther = (column: Column, lists: CodeList[]) => (values: Values) =>
  [values[nameOf(column)]].flat().includes(otherIn(column, lists))
const listOf = (column: Column, lists: CodeList[]) =>
  lists.find(({ id }) => id === column.code_list)
function otherIn(column: Column, lists: CodeList[]): string | undefined {
  const list = listOf(column, lists)
  return list?.written_out_other ? list.items.find(({ code }) => code === 'other')?.zh : undefined
}

const kindOf = (column: Column): Field['kind'] => {
  if (column.type === 'code') return 'choice'
  if (column.type === 'codes') return 'many'
  if (column.type === 'date') return 'date'
  return column.free_text ? 'long' : 'text'
}

// Who files, for the columns that say so.
export function startOf(kind: Kind, office?: Authority): Values {
  const own: Record<string, string | undefined> = {
    authority_name: office?.zh,
    authority_code: office?.unified_social_credit_code,
    source_name: office?.zh,
    source_code: office?.unified_social_credit_code,
  }
  return Object.fromEntries(
    kind.columns.filter(({ role }) => own[role]).map((column) => [column.code, own[column.role]]),
  )
}

// What is asked of everybody first, then of such subjects; what may be left out, on demand.
export function fieldsOf(kind: Kind, lists: CodeList[]): Field[] {
  // The codes that stand in a column.
  const codesIn = (column: Column | undefined, values: Values) => {
    const written = column ? [values[nameOf(column)]].flat() : []
    const items = (column && listOf(column, lists)?.items) ?? []
    return items.filter(({ zh }) => written.includes(zh)).map(({ code }) => code)
  }
  const category = kind.columns.find(({ role }) => role === 'subject_category')
  const asked = (column: Column) => (values: Values) => {
    if (column.presence !== 'conditional') return column.presence === 'mandatory' || !!values.more
    const { subjects, column: other, values: wanted } = column.when ?? {}
    if (subjects && !category) return true
    const chosen = codesIn(
      subjects ? category : kind.columns.find(({ code }) => code === other),
      values,
    )
    return chosen.some((code) => (subjects ?? wanted)?.includes(code))
  }
  const fields = kind.columns.flatMap((column): Field[] => {
    const other = otherIn(column, lists)
    const hints = [
      column.means_no_end && t('submit.no_end', column.means_no_end),
      column.length && column.type === 'text' && t('submit.length', column.length),
    ]
    const field: Field = {
      name: nameOf(column),
      word: 'column.other',
      label: column.zh,
      kind: kindOf(column),
      required: column.presence !== 'optional',
      hint: hints.filter(Boolean).join(' · ') || undefined,
      choices: listOf(column, lists)?.items.map((each) => ({ value: each.zh, label: own(each) })),
      when: asked(column),
    }
    if (!other) return [field]
    const words: Field = {
      name: otherOf(column),
      word: 'column.other',
      label: t('submit.other', column.zh),
      kind: 'text',
      required: true,
      when: (values) => asked(column)(values) && isOther(column, lists)(values),
    }
    return [field, words]
  })
  return [...fields, { name: 'more', word: 'submit.more', kind: 'flag', wide: true }]
}

function cellOf(column: Column, lists: CodeList[], values: Values): string {
  const other = otherIn(column, lists)
  const written = (value: string) =>
    other && value === other ? `${value}-${String(values[otherOf(column)] ?? '')}` : value
  const value = values[nameOf(column)] ?? ''
  return Array.isArray(value) ? value.map(written).join('；') : written(String(value))
}

// The header and the row; what is not asked of this subject stays empty.
export function rowsOf(kind: Kind, lists: CodeList[], values: Values): Row[] {
  return [
    { number: 1, cells: kind.columns.map(({ zh }) => zh) },
    { number: 2, cells: kind.columns.map((column) => cellOf(column, lists, values)) },
  ]
}

// What is wrong with the row, each at its field.
export function groundsOf(kind: Kind, faults: RowFault[]): Ground[] {
  return faults.map((fault) => {
    const column = kind.columns[columnOf(fault.column)]
    const hint = { zh: fault.hint, en: fault.hint_en ?? fault.hint }
    return {
      word: fault.rule,
      zh: [fault.header, fault.what ?? ''].filter(Boolean).join('：'),
      en: [fault.header, fault.what_en ?? fault.what ?? ''].filter(Boolean).join(': '),
      next_zh: hint.zh,
      next_en: hint.en,
      ...(fault.article ? { article: fault.article } : {}),
      pointer: column ? `/${nameOf(column)}` : '',
    } as Ground
  })
}
