// Tips (举报): what the register knows of one, and the steps of its handling as forms.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import { said, t } from '../words'
import type { Step } from './step'

export type Tip = components['schemas']['Tip']
export interface TipDesk {
  keys: components['schemas']['TipKey'][]
  handlers: string[]
  named: boolean
}

const grounds = [
  'not_competent',
  'not_of_a_domain',
  'too_vague',
  'handled_before',
  'before_a_court',
]
const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))

const answer = (required: boolean): Field => ({
  name: 'answer',
  word: 'tip.answer',
  kind: 'long',
  required,
  hint: t('tip.answer_hint'),
})

// The steps that may follow, in the order of the procedure.
export function stepsOf(tip: Tip): Step[] {
  const path = { path: { tip: tip.tip } }
  if (!tip.open || !tip.openings?.length) return []
  if (tip.state === 'accepted') {
    return [
      {
        name: 'conclude',
        word: 'tip.conclude',
        main: true,
        roles: ['officer'],
        fields: [
          {
            name: 'finding',
            word: 'tip.finding',
            kind: 'choice',
            required: true,
            choices: choices('tip_finding', ['confirmed', 'not_confirmed']),
          },
          { name: 'document_number', word: 'column.document', kind: 'text' },
          answer(true),
        ],
        act: (body: never) => post('/v1/tips/{tip}/conclusion', body, path),
      },
    ]
  }
  return [
    {
      name: 'accept',
      word: 'tip.accept',
      main: true,
      roles: ['officer'],
      fields: [answer(false)],
      act: (body: never) => post('/v1/tips/{tip}/acceptance', body, path),
    },
    {
      name: 'refuse',
      word: 'tip.refuse',
      main: false,
      roles: ['officer'],
      fields: [
        {
          name: 'ground',
          word: 'tip.ground',
          kind: 'choice',
          required: true,
          choices: choices('tip_ground', grounds),
        },
        {
          name: 'elsewhere',
          word: 'tip.elsewhere',
          kind: 'text',
          required: true,
          when: ({ ground }) => ground === 'not_competent',
          hint: t('tip.elsewhere_hint'),
        },
        answer(true),
      ],
      act: (body: never) => post('/v1/tips/{tip}/refusal', body, path),
    },
  ]
}
