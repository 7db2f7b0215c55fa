// Individual orders (个别惩戒决定): what recording one takes, and what may follow while it stands.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import { titleOf, type Measure } from '../tables'
import { said, t } from '../words'
import type { Step } from './step'

export type Order = components['schemas']['Order']

const endings = ['performed', 'corrected', 'decision_changed', 'court_order', 'annulled']
const byOrder = (measure: Measure) =>
  measure.in_force && (measure.individual_order || measure.follows === 'individual_order')

export function orderFields(measures: Measure[]): Field[] {
  const ends: Field['when'] = ({ for_life }) => for_life !== true
  return [
    { name: 'identifier', word: 'check.identifier', kind: 'text', required: true },
    { name: 'name', word: 'check.name', kind: 'text', required: true, hint: t('check.name_hint') },
    {
      name: 'measure',
      word: 'column.measure',
      kind: 'choice',
      required: true,
      choices: measures
        .filter(byOrder)
        .map((each) => ({ value: each.id, label: `${titleOf(each)} ${each.id}` })),
    },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    { name: 'decided_on', word: 'column.decided', kind: 'date', required: true },
    { name: 'served_on', word: 'service.served_on', kind: 'date', required: true },
    {
      name: 'counted_on',
      word: 'order.counted_on',
      kind: 'date',
      hint: t('order.counted_on_hint'),
    },
    { name: 'through_on', word: 'decision.through_on', kind: 'date', when: ends },
    {
      name: 'ends_when',
      word: 'order.ends_when',
      kind: 'text',
      when: ends,
      hint: t('order.ends_when_hint'),
    },
    { name: 'review_on', word: 'decision.review_on', kind: 'date', when: ends },
    { name: 'for_life', word: 'order.for_life', kind: 'flag', hint: t('order.for_life_hint') },
    { name: 'remedy_zh', word: 'order.remedy_zh', kind: 'long', required: true },
    { name: 'remedy_en', word: 'order.remedy_en', kind: 'long' },
  ]
}

const reason: Field = { name: 'reason', word: 'review.reason', kind: 'long', required: true }

export function orderSteps(order: Order): Step[] {
  const path = { order: order.order }
  const end: Step = {
    name: 'end',
    word: 'order.end',
    main: false,
    roles: ['officer'],
    fields: [
      {
        name: 'reason',
        word: 'review.reason',
        kind: 'choice',
        required: true,
        choices: endings.map((value) => ({ value, label: said('removal', value) })),
      },
      { name: 'document_number', word: 'column.document', kind: 'text', required: true },
      { name: 'words', word: 'ending.words', kind: 'long' },
    ],
    act: (body) => post('/v1/orders/{order}/end', body, { path }),
  }
  const hold: Step = order.held_by
    ? {
        name: 'resumption',
        word: 'step.resumption',
        main: false,
        roles: ['officer'],
        fields: [reason],
        act: (body) => post('/v1/orders/{order}/resumption', body, { path }),
      }
    : {
        name: 'suspension',
        word: 'step.suspension',
        main: false,
        roles: ['officer', 'credit_office'],
        fields: [reason],
        act: (body) => post('/v1/orders/{order}/suspension', body, { path }),
      }
  return [hold, end]
}

// luzhengfa-2017-44 item 20: whoever keeps the register may stop what must be verified.
export const suspensionFields: Field[] = [
  { name: 'order', word: 'order.number', kind: 'text', required: true },
  reason,
]
export const suspend = ({ order, ...body }: { order: string; reason: string }) =>
  post('/v1/orders/{order}/suspension', body, { path: { order } })
