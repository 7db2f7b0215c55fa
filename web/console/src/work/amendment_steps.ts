// The steps of an amendment as forms: which may follow from where it stands, and what each takes.

import { post } from '../api/client'
import type { Field } from '../parts/fields'
import { said, type Word } from '../words'
import type { Amendment } from './amendments'
import type { Step } from './step'

const number: Field = {
  name: 'document_number',
  word: 'column.document',
  kind: 'text',
  required: true,
}

// What a local standard or measure waits for, in its order; the word of each that is still missing.
export function missingOf(now: Amendment, account: string, day: string): [Word, string][] {
  if (now.state !== 'drafted') return []
  const missing: [Word, string][] = []
  if (now.local) {
    if (!now.consultation_on) missing.push(['amendment.missing_consultation', ''])
    else if (!now.consulted_on) {
      const running = day <= (now.consultation_through ?? '')
      missing.push(
        running
          ? ['amendment.consultation_runs', now.consultation_through ?? '']
          : ['amendment.missing_closing', ''],
      )
    }
    if (!now.national_on) missing.push(['amendment.missing_national', ''])
    if (!now.province_on) missing.push(['amendment.missing_province', ''])
  }
  if (now.drafted_by === account) missing.push(['amendment.second_officer', ''])
  return missing
}

export function stepsOf(now: Amendment, account: string, day: string): Step[] {
  const path = { amendment: now.amendment }
  const steps: Step[] = now.state === 'drafted' ? draftedSteps(now, account, day) : []
  if (now.state === 'drafted' || (now.state === 'approved' && day < now.content.from_on))
    steps.push({
      name: 'withdrawal',
      word: 'amendment.withdraw',
      main: false,
      roles: ['credit_office'],
      fields: [{ name: 'reasons', word: 'decision.reasons', kind: 'long', required: true }],
      act: (body) => post('/v1/amendments/{amendment}/withdrawal', body, { path }),
    })
  return steps
}

function draftedSteps(now: Amendment, account: string, day: string): Step[] {
  const path = { amendment: now.amendment }
  const steps: Step[] = now.local ? localSteps(now, day) : []
  if (!missingOf(now, account, day).length)
    steps.push({
      name: 'approval',
      word: 'amendment.approve',
      main: true,
      roles: ['credit_office'],
      fields: [],
      act: () => post('/v1/amendments/{amendment}/approval', undefined, { path }),
    })
  return steps
}

function localSteps(now: Amendment, day: string): Step[] {
  const path = { amendment: now.amendment }
  const steps: Step[] = []
  if (!now.consultation_on)
    steps.push({
      name: 'consultation',
      word: 'amendment.consult',
      main: true,
      roles: ['credit_office'],
      fields: [
        number,
        { name: 'through', word: 'amendment.through', kind: 'date', required: true },
      ],
      act: (body) => post('/v1/amendments/{amendment}/consultation', body, { path }),
    })
  else if (!now.consulted_on && day > (now.consultation_through ?? ''))
    steps.push({
      name: 'closing',
      word: 'amendment.close',
      main: true,
      roles: ['credit_office'],
      fields: [
        number,
        { name: 'opinions', word: 'amendment.opinions', kind: 'long', required: true },
      ],
      act: (body) => post('/v1/amendments/{amendment}/consultation/closing', body, { path }),
    })
  const missing = (['national', 'province'] as const).filter((of) => !now[`${of}_on`])
  if (missing.length)
    steps.push({
      name: 'examination',
      word: 'amendment.examine',
      main: true,
      roles: ['credit_office'],
      fields: [
        {
          name: 'of',
          word: 'amendment.of',
          kind: 'choice',
          required: true,
          choices: missing.map((value) => ({ value, label: said('examined', value) })),
        },
        { name: 'body', word: 'amendment.body', kind: 'text', required: true },
        number,
      ],
      act: (body) => post('/v1/amendments/{amendment}/examination', body, { path }),
    })
  return steps
}

export interface Stage {
  word: Word
  day?: string
}

// The way of an amendment with its days. The stages of a local one stand in it only where it is.
export function wayOf(now: Amendment): Stage[] {
  if (now.state === 'withdrawn')
    return [{ word: 'amended.drafted', day: now.drafted_on }, { word: 'amended.withdrawn' }]
  const local: Stage[] = now.local
    ? [
        { word: 'amended.consultation', day: now.consultation_on },
        { word: 'amended.consulted', day: now.consulted_on },
        { word: 'examined.national', day: now.national_on },
        { word: 'examined.province', day: now.province_on },
      ]
    : []
  return [
    { word: 'amended.drafted', day: now.drafted_on },
    ...local,
    { word: 'amended.approved', day: now.approved_on },
    { word: 'amended.completed', day: now.completed_on },
  ]
}
