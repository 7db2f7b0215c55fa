// The steps of a repair as forms.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import { said } from '../words'
import type { Step } from './step'

type Repair = components['schemas']['Repair']

const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))
const conditions = [
  'excluded_by_law',
  'too_early',
  'not_corrected',
  'not_performed',
  'commitment_missing',
  'further_condition',
  'waits_after_false_material',
]
const papers = ['performance_proof', 'commitment', 'further_proof', 'authorisation']
const reason: Field[] = [{ name: 'reason', word: 'review.reason', kind: 'long', required: true }]

const acceptance = (): Field[] => [
  { name: 'accepts', word: 'repair.accepts', kind: 'flag' },
  {
    name: 'missing',
    word: 'repair.missing',
    kind: 'many',
    when: (v) => v.accepts !== true,
    choices: choices('paper', papers),
  },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', when: (v) => v.accepts !== true },
]

function decision(repair: Repair): Field[] {
  const granted = (values: Record<string, unknown>) => values.outcome === 'granted'
  const outcomes = repair.way === 'court' ? ['shielded', 'refused'] : ['granted', 'refused']
  return [
    {
      name: 'outcome',
      word: 'review.outcome',
      kind: 'choice',
      required: true,
      choices: choices('repair', outcomes),
    },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    { name: 'corrected', word: 'repair.corrected', kind: 'flag', when: granted },
    { name: 'performed', word: 'repair.performed', kind: 'flag', when: granted },
    { name: 'committed', word: 'repair.committed', kind: 'flag', when: granted },
    { name: 'further', word: 'repair.further', kind: 'flag', when: granted },
    {
      name: 'grounds',
      word: 'repair.grounds',
      kind: 'many',
      when: (v) => v.outcome === 'refused',
      choices: choices('condition', conditions),
    },
    { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
    { name: 'remedy', word: 'column.remedy', kind: 'long', when: (v) => v.outcome !== 'granted' },
  ]
}

const revocation: Field[] = [
  { name: 'document_number', word: 'column.document', kind: 'text', required: true },
  { name: 'heard_on', word: 'repair.heard_on', kind: 'date', required: true },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
  { name: 'remedy', word: 'column.remedy', kind: 'long', required: true },
]

const evaluation: Field[] = [
  { name: 'completed', word: 'repair.completed', kind: 'flag' },
  { name: 'document_number', word: 'column.document', kind: 'text', required: true },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
  { name: 'remedy', word: 'column.remedy', kind: 'long' },
]

const opening: Field[] = [
  { name: 'reason', word: 'review.reason', kind: 'long', required: true },
  { name: 'ground', word: 'question.article', kind: 'text', required: true },
]

// What objections are about, but for the result of a repair, which there is not yet.
const aspects = ['content', 'period', 'listing', 'measure', 'publicity']
const offer: Field[] = [
  {
    name: 'aspect',
    word: 'objection.aspect',
    kind: 'choice',
    required: true,
    choices: choices('aspect', aspects),
  },
  { name: 'said', word: 'repair.applicant_says', kind: 'long', required: true },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
]
interface Offer {
  aspect: 'content' | 'period' | 'listing' | 'measure' | 'publicity'
  said: string
  reasons: string
}

export function repairSteps(id: string, repair: Repair): Step[] {
  const path = { case: id }
  const { state } = repair
  const steps: (Step | false)[] = [
    state === 'applied' && {
      name: 'acceptance',
      word: 'repair.accept',
      main: true,
      roles: ['clerk', 'officer'],
      fields: acceptance(),
      act: (body) => post('/v1/repairs/{case}/acceptance', body, { path }),
    },
    state === 'accepted' && {
      name: 'decision',
      word: 'repair.decide',
      main: true,
      roles: ['officer'],
      fields: decision(repair),
      act: (body) => post('/v1/repairs/{case}/decision', body, { path }),
    },
    state === 'accepted' && {
      name: 'extension',
      word: 'step.extension',
      main: false,
      roles: ['officer'],
      fields: reason,
      act: (body) => post('/v1/repairs/{case}/extension', body, { path }),
    },
    (state === 'applied' || state === 'accepted') && {
      name: 'offer',
      word: 'repair.offer_objection',
      main: false,
      roles: ['clerk', 'officer'],
      fields: offer,
      act: ({ aspect, said: words, reasons }: Offer) =>
        post(
          '/v1/repairs/{case}/objection-offer',
          { points: [{ aspect, said: words }], reasons },
          { path },
        ),
    },
    state === 'shielded' && {
      name: 'evaluation',
      word: 'repair.evaluate',
      main: true,
      roles: ['officer'],
      fields: evaluation,
      act: (body) => post('/v1/repairs/{case}/evaluation', body, { path }),
    },
    ['granted', 'shielded'].includes(state) && {
      name: 'revocation',
      word: 'repair.revoke',
      main: false,
      roles: ['officer'],
      fields: revocation,
      act: (body) => post('/v1/repairs/{case}/revocation', body, { path }),
    },
    state === 'granted' && {
      name: 'opening',
      word: 'repair.open_sealed',
      main: false,
      roles: ['officer', 'auditor'],
      fields: opening,
      act: (body) => post('/v1/repairs/{case}/opening', body, { path }),
    },
  ]
  return steps.filter((step) => step !== false)
}
