// Inspection plans (抽查计划): what fixing one takes, and what a row of it rests on.

import type { components } from '../api/schema'
import type { Field } from '../parts/fields'
import type { Values } from '../drafts'
import { nameOf, titleOf, type Measure, type Purpose } from '../tables'
import { t } from '../words'

export type InspectionPlan = components['schemas']['InspectionPlan']
export type InspectionRow = NonNullable<InspectionPlan['rows']>[number]

export const groups = ['lighter', 'usual', 'closer'] as const

// The grounds on which a look-up for inspections is made.
export function groundChoices(purposes: Purpose[]) {
  const grounds = purposes.find(({ id }) => id === 'inspection')?.grounds ?? []
  return grounds
    .filter(({ in_force }) => in_force)
    .map((each) => ({ value: each.id, label: `${nameOf(each)} · ${nameOf(each.basis)}` }))
}

export function planFields(purposes: Purpose[]): Field[] {
  const share = (name: (typeof groups)[number]): Field => ({
    name,
    word: `inspection.share_${name}`,
    kind: 'text',
    required: true,
  })
  return [
    { name: 'case', word: 'inspection.case', kind: 'text', required: true },
    {
      name: 'ground',
      word: 'check.ground',
      kind: 'choice',
      required: true,
      choices: groundChoices(purposes),
    },
    { name: 'from_on', word: 'inspection.from', kind: 'date', required: true },
    { name: 'through_on', word: 'inspection.through', kind: 'date', required: true },
    ...groups.map(share),
    {
      name: 'category',
      word: 'inspection.category',
      kind: 'text',
      hint: t('inspection.category_hint'),
    },
    { name: 'result', word: 'inspection.result', kind: 'text' },
    { name: 'article', word: 'question.article', kind: 'text', hint: t('question.article_hint') },
    {
      name: 'organisations',
      word: 'inspection.organisations',
      kind: 'long',
      required: true,
      wide: true,
      hint: t('inspection.organisations_hint'),
    },
  ]
}

const said = (values: Values, name: string) => String(values[name] ?? '').trim()

// As the contract takes it: a code a line, shares as numbers, a reduction where a category is named.
export function bodyOfPlan(values: Values, officer: string) {
  const category = said(values, 'category')
  const reduction = { category, result: said(values, 'result'), article: said(values, 'article') }
  return {
    ground: said(values, 'ground'),
    case: said(values, 'case'),
    officer,
    from_on: said(values, 'from_on'),
    through_on: said(values, 'through_on'),
    shares: {
      lighter: Number(said(values, 'lighter')),
      usual: Number(said(values, 'usual')),
      closer: Number(said(values, 'closer')),
    },
    reductions: category ? [reduction] : [],
    organisations: said(values, 'organisations')
      .split(/[\s,，;；]+/)
      .filter(Boolean),
  }
}

// The measures and evaluations of a row in words.
export function restsOn(row: InspectionRow, measures: Measure[]): string[] {
  const duties = row.duties.map((duty) => {
    const id = String((duty as { measure?: string }).measure ?? '')
    const found = measures.find((each) => each.id === id)
    return found ? `${titleOf(found)} ${id}` : id
  })
  const evaluations = row.evaluations.map(
    (each) => `${each.category ?? ''} ${each.result ?? ''} · ${each.authority ?? ''}`,
  )
  return [...duties, ...evaluations]
}
