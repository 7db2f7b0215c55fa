// Naming of a responsible person (责任人员记入): what it takes, and how it is withdrawn.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import type { Standard } from '../tables'
import { own, said, t } from '../words'
import type { Standing } from './listing_steps'
import type { Step } from './step'

export type Naming = components['schemas']['ShownNaming']

const roles = [
  'legal_representative',
  'person_in_charge',
  'responsible_person',
  'actual_controller',
]

const namingFields = (): Field[] => [
  { name: 'identifier', word: 'naming.identifier', kind: 'text', required: true },
  {
    name: 'name',
    word: 'naming.name',
    kind: 'text',
    required: true,
    hint: t('check.name_hint'),
  },
  {
    name: 'role',
    word: 'naming.in_role',
    kind: 'choice',
    required: true,
    choices: roles.map((value) => ({ value, label: said('role_in', value) })),
  },
  { name: 'told_on', word: 'naming.told_on', kind: 'date', required: true },
  { name: 'proof', word: 'naming.proof', kind: 'text', required: true },
  { name: 'finding', word: 'naming.finding', kind: 'long', required: true },
  {
    name: 'answer',
    word: 'naming.answer',
    kind: 'long',
    required: true,
    hint: t('naming.answer_hint'),
  },
  { name: 'remedy', word: 'column.remedy', kind: 'long', required: true },
]

// luzhengfa-2017-44 item 15: with what an organisation did, once it is decided.
export function namingOf(id: string, standing: Standing, standard: Standard): Step[] {
  if (standing.category !== 'organisation' || standard.colour !== 'black') return []
  return [
    {
      name: 'naming',
      word: 'naming.do',
      main: false,
      roles: ['officer'],
      fields: namingFields(),
      start: { remedy: own(standard as never, 'remedy') },
      act: (body) => post('/v1/listings/{listing}/persons', body, { path: { listing: id } }),
    },
  ]
}

export function namingSteps({ naming }: Naming): Step[] {
  return [
    {
      name: 'naming withdrawal',
      word: 'naming.withdraw',
      main: false,
      roles: ['officer'],
      fields: [{ name: 'reasons', word: 'decision.reasons', kind: 'long', required: true }],
      act: (body) => post('/v1/namings/{naming}/withdrawal', body, { path: { naming } }),
    },
  ]
}
