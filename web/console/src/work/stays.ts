// Stays of duties (停止、暂缓执行): what an order of one takes, and how it is called.

import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import type { Values } from '../drafts'
import { nameOf, titleOf, type Measure } from '../tables'
import { said, t } from '../words'
import type { Tables } from './amendments'

export type Stay = components['schemas']['Stay']

const of =
  (...scopes: string[]) =>
  (values: Values) =>
    scopes.includes(String(values.scope))

// A measure at an authority is stopped by a credit office alone.
export function orderFields(supervises: boolean, tables: Tables): Field[] {
  const scopes = supervises ? ['item', 'duty', 'measure'] : ['item', 'duty']
  const label = (each: Measure) => `${titleOf(each)} ${each.id}`
  return [
    {
      name: 'scope',
      word: 'stay.scope',
      kind: 'choice',
      required: true,
      choices: scopes.map((value) => ({ value, label: said('scope', value) })),
    },
    {
      name: 'item',
      word: 'stay.item',
      kind: 'text',
      required: true,
      hint: t('stay.item_hint'),
      when: of('item', 'duty'),
    },
    {
      name: 'measure',
      word: 'column.measure',
      kind: 'choice',
      required: true,
      choices: tables.measures
        .filter(({ in_force }) => in_force)
        .map((each) => ({ value: each.id, label: label(each) })),
      when: of('duty', 'measure'),
    },
    {
      name: 'authority',
      word: 'memorandum.implementers',
      kind: 'choice',
      required: true,
      choices: tables.authorities
        .filter(({ in_force }) => in_force)
        .map((each) => ({ value: each.id, label: nameOf(each) })),
      when: of('measure'),
    },
    {
      name: 'article',
      word: 'question.article',
      kind: 'text',
      required: true,
      hint: t('question.article_hint'),
    },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    { name: 'officer', word: 'stay.officer', kind: 'text', required: true },
    { name: 'office', word: 'execution.office', kind: 'text', required: true },
    {
      name: 'through_on',
      word: 'stay.through_on',
      kind: 'date',
      required: true,
      hint: t('stay.through_on_hint'),
    },
    { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
  ]
}

export const liftFields: Field[] = [
  { name: 'document_number', word: 'column.document', kind: 'text', required: true },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
]

// Standing, ended before its last day, or over by itself.
export const stateOf = (stay: Stay) => (stay.stands ? 'stands' : (stay.ended_as ?? 'expired'))
