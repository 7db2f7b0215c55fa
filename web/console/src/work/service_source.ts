// Notices that wait for the proof of their service (送达), and the steps of serving one.

import { all, post } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import type { Field } from '../parts/fields'
import type { Role } from '../session'
import { own, said, t } from '../words'
import { methods, serviceFields } from './listing_steps'
import { queueOfNotice } from './queues'
import type { Found, Item } from './sources'
import type { Step } from './step'

export type Notice = components['schemas']['Notice']

export const nameOfNotice = (notice: Notice) => own(notice as never, 'title')
export const isServed = ({ service }: Notice) => service.some(({ outcome }) => outcome === 'served')

// The screen of the matter that it is about.
const screens: Record<string, string> = {
  commitment: '/commitments',
  complaint: '/complaints',
  incident: '/incidents',
  listing: '/listings',
  objection: '/objections',
  repair: '/repairs',
}
export function screenOfNotice({ word, about }: Notice): string | undefined {
  const kind = /^notices\.([a-z]+)_/.exec(word)?.[1] ?? ''
  return screens[kind] && `${screens[kind]}/${about}`
}

// How often and how it failed.
export const attemptsOf = ({ service }: Notice) =>
  service
    .filter(({ outcome }) => outcome === 'failed')
    .map((step) => t('service.failed', said('method', step.method), step.happened_on ?? ''))

export async function services(): Promise<Found> {
  const found = await all<Notice>('/v1/notices')
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfNotice(each)
    if (!queue) return []
    const more = attemptsOf(each).at(-1) ?? t('service.since', each.made_on)
    const line = nameOfNotice(each)
    return [{ id: each.notice, queue, line, more, to: `/service/${each.notice}` }]
  })
  return { items, more: found.more }
}

const serving: Role[] = ['clerk', 'officer', 'credit_office']
const failure = (): Field[] => [
  { name: 'failed_on', word: 'service.failed_on', kind: 'date', required: true },
  { name: 'method', word: 'service.method', kind: 'choice', required: true, choices: methods() },
  { name: 'reason', word: 'review.reason', kind: 'long', required: true },
]

export function serviceSteps(notice: Notice): Step[] {
  if (isServed(notice)) return []
  const path = { notice: notice.notice }
  return [
    {
      name: 'service',
      word: 'service.record',
      main: true,
      roles: serving,
      fields: serviceFields(),
      start: { served_on: today() },
      act: (body) => post('/v1/notices/{notice}/service', body, { path }),
    },
    {
      name: 'failed-service',
      word: 'service.record_failed',
      main: false,
      roles: serving,
      fields: failure(),
      act: (body) => post('/v1/notices/{notice}/failed-service', body, { path }),
    },
  ]
}
