// Withheld look-ups (暂不告知): on which article, until when, and of which look-up or case.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Values } from '../drafts'
import type { Field } from '../parts/fields'
import { said, t } from '../words'
import type { Step } from './step'

export type Withholding = components['schemas']['Withholding']

const bases = ['secrecy', 'emergency', 'obstruction']
const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))
const is = (what: string) => (values: Values) => values.what === what

export const withholdingFields = (): Field[] => [
  {
    name: 'what',
    word: 'withholding.what',
    kind: 'choice',
    required: true,
    choices: choices('withheld', ['receipt', 'case']),
  },
  { name: 'receipt', word: 'check.receipt', kind: 'text', required: true, when: is('receipt') },
  {
    name: 'case',
    word: 'check.case',
    kind: 'text',
    required: true,
    when: is('case'),
    hint: t('withholding.case_hint'),
  },
  {
    name: 'basis',
    word: 'column.basis',
    kind: 'choice',
    required: true,
    choices: choices('withholding_basis', bases),
  },
  { name: 'document', word: 'withholding.document', kind: 'text', required: true },
  {
    name: 'through_on',
    word: 'decision.through_on',
    kind: 'date',
    required: true,
    hint: t('withholding.through_on_hint'),
  },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
]

export const withhold = ({ what: _, ...body }: Values) =>
  post('/v1/lookups/withholdings', body as never)

export function withholdingSteps({ withholding, stands }: Withholding): Step[] {
  if (!stands) return []
  return [
    {
      name: 'end-withholding',
      word: 'withholding.end',
      main: false,
      roles: ['officer', 'auditor'],
      fields: [{ name: 'reasons', word: 'decision.reasons', kind: 'long', required: true }],
      act: (body) =>
        post('/v1/lookups/withholdings/{withholding}/end', body, { path: { withholding } }),
    },
  ]
}
