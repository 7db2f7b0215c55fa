// The steps of a listing as forms: which may follow from where it stands, and what each takes.

import { post } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import type { Choice, Field } from '../parts/fields'
import type { Values } from '../drafts'
import type { Role } from '../session'
import { titleOf, type Measure, type Standard } from '../tables'
import { own, said, t, type Word } from '../words'
import { namingOf } from './namings'
import { queueOfListing } from './queues'
import type { Step } from './step'

export type Standing = components['schemas']['Listing']

const staff: Role[] = ['clerk', 'officer']
export const methods = (): Choice[] =>
  ['direct', 'mail', 'electronic', 'announcement', 'left'].map((value) => ({
    value,
    label: said('method', value),
  }))

const proof = (): Field => ({
  name: 'proof',
  word: 'service.proof',
  kind: 'text',
  hint: t('service.proof_hint'),
})
export const serviceFields = (): Field[] => [
  { name: 'served_on', word: 'service.served_on', kind: 'date', required: true },
  { name: 'method', word: 'service.method', kind: 'choice', required: true, choices: methods() },
  { ...proof(), required: true, when: (v) => v.method !== 'electronic' },
  { ...proof(), when: (v) => v.method === 'electronic' }, // the channel itself proves it
  {
    name: 'announcement_reason',
    word: 'service.announcement_reason',
    kind: 'text',
    when: (v) => v.method === 'announcement',
  },
]

function noticeFields(standard: Standard): Field[] {
  const exempt: Field = {
    name: 'exemption',
    word: 'notice.exemption',
    kind: 'choice',
    choices: standard.exemptions.map((value) => ({ value, label: value })),
  }
  const told = serviceFields().map((field): Field => ({
    ...field,
    when: (v) => !v.exemption && (!field.when || field.when(v)),
  }))
  return [
    ...(standard.exemptions.length ? [exempt] : []),
    ...told,
    {
      name: 'reasons',
      word: 'notice.reasons',
      kind: 'long',
      required: true,
      when: (v) => !v.exemption,
    },
    {
      name: 'rights',
      word: 'notice.rights',
      kind: 'long',
      required: true,
      when: (v) => !v.exemption,
      hint: own(standard as never, 'notice'),
    },
  ]
}

const statementFields: Field[] = [
  { name: 'words', word: 'statement.words', kind: 'long' },
  { name: 'waiver', word: 'statement.waiver', kind: 'flag' },
  { name: 'hearing_requested', word: 'statement.hearing_requested', kind: 'flag' },
  { name: 'hearing_held', word: 'statement.hearing_held', kind: 'flag' },
]

function decisionFields(standing: Standing, standard: Standard, measures: Measure[]): Field[] {
  const lists = (values: Values) => values.lists === true
  const named = standard.measures.map((id) => {
    const found = measures.find((each) => each.id === id)
    return {
      value: id,
      label: found ? `${titleOf(found)}（${said('obligation', found.obligation)}）` : id,
    }
  })
  const black = standard.colour === 'black'
  const all: (Field | false)[] = [
    { name: 'lists', word: 'decision.lists', kind: 'flag', hint: t('decision.lists_hint') },
    { name: 'decided_on', word: 'column.decided', kind: 'date', required: true },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true, when: lists },
    {
      name: 'document_kind',
      word: 'decision.document_kind',
      kind: 'choice',
      required: true,
      when: lists,
      choices: standard.documents.map((value) => ({ value, label: said('document', value) })),
    },
    { name: 'through_on', word: 'decision.through_on', kind: 'date', when: lists },
    { name: 'review_on', word: 'decision.review_on', kind: 'date', when: lists },
    standard.consent_of_upper_level && {
      name: 'upper_level_consent',
      word: 'decision.consent',
      kind: 'text',
      required: true,
      when: lists,
    },
    { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
    {
      name: 'answer',
      word: 'decision.answer',
      kind: 'long',
      required: standing.unanswered === true,
      hint: standing.unanswered ? t('decision.answer_hint') : undefined,
    },
    { name: 'measures', word: 'decision.measures', kind: 'many', when: lists, choices: named },
    { name: 'removal', word: 'listing.removal', kind: 'long', required: true, when: lists },
    { name: 'remedy', word: 'column.remedy', kind: 'long', required: true, when: lists },
    black && {
      name: 'repair_notice',
      word: 'decision.repair_notice',
      kind: 'long',
      required: true,
      when: lists,
    },
  ]
  return all.filter((field) => field !== false)
}

