// What the queues are made from: each list of the register, and how its matters are done.

import { all, post } from '../api/client'
import { today } from '../dates'
import type { Field } from '../parts/fields'
import { role } from '../session'
import { authorities, kinds, measures, nameOf, standards, titleOf as titleOfRow } from '../tables'
import { own, said, t, type Word } from '../words'
import { commitments } from './commitment_source'
import { formOf, titlesOf, type Execution } from './execution'
import { honours } from './honours'
import { incidents } from './incident_source'
import {
  queueOfComplaint,
  queueOfExecution,
  queueOfListing,
  queueOfObjection,
  queueOfQuestion,
  queueOfRepair,
  queueOfTold,
  type ComplaintState,
  type ListingState,
  type ObjectionState,
  type Queue,
  type QuestionState,
  type RepairState,
} from './queues'
import { services } from './service_source'
import { unitName } from './units'

export interface Item {
  id: string
  queue: Queue
  line: string
  more?: string
  due?: string
  to?: string // the screen where it is done
  see?: string // the screen that shows what it is about
  form?: { fields: Field[]; word: Word; act: (body: never) => Promise<unknown> } // or done right here
}

// What is told of a matter is read on its own screen.
const screenOf = (what: string, id: string) =>
  /^complaint_(asked|filed|replied|put_right)$/.test(what)
    ? `/complaints/${id}`
    : what.startsWith('incident_') && role.value !== 'clerk'
      ? `/incidents/${id}`
      : undefined

export interface Found {
  items: Item[]
  more: boolean // there is more than was read
}

type Read = () => Promise<Found>
type Row<State> = State & Record<string, string>
const officer = () => role.value === 'officer'

async function listings(): Promise<Found> {
  const names = new Map((await standards()).map((each) => [each.id, titleOfRow(each)]))
  const steps = ['proposed', 'noticed', 'decided']
  const lists = await Promise.all(
    steps.map((state) => all<Row<ListingState> & { listing: string }>('/v1/listings', { state })),
  )
  const items = lists
    .flatMap(({ items }) => items)
    .flatMap((each) => {
      const queue = queueOfListing(each, today())
      const due = queue === 'listing_window' ? each.window_through : undefined
      const more = each.document_number ?? t('work.proposed', each.proposed_on ?? '')
      return queue
        ? [
            {
              id: each.listing,
              queue,
              line: names.get(each.standard ?? '') ?? '',
              more,
              due,
              to: `/listings/${each.listing}`,
            },
          ]
        : []
    })
  return { items, more: lists.some(({ more }) => more) }
}

async function objections(): Promise<Found> {
  const found = await all<Row<ObjectionState> & { objection: string }>('/v1/objections')
  const items = found.items.flatMap((each) => {
    const queue = queueOfObjection(each, today())
    const line = t('work.objection', said('about', each.about))
    return queue
      ? [
          {
            id: each.objection,
            queue,
            line,
            more: t('work.filed', each.filed_on ?? ''),
            due: each.due_on,
            to: `/objections/${each.objection}`,
          },
        ]
      : []
  })
  return { items, more: found.more }
}

async function complaints(): Promise<Found> {
  type Complaint = Row<ComplaintState> & { complaint: string; respondent: string }
  const [found, units] = await Promise.all([all<Complaint>('/v1/complaints'), authorities()])
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfComplaint(each, today())
    if (!queue) return []
    return [
      {
        id: each.complaint,
        queue,
        line: t('complaint.against', unitName(units, each.respondent)),
        more: t('work.filed', each.filed_on ?? ''),
        due: each.due_on,
        to: `/complaints/${each.complaint}`,
      },
    ]
  })
  return { items, more: found.more }
}

