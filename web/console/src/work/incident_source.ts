// Incidents of one's own authority, as the queues show them.

import { all } from '../api/client'
import { today } from '../dates'
import { said, t } from '../words'
import { isOwn, type Incident } from './incident_steps'
import { dueOfIncident, queueOfIncident } from './queues'
import type { Found, Item } from './sources'

export const nameOfIncident = (incident: Incident) =>
  t('incident.of', incident.kinds.map((kind) => said('leaked', kind)).join('、'))

export async function incidents(): Promise<Found> {
  const found = await all<Incident>('/v1/incidents')
  const items = found.items.filter(isOwn).flatMap((each): Item[] => {
    const queue = queueOfIncident(each, today())
    if (!queue) return []
    return [
      {
        id: each.incident,
        queue,
        line: nameOfIncident(each),
        more: t('incident.discovered', each.discovered_on),
        due: dueOfIncident(each),
        to: `/incidents/${each.incident}`,
      },
    ]
  })
  return { items, more: found.more }
}
