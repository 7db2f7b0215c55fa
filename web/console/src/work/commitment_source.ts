// Commitments that the authority has yet to check, as the queues show them.

import { all } from '../api/client'
import { today } from '../dates'
import { said, t } from '../words'
import type { Commitment } from './commitment_steps'
import { queueOfCommitment } from './queues'
import type { Found, Item } from './sources'

export async function commitments(): Promise<Found> {
  const found = await all<Commitment>('/v1/commitments')
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfCommitment(each, today())
    if (!queue) return []
    return [
      {
        id: each.commitment,
        queue,
        line: said('promise', each.kind),
        more: each.document_number ?? t('commitment.made_on', each.made_on),
        due: each.check_on,
        to: `/commitments/${each.commitment}`,
      },
    ]
  })
  return { items, more: found.more }
}