async function repairs(): Promise<Found> {
  const found = await all<Row<RepairState> & { case: string }>('/v1/repairs', { limit: undefined })
  const items = found.items.flatMap((each) => {
    const queue = queueOfRepair(each, today())
    const due = each.state === 'applied' ? each.acceptance_due : each.result_due
    return queue
      ? [
          {
            id: each.case,
            queue,
            line: t('work.repair', said('about', each.item_kind)),
            more: t('work.filed', each.applied_on ?? ''),
            due,
            to: `/repairs/${each.case}`,
          },
        ]
      : []
  })
  return { items, more: found.more }
}

const answerFields = (): Field[] => [
  {
    name: 'allowed',
    word: 'question.allowed',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'yes', label: t('question.yes') },
      { value: 'no', label: t('question.no') },
    ],
  },
  {
    name: 'article',
    word: 'question.article',
    kind: 'text',
    when: (v) => v.allowed === 'yes',
    hint: t('question.article_hint'),
  },
  { name: 'case', word: 'check.case', kind: 'text', when: (v) => v.allowed === 'yes' },
  {
    name: 'consequence',
    word: 'question.consequence',
    kind: 'choice',
    when: (v) => v.allowed === 'no',
    choices: [
      'access_withdrawn',
      'officer_dealt_with',
      'information_deleted',
      'procedure_corrected',
    ].map((value) => ({ value, label: said('consequence', value) })),
  },
  {
    name: 'words',
    word: 'question.words',
    kind: 'long',
    required: true,
    hint: t('question.words_hint'),
  },
]

async function questions(): Promise<Found> {
  interface Question extends QuestionState {
    question: string
    officer?: string
    looked_at?: string
    purpose?: { zh: string; en: string }
    words?: string
  }
  const found = await all<Question>('/v1/lookups/questions')
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfQuestion(each, today())
    if (!queue) return []
    const act = ({ allowed, ...rest }: { allowed: string }) =>
      post(
        '/v1/lookups/questions/{question}/answer',
        { ...rest, allowed: allowed === 'yes' },
        { path: { question: each.question } },
      )
    const line = t('work.question', each.purpose ? nameOf(each.purpose) : '', each.officer ?? '')
    const form = officer()
      ? { fields: answerFields(), word: 'question.do' as const, act }
      : undefined
    return [{ id: each.question, queue, line, more: each.words, due: each.due_on, form }]
  })
  return { items, more: found.more }
}

async function executions(): Promise<Found> {
  const [found, table] = await Promise.all([all<Execution>('/v1/executions'), measures()])
  const items = found.items.flatMap((each): Item[] => {
    const queue = queueOfExecution(each, today())
    if (!queue) return []
    const line = titlesOf(each, table)
    const more = [each.case, each.opened_on].filter(Boolean).join(' · ')
    const form = officer() ? formOf(each, table) : undefined
    return [{ id: each.execution, queue, line, more, due: each.due_on, form }]
  })
  return { items, more: found.more }
}

async function told(): Promise<Found> {
  const found = await all<{
    told: string
    what: string
    about: string
    due_on?: string
    urgent?: boolean
  }>('/v1/told')
  const fields: Field[] = [
    {
      name: 'receipt',
      word: 'told.receipt',
      kind: 'text',
      required: true,
      hint: t('told.receipt_hint'),
    },
  ]
  const items = found.items.map((each): Item => ({
    id: each.told,
    queue: queueOfTold(each, today()),
    line: said('told', each.what),
    more: each.about,
    see: screenOf(each.what, each.about),
    due: each.due_on,
    form: {
      fields,
      word: 'told.do',
      act: (body: { receipt: string }) =>
        post('/v1/told/{told}/acknowledgement', body, { path: { told: each.told } }),
    },
  }))
  return { items, more: found.more }
}

async function overdue(): Promise<Found> {
  const found = await all<{ told: string; what: string; recipient: string; due_on?: string }>(
    '/v1/overdue',
  )
  const items = found.items.map((each): Item => ({
    id: each.told,
    queue: 'overdue',
    line: `${each.recipient} · ${said('told', each.what)}`,
    due: each.due_on,
  }))
  return { items, more: found.more }
}

