// Duties that a check or a listing told the authority: act on each, or say why not.

import { post } from '../api/client'
import type { components } from '../api/schema'
import type { Values } from '../drafts'
import type { Field } from '../parts/fields'
import { titleOf, type Measure } from '../tables'
import { said, t, type Word } from '../words'

export type Execution = components['schemas']['Execution']

const outcomes = ['executed', 'not_executed']
const grounds = [
  'no_competence',
  'no_such_subject',
  'not_applicable',
  'pending',
  'ended',
  'order_missing',
  'not_taken',
]
const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))

const unanswered = (execution: Execution) => execution.duties.filter(({ outcome }) => !outcome)

export function titlesOf(execution: Execution, measures: Measure[]): string {
  const title = (id: string) => measures.find((each) => each.id === id)
  return unanswered(execution)
    .map(({ measure }) => title(measure))
    .flatMap((found) => (found ? [titleOf(found)] : []))
    .join('、')
}

function fieldsOf(execution: Execution, measures: Measure[]): Field[] {
  const duties = unanswered(execution).flatMap((duty, place): Field[] => {
    const found = measures.find(({ id }) => id === duty.measure)
    const title = `${place + 1}. ${found ? titleOf(found) : duty.measure}`
    const force = `（${said('obligation', duty.obligation)}）`
    const is = (outcome: string) => (v: Values) => v[`outcome${place}`] === outcome
    const field = (name: string, word: Word, kind: Field['kind'], outcome: string): Field => ({
      name: `${name}${place}`,
      word,
      label: `${place + 1}. ${t(word)}`,
      kind,
      when: is(outcome),
    })
    return [
      {
        name: `outcome${place}`,
        word: 'review.outcome',
        label: title + force,
        kind: 'choice',
        choices: choices('executed', outcomes),
      },
      field('done_on', 'execution.done_on', 'date', 'executed'),
      field('document_number', 'column.document', 'text', 'executed'),
      ...(duty.needs_order ? [field('order', 'execution.order', 'text', 'executed')] : []),
      {
        ...field('ground', 'execution.ground', 'choice', 'not_executed'),
        choices: choices('not_executed', grounds),
      },
      field('words', 'decision.reasons', 'long', 'not_executed'),
    ]
  })
  return [
    ...duties,
    { name: 'officer', word: 'column.officer', kind: 'text', hint: t('execution.officer_hint') },
    { name: 'office', word: 'execution.office', kind: 'text' },
  ]
}

// The duties that were answered for; the others stay open.
function bodyOf(execution: Execution, values: Values) {
  const names = ['outcome', 'done_on', 'document_number', 'order', 'ground', 'words']
  const duties = unanswered(execution).flatMap(({ item, measure }, place) => {
    if (!values[`outcome${place}`]) return []
    const given = names.filter((name) => values[`${name}${place}`])
    return [{ item, measure, ...Object.fromEntries(given.map((n) => [n, values[`${n}${place}`]])) }]
  })
  const { officer, office } = values
  return { duties, ...(officer ? { officer } : {}), ...(office ? { office } : {}) }
}

// A task that a listing started is accepted first; then, as after a check, each duty is answered for.
export function formOf(execution: Execution, measures: Measure[]) {
  const path = { execution: execution.execution }
  if (execution.origin === 'listing' && !execution.accepted_on) {
    const act = () => post('/v1/executions/{execution}/acceptance', undefined, { path })
    return { fields: [], word: 'execution.accept' as const, act }
  }
  const act = (values: Values) =>
    post('/v1/executions/{execution}/outcome', bodyOf(execution, values) as never, { path })
  return { fields: fieldsOf(execution, measures), word: 'execution.do' as const, act }
}
