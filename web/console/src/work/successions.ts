// Mergers and splits (合并、分立): what recording one takes, by whom, and how it is annulled.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import type { Values } from '../drafts'
import type { Authority } from '../tables'
import { said, t } from '../words'
import type { Step } from './step'

export type Succession = components['schemas']['Succession']

// gb-32100-2015: whoever registers bearers of some first character of a code.
const registering = [
  'staffing_office',
  'justice',
  'civil_affairs',
  'trade_unions',
  'market_supervision',
  'agriculture',
]
export const registers = (office?: Authority) =>
  office?.functions.some((each) => registering.includes(each)) ?? false

const kinds = ['absorption', 'new_formation', 'split_off', 'dissolution_split']

export const successionFields = (): Field[] => [
  {
    name: 'kind',
    word: 'succession.kind',
    kind: 'choice',
    required: true,
    choices: kinds.map((value) => ({ value, label: said('succession', value) })),
  },
  { name: 'from_on', word: 'succession.from_on', kind: 'date', required: true },
  { name: 'document_number', word: 'succession.document', kind: 'text', required: true },
  {
    name: 'predecessors',
    word: 'succession.predecessors',
    kind: 'long',
    required: true,
    hint: t('succession.sides_hint'),
  },
  {
    name: 'successors',
    word: 'succession.successors',
    kind: 'long',
    required: true,
    hint: t('succession.sides_hint'),
  },
]

// One organisation a line: its code, a space, its name.
export function sidesOf(lines: unknown): { identifier: string; name: string }[] {
  return String(lines ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [identifier, ...name] = line.split(/\s+/)
      return { identifier, name: name.join(' ') }
    })
}
export const record = ({ predecessors, successors, ...rest }: Values) =>
  post('/v1/successions', {
    ...rest,
    predecessors: sidesOf(predecessors),
    successors: sidesOf(successors),
  } as never)

export function successionSteps({ succession }: Succession): Step[] {
  return [
    {
      name: 'succession annulment',
      word: 'succession.annul',
      main: false,
      roles: ['officer'],
      fields: [
        { name: 'document_number', word: 'column.document', kind: 'text', required: true },
        { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
      ],
      act: (body) => post('/v1/successions/{succession}/annulment', body, { path: { succession } }),
    },
  ]
}