const quarantineFields = (): Field[] => [
  {
    name: 'outcome',
    word: 'review.outcome',
    kind: 'choice',
    required: true,
    choices: ['released', 'refused'].map((value) => ({ value, label: said('outcome', value) })),
  },
  {
    name: 'conduct_on',
    word: 'review.conduct_on',
    kind: 'date',
    when: (v) => v.outcome === 'released',
  },
  {
    name: 'born_on',
    word: 'review.born_on',
    kind: 'date',
    when: (v) => v.outcome === 'released',
    hint: t('review.born_on_hint'),
  },
  { name: 'proof', word: 'review.proof', kind: 'text', when: (v) => v.outcome === 'released' },
  { name: 'reason', word: 'review.reason', kind: 'long', when: (v) => v.outcome === 'refused' },
]

interface Waiting {
  record: string
  row: number
  kind: string
  document_number: string
  column?: string
  header?: string
  found?: string[]
}

async function quarantine(): Promise<Found> {
  const names = new Map((await kinds()).map((each) => [each.id, nameOf(each)]))
  const found = await all<Waiting & { why_zh: string; why_en: string }>('/v1/records/quarantine')
  const items = found.items.map((each): Item => ({
    id: each.record,
    queue: 'quarantine',
    line: `${names.get(each.kind) ?? each.kind} · ${each.document_number}`,
    more: own(each as never, 'why'),
    form: officer()
      ? {
          fields: quarantineFields(),
          word: 'review.do',
          act: (body) =>
            post('/v1/records/{record}/review', body, { path: { record: each.record } }),
        }
      : undefined,
  }))
  return { items, more: found.more }
}

async function withheld(): Promise<Found> {
  const names = new Map((await kinds()).map((each) => [each.id, nameOf(each)]))
  const fields: Field[] = [
    {
      name: 'outcome',
      word: 'review.outcome',
      kind: 'choice',
      required: true,
      choices: ['shown', 'kept'].map((value) => ({ value, label: said('outcome', value) })),
    },
    { name: 'reason', word: 'review.reason', kind: 'long' },
  ]
  const found = await all<Waiting>('/v1/records/withheld', {}, 200)
  const items = found.items.map((each): Item => {
    const path = { record: each.record, column: each.column ?? '' }
    const act = (body: never) =>
      post('/v1/records/{record}/columns/{column}/review', body, { path })
    return {
      id: `${each.record} ${each.column}`,
      queue: 'withheld',
      line: `${names.get(each.kind) ?? each.kind} · ${each.document_number} · ${each.header}`,
      more: (each.found ?? []).map((leak) => said('leak', leak)).join('、'),
      form: officer() ? { fields, word: 'review.do', act } : undefined,
    }
  })
  return { items, more: found.more }
}

async function signs(): Promise<Found> {
  const found = await all<{
    sign: string
    kind: { zh: string; en: string }
    raised_on: string
    closed_on?: string
  }>('/v1/lookups/signs')
  const items = found.items
    .filter(({ closed_on }) => !closed_on)
    .map((each): Item => ({
      id: each.sign,
      queue: 'sign',
      line: own(each.kind as never),
      more: each.raised_on,
      to: '/audit',
    }))
  return { items, more: found.more }
}

// What the role may read; the register refuses the rest in any case.
export function sourcesOf(who: string): Read[] {
  const both = [objections, complaints, told, services]
  const rows = [quarantine, withheld]
  const matters = [repairs, questions, executions, listings, commitments, honours]
  const clerks = [...both, ...matters, ...rows]
  if (who === 'clerk') return clerks
  if (who === 'officer') return [...clerks, incidents]
  if (who === 'credit_office') return [...both, incidents, overdue]
  if (who === 'auditor') return [questions, ...rows, overdue, signs]
  return []
}
