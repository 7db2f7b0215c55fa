// Honours (荣誉) put under review since a listing took force: each is withdrawn or left by whoever
// gave it.

import { all, post } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import type { Field } from '../parts/fields'
import { role } from '../session'
import { authorities, type Authority } from '../tables'
import { said, t } from '../words'
import { queueOfHonour } from './queues'
import type { Found, Item } from './sources'
import { unitName } from './units'

export type HonourReview = components['schemas']['HonourReview']

export const honourLine = (review: HonourReview) =>
  review.honour_document ?? t('honour.of', review.honour)
export const whyReviewed = (review: HonourReview, units: Authority[]) =>
  t('honour.since', unitName(units, review.listed_by))

const decisionFields = (): Field[] => [
  {
    name: 'outcome',
    word: 'review.outcome',
    kind: 'choice',
    required: true,
    choices: ['withdrawn', 'kept'].map((value) => ({
      value,
      label: said('honour_outcome', value),
    })),
  },
  { name: 'document_number', word: 'column.document', kind: 'text', required: true },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
  {
    name: 'remedy',
    word: 'column.remedy',
    kind: 'long',
    required: true,
    when: ({ outcome }) => outcome === 'withdrawn',
  },
]

export const decisionOf = ({ review }: HonourReview) => ({
  fields: decisionFields(),
  word: 'honour.decide' as const,
  act: (body: never) => post('/v1/honour-reviews/{review}/decision', body, { path: { review } }),
})

export async function honours(): Promise<Found> {
  const [found, units] = await Promise.all([all<HonourReview>('/v1/honour-reviews'), authorities()])
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfHonour(each, today())
    if (!queue) return []
    const form = role.value === 'officer' ? decisionOf(each) : undefined
    const more = whyReviewed(each, units)
    return [{ id: each.review, queue, line: honourLine(each), more, due: each.due_on, form }]
  })
  return { items, more: found.more }
}