const reason: Field[] = [{ name: 'reason', word: 'review.reason', kind: 'long', required: true }]
const ending = (reasons: Choice[]): Field[] => [
  reasons.length
    ? { name: 'reason', word: 'review.reason', kind: 'choice', required: true, choices: reasons }
    : { name: 'reason', word: 'review.reason', kind: 'text', required: true },
  { name: 'document_number', word: 'column.document', kind: 'text', required: true },
  {
    name: 'corrected_on',
    word: 'ending.corrected_on',
    kind: 'date',
    when: ({ reason }) => reason === 'early_removal',
  },
  { name: 'words', word: 'ending.words', kind: 'long', required: true },
]

export function stepsOf(
  id: string,
  standing: Standing,
  standard: Standard,
  measures: Measure[],
): Step[] {
  const path = { listing: id }
  const { state } = standing
  if (state === 'proposed') {
    const start = { served_on: today(), rights: own(standard as never, 'notice') }
    return [
      {
        name: 'notice',
        word: 'step.notice',
        main: true,
        roles: staff,
        fields: noticeFields(standard),
        start,
        act: (body) => post('/v1/listings/{listing}/notice', body, { path }),
      },
    ]
  }
  if (state === 'noticed') return noticedSteps(path, standing, standard, measures)
  if (state === 'decided') {
    const fields: Field[] = [
      ...serviceFields(),
      { name: 'with_repair_notice', word: 'service.with_repair_notice', kind: 'flag' },
    ]
    return [
      {
        name: 'service',
        word: 'step.service',
        main: true,
        roles: staff,
        fields,
        start: { served_on: today() },
        act: (body) => post('/v1/listings/{listing}/service', body, { path }),
      },
      ...namingOf(id, standing, standard),
      annulment(path),
    ]
  }
  return state === 'in_force'
    ? [...namingOf(id, standing, standard), ...inForceSteps(path, standing)]
    : []
}

function noticedSteps(
  path: { listing: string },
  standing: Standing,
  standard: Standard,
  measures: Measure[],
): Step[] {
  const start = {
    lists: true,
    decided_on: today(),
    document_kind: standard.documents[0] ?? '',
    measures: standard.measures.filter(
      (id) => measures.find((each) => each.id === id)?.obligation === 'mandatory',
    ),
    removal: own(standard as never, 'removal'),
    remedy: own(standard as never, 'remedy'),
  }
  return [
    {
      name: 'statement',
      word: 'step.statement',
      main: true,
      roles: staff,
      fields: statementFields,
      act: (body) => post('/v1/listings/{listing}/statement', body, { path }),
    },
    {
      name: 'decision',
      word: 'step.decision',
      main: true,
      roles: ['officer'],
      fields: decisionFields(standing, standard, measures),
      start,
      act: (body) => post('/v1/listings/{listing}/decision', body, { path }),
    },
  ]
}

function annulment(path: { listing: string }): Step {
  return {
    name: 'annulment',
    word: 'step.annulment',
    main: false,
    roles: ['officer'],
    fields: ending([]),
    act: (body) => post('/v1/listings/{listing}/annulment', body, { path }),
  }
}

function inForceSteps(path: { listing: string }, standing: Standing): Step[] {
  const reasons = [
    'performed',
    'corrected',
    'early_removal',
    'applicant_request',
    'decision_changed',
    'court_order',
  ].map((value) => ({ value, label: said('removal', value) }))
  const hold: Step = standing.held_by
    ? {
        name: 'resumption',
        word: 'step.resumption',
        main: false,
        roles: ['officer'],
        fields: reason,
        act: (body) => post('/v1/listings/{listing}/resumption', body, { path }),
      }
    : {
        name: 'suspension',
        word: 'step.suspension',
        main: false,
        roles: ['officer', 'credit_office'],
        fields: reason,
        act: (body) => post('/v1/listings/{listing}/suspension', body, { path }),
      }
  return [
    {
      name: 'removal',
      word: 'step.removal',
      main: false,
      roles: ['officer'],
      fields: ending(reasons),
      act: (body) => post('/v1/listings/{listing}/removal', body, { path }),
    },
    hold,
    annulment(path),
  ]
}

// What must be there before the next step, in the words of the screen.
export function missingOf(standing: Standing, day: string): [Word, string][] {
  const queue = queueOfListing(standing, day)
  const missing: [Word, string][] = []
  if (queue === 'listing_to_notify') missing.push(['missing.notice', ''])
  if (queue === 'listing_hearing') missing.push(['missing.hearing', ''])
  if (queue === 'listing_window') missing.push(['missing.window', standing.window_through ?? ''])
  if (standing.state === 'noticed' && standing.unanswered) missing.push(['missing.answer', ''])
  if (queue === 'listing_to_decide') missing.push(['missing.decision', ''])
  if (queue === 'listing_to_serve') missing.push(['missing.service', ''])
  return missing
}
