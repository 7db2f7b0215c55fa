// Units by their names: as a choice in a form, and where one is named.

import type { Choice } from '../parts/fields'
import { nameOf, type Authority } from '../tables'
import { t } from '../words'

// The register itself is named as such where it is complained of.
export function unitName(units: Authority[], code: string): string {
  if (code === 'register') return t('complaint.register')
  const unit = units.find(({ id }) => id === code)
  return unit ? nameOf(unit) : code
}

export const unitChoices = (units: Authority[]): Choice[] =>
  units.filter((each) => each.in_force).map((each) => ({ value: each.id, label: nameOf(each) }))
