// Incidents that concern the subject: what got out, what was done, whom to ask.

import { get } from '../api/client'

export interface OwnIncident {
  incident: string
  authority: string
  kinds: string[]
  cause: string
  harm: string
  steps: string
  protection: string
  contact: string
  discovered_on: string
  opened_on: string
  reported_on?: string
  closed_on?: string
  items: string[] // listings, orders, records; none: it concerns the subject itself
  told_on?: string
  notice?: string
}

export async function readIncidents(): Promise<OwnIncident[]> {
  const found = (await get('/v1/account/incidents')) as unknown as { items: OwnIncident[] }
  return found.items
}
