// The steps of a complaint as forms: for the unit that decides it, and for the unit complained of.

import { post } from '../api/client'
import type { components } from '../api/schema'
import { today } from '../dates'
import type { Values } from '../drafts'
import type { Choice, Field } from '../parts/fields'
import type { Role } from '../session'
import { said, t } from '../words'
import type { Step } from './step'

type Complaint = components['schemas']['Complaint']

export interface Point {
  ground: string
  said?: string // kept from the unit complained of where the complainant is
  finding?: string
  reasons?: string
}

export const grounds = [
  'falsified',
  'leaked',
  'given_without_authorisation',
  'objection_not_handled',
  'not_withdrawn',
  'publicised_too_long',
  'looked_without_ground',
  'beyond_article',
  'charged_money',
  'not_answered',
  'other_conduct',
]
const aspects = ['content', 'period', 'listing', 'measure', 'publicity', 'repair_result']
const items = ['listing', 'order', 'record', 'repair', 'commitment']

const choices = (kind: string, values: string[]) =>
  values.map((value) => ({ value, label: said(kind, value) }))

// Only the unit that decides sees whether it is open.
export const isAsked = (complaint: Complaint) => complaint.open === undefined
export const pointsOf = (complaint: Complaint) => complaint.points as unknown as Point[]

// The item that it is about, and what is wrong with it.
export const itemFields = (asked: boolean): Field[] => [
  {
    name: 'about',
    word: 'complaint.item',
    kind: 'choice',
    required: asked,
    choices: choices('about', items),
    hint: asked ? undefined : t('complaint.item_hint'),
  },
  {
    name: 'about_id',
    word: 'objection.about_id',
    kind: 'text',
    required: true,
    when: (v) => asked || Boolean(v.about),
    hint: t('objection.about_id_hint'),
  },
  {
    name: 'aspect',
    word: 'objection.aspect',
    kind: 'choice',
    required: asked,
    choices: choices('aspect', aspects),
    when: (v) => asked || Boolean(v.about),
    hint: asked ? undefined : t('complaint.aspect_hint'),
  },
]

// A finding and its reasons for each point, then what follows.
function decision(complaint: Complaint): Field[] {
  const points = pointsOf(complaint)
  const upheld = (values: Values) =>
    points.some((_, place) => values[`finding${place}`] === 'upheld')
  return [
    ...points.flatMap((point, place): Field[] => [
      {
        name: `finding${place}`,
        word: 'objection.finding',
        kind: 'choice',
        required: true,
        label: `${place + 1}. ${said('wrong', point.ground)}：${point.said ?? ''}`,
        choices: choices('finding', ['upheld', 'not_upheld']),
        hint: complaint.asked_on ? undefined : t('complaint.not_asked'),
      },
      {
        name: `reasons${place}`,
        word: 'decision.reasons',
        label: t('objection.reasons', place + 1),
        kind: 'long',
        required: true,
      },
    ]),
    {
      name: 'order',
      word: 'complaint.order',
      kind: 'long',
      required: true,
      when: upheld,
      hint: t('complaint.order_hint'),
    },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    { name: 'remedy', word: 'column.remedy', kind: 'long', required: true },
  ]
}

const refusal = (): Field[] => [
  {
    name: 'cause',
    word: 'complaint.cause',
    kind: 'choice',
    required: true,
    choices: choices('cause', ['not_conduct', 'decided_before', 'before_a_court']),
  },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
  { name: 'remedy', word: 'column.remedy', kind: 'long', required: true },
]

const referral = (units: Choice[]): Field[] => [
  { name: 'unit', word: 'complaint.refer_to', kind: 'choice', required: true, choices: units },
  { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
]

const one = (name: string, word: Field['word'], hint?: string): Field[] => [
  { name, word, kind: 'long', required: true, hint },
]
const verification = (): Field[] => [
  ...itemFields(true),
  { name: 'said', word: 'column.said', kind: 'long', required: true },
]
const answering: Role[] = ['officer', 'credit_office']

interface Setting {
  complaint: Complaint
  units: Choice[] // to which it may be sent on
  sentOn: () => void
}

function whileFiled({ complaint, units, sentOn }: Setting): Step[] {
  const path = { complaint: complaint.complaint }
  const sendOn: Step = {
    name: 'referral',
    word: 'complaint.refer',
    main: false,
    roles: answering,
    fields: referral(units),
    act: (body) => post('/v1/complaints/{complaint}/referral', body, { path }).then(sentOn),
  }
  return [
    {
      name: 'acceptance',
      word: 'complaint.accept',
      main: true,
      roles: answering,
      fields: [],
      act: () => post('/v1/complaints/{complaint}/acceptance', undefined, { path }),
    },
    ...(complaint.referred ? [] : [sendOn]),
    {
      name: 'refusal',
      word: 'complaint.refuse',
      main: false,
      roles: answering,
      fields: refusal(),
      act: (body) => post('/v1/complaints/{complaint}/refusal', body, { path }),
    },
  ]
}

function concludeWith(complaint: Complaint, body: Values) {
  const points = pointsOf(complaint)
  const answers = points.map((_, place) => ({
    finding: body[`finding${place}`],
    reasons: body[`reasons${place}`],
  }))
  const rest = Object.fromEntries(
    Object.entries(body).filter(([name]) => !/^(finding|reasons)\d/.test(name)),
  )
  const path = { complaint: complaint.complaint }
  return post('/v1/complaints/{complaint}/decision', { ...rest, answers } as never, { path })
}

function onceAccepted(complaint: Complaint): Step[] {
  const path = { complaint: complaint.complaint }
  const inTime = complaint.due_on !== undefined && today() <= complaint.due_on
  const putOff: Step = {
    name: 'extension',
    word: 'step.extension',
    main: false,
    roles: answering,
    fields: one('reason', 'review.reason'),
    act: (body) => post('/v1/complaints/{complaint}/extension', body, { path }),
  }
  return [
    {
      name: 'question',
      word: 'complaint.ask',
      main: !complaint.asked_on, // heard before anything is upheld
      roles: answering,
      fields: one(
        'question',
        'complaint.question',
        complaint.confidential ? t('complaint.question_hint') : undefined,
      ),
      act: (body) => post('/v1/complaints/{complaint}/question', body, { path }),
    },
    {
      name: 'decision',
      word: 'complaint.conclude',
      main: true,
      roles: answering,
      fields: decision(complaint),
      act: (body) => concludeWith(complaint, body),
    },
    ...(inTime && !complaint.extended ? [putOff] : []),
  ]
}

export function complaintSteps(setting: Setting): Step[] {
  const { complaint } = setting
  const path = { complaint: complaint.complaint }
  if (!['filed', 'accepted'].includes(complaint.state)) return []
  const account: Step = {
    name: 'reply',
    word: 'complaint.give_account',
    main: !complaint.answered_on,
    roles: answering,
    fields: one('reply', 'complaint.reply'),
    act: (body) => post('/v1/complaints/{complaint}/reply', body, { path }),
  }
  if (isAsked(complaint)) return [account]
  const verify: Step = {
    name: 'verification',
    word: 'complaint.verify',
    main: false,
    roles: answering,
    fields: verification(),
    start: { about: complaint.about ?? '', about_id: complaint.about_id ?? '' },
    act: (body) => post('/v1/complaints/{complaint}/verification', body, { path }),
  }
  return [
    ...(complaint.state === 'filed' ? whileFiled(setting) : onceAccepted(complaint)),
    ...(complaint.objection ? [] : [verify]),
  ]
}
