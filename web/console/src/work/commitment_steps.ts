// Commitments (信用承诺): what recording one takes, and the steps until it is found kept or broken.

import { post } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import type { Values } from '../drafts'
import type { Field } from '../parts/fields'
import type { Role } from '../session'
import { nameOf, type Matter } from '../tables'
import { said, t } from '../words'
import type { Step } from './step'

export type Commitment = components['schemas']['Commitment']

const kinds = ['approval', 'papers', 'repair', 'self_declaration', 'trade_wide']
const is =
  (...some: string[]) =>
  (values: Values) =>
    some.includes(String(values.kind))

// What belongs to a procedure names it; papers to follow name the papers and why they may.
export function makingFields(matters: Matter[]): Field[] {
  return [
    {
      name: 'kind',
      word: 'commitment.kind',
      kind: 'choice',
      required: true,
      choices: kinds.map((value) => ({ value, label: said('promise', value) })),
    },
    { name: 'identifier', word: 'check.identifier', kind: 'text', required: true },
    {
      name: 'matter',
      word: 'check.matter',
      kind: 'choice',
      required: true,
      choices: matters
        .filter(({ in_force }) => in_force)
        .map((each) => ({ value: each.id, label: nameOf(each) })),
      when: is('approval', 'papers'),
    },
    {
      name: 'case',
      word: 'check.case',
      kind: 'text',
      required: true,
      hint: t('check.case_hint'),
      when: is('approval', 'papers'),
    },
    {
      name: 'repair_case',
      word: 'commitment.repair_case',
      kind: 'text',
      required: true,
      hint: t('commitment.repair_case_hint'),
      when: is('repair'),
    },
    {
      name: 'papers',
      word: 'commitment.papers',
      kind: 'long',
      required: true,
      hint: t('commitment.papers_hint'),
      when: is('papers'),
    },
    {
      name: 'none_required_by_law',
      word: 'commitment.none_required_by_law',
      kind: 'flag',
      when: is('papers'),
    },
    {
      name: 'officer_reasons',
      word: 'commitment.officer_reasons',
      kind: 'long',
      hint: t('commitment.officer_reasons_hint'),
      when: is('papers'),
    },
    {
      name: 'words',
      word: 'commitment.words',
      kind: 'long',
      required: true,
      when: is('approval', 'repair', 'self_declaration', 'trade_wide'),
    },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    {
      name: 'check_on',
      word: 'commitment.check_on',
      kind: 'date',
      required: true,
      hint: t('commitment.check_on_hint'),
    },
    {
      name: 'agreed',
      word: 'commitment.agreed',
      kind: 'flag',
      hint: t('commitment.agreed_hint'),
      when: is('papers', 'self_declaration', 'trade_wide'),
    },
  ]
}

// As the contract takes it: a paper a line.
export function bodyOfMaking({ papers, ...rest }: Values): Values {
  if (papers === undefined) return rest
  const named = String(papers)
    .split('\n')
    .map((paper) => paper.trim())
  return { ...rest, papers: named.filter(Boolean) }
}

const staff: Role[] = ['clerk', 'officer']
const document: Field = {
  name: 'document_number',
  word: 'commitment.finding',
  kind: 'text',
  required: true,
}
const reasons = (required: boolean): Field => ({
  name: 'reasons',
  word: 'decision.reasons',
  kind: 'long',
  required,
})

// Through their last day the papers may come.
export const papersMayCome = (commitment: Commitment) =>
  commitment.kind === 'papers' && today() <= commitment.check_on

export function commitmentSteps(commitment: Commitment): Step[] {
  if (!commitment.open) return []
  const path = { commitment: commitment.commitment }
  const later: Field = { name: 'check_on', word: 'commitment.next_check_on', kind: 'date' }
  const steps: (Step | false)[] = [
    {
      name: 'kept',
      word: 'commitment.find_kept',
      main: true,
      roles: ['officer'],
      fields: [
        document,
        { name: 'fulfilled_on', word: 'commitment.fulfilled', kind: 'date', required: true },
        reasons(false),
      ],
      act: (body) => post('/v1/commitments/{commitment}/fulfilment', body, { path }),
    },
    {
      name: 'check',
      word: 'commitment.check',
      main: true,
      roles: staff,
      fields: [
        { name: 'words', word: 'commitment.seen', kind: 'long', required: true },
        ...(commitment.kind === 'papers' ? [] : [later]),
      ],
      act: (body) => post('/v1/commitments/{commitment}/check', body, { path }),
    },
    !papersMayCome(commitment) && {
      name: 'broken',
      word: 'commitment.find_broken',
      main: false,
      roles: ['officer'],
      fields: [
        document,
        reasons(true),
        {
          name: 'statement',
          word: 'commitment.statement',
          kind: 'long',
          required: true,
          hint: t('commitment.statement_hint'),
        },
        { name: 'remedy', word: 'column.remedy', kind: 'long', required: true },
      ],
      act: (body) => post('/v1/commitments/{commitment}/breach', body, { path }),
    },
    {
      name: 'withdrawal',
      word: 'commitment.withdraw',
      main: false,
      roles: ['officer'],
      fields: [reasons(true)],
      act: (body) => post('/v1/commitments/{commitment}/withdrawal', body, { path }),
    },
  ]
  return steps.filter((step) => step !== false)
}
