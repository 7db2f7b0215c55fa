// The steps of a leak incident as forms: for the authority that opened it, and for the department to
// which it was reported.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Choice, Field } from '../parts/fields'
import { session, type Role } from '../session'
import { said, t, type Word } from '../words'
import type { Step } from './step'

export type Incident = components['schemas']['Incident']

const kinds = ['identity', 'contact', 'records', 'lists', 'evidence', 'lookups', 'account', 'other']
const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))

// What personal-information-protection-law-2021 art. 57 asks to be told.
export const accountFields = (required: boolean): Field[] => [
  { name: 'kinds', word: 'incident.kinds', kind: 'many', choices: choices('leaked', kinds) },
  ...(['cause', 'harm', 'steps', 'protection', 'contact'] as const).map((name): Field => ({
    name,
    word: `incident.${name}`,
    kind: name === 'contact' ? 'text' : 'long',
    required,
    hint: name === 'protection' ? t('incident.protection_hint') : undefined,
  })),
]

// Not only reported to the authority of whoever looks.
export function isOwn(incident: Incident): boolean {
  const mine = session.value?.authority
  return incident.authority === mine || incident.reported_to !== mine
}

const handling: Role[] = ['officer', 'credit_office']
const document: Field = {
  name: 'document_number',
  word: 'column.document',
  kind: 'text',
  required: true,
}
const long = (name: string, word: Word, hint?: string): Field => ({
  name,
  word,
  kind: 'long',
  required: true,
  hint,
})

const itemFields = (): Field[] => [
  {
    name: 'about',
    word: 'objection.about',
    kind: 'choice',
    required: true,
    choices: choices('about', ['listing', 'order', 'record']),
  },
  { name: 'about_id', word: 'objection.about_id', kind: 'text', required: true },
]

type When = boolean | undefined
type Part = Omit<Step, 'roles'> & { roles?: Role[]; open: When }

export function incidentSteps(incident: Incident, departments: Choice[]): Step[] {
  if (!incident.open) return []
  const path = { incident: incident.incident }
  const reported = Boolean(incident.reported_on)
  const told = !incident.must_tell || Boolean(incident.completed_on)
  const parts: Part[] = isOwn(incident)
    ? [
        {
          name: 'report',
          word: 'incident.report',
          main: true,
          open: !reported,
          fields: [
            {
              name: 'department',
              word: 'incident.department',
              kind: 'choice',
              required: true,
              choices: departments,
            },
            document,
          ],
          act: (body) => post('/v1/incidents/{incident}/report', body, { path }),
        },
        {
          name: 'items',
          word: 'incident.name_item',
          main: true,
          open: true,
          fields: itemFields(),
          act: (item) =>
            post('/v1/incidents/{incident}/items', { items: [item] } as never, { path }),
        },
        {
          name: 'completion',
          word: 'incident.complete',
          main: true,
          open: !told,
          fields: [],
          act: () => post('/v1/incidents/{incident}/completion', undefined, { path }),
        },
        {
          name: 'closing',
          word: 'incident.close',
          main: true,
          open: reported && told,
          fields: [document, long('lessons', 'incident.lessons')],
          act: (body) => post('/v1/incidents/{incident}/closing', body, { path }),
        },
        {
          name: 'supplement',
          word: 'incident.supplement',
          main: false,
          open: true,
          fields: accountFields(false),
          act: (body) => post('/v1/incidents/{incident}/supplement', body, { path }),
        },
        {
          name: 'telling',
          word: 'incident.tell',
          main: false,
          open: incident.must_tell,
          fields: [],
          act: () => post('/v1/incidents/{incident}/telling', undefined, { path }),
        },
        {
          name: 'unreached',
          word: 'incident.unreached',
          main: false,
          open: true,
          fields: [long('reasons', 'decision.reasons', t('incident.unreached_hint'))],
          act: (body) => post('/v1/incidents/{incident}/unreached', body, { path }),
        },
        {
          name: 'exception',
          word: 'incident.except',
          main: false,
          open: reported && !incident.excepted_on && !incident.ordered_on,
          fields: [
            long('measures', 'incident.measures', t('incident.except_hint')),
            long('reasons', 'decision.reasons'),
          ],
          act: (body) => post('/v1/incidents/{incident}/exception', body, { path }),
        },
      ]
    : [
        {
          name: 'order',
          word: 'incident.order',
          main: true,
          roles: ['officer'],
          open: Boolean(incident.excepted_on) && !incident.ordered_on,
          fields: [document, long('reasons', 'decision.reasons')],
          act: (body) => post('/v1/incidents/{incident}/order', body, { path }),
        },
      ]
  return parts.filter(({ open }) => open).map((part) => ({ roles: handling, ...part }))
}
