// My work (我的工作): which queue each open matter stands in.
//
// A queue is computed from the state of the matter alone. For each kind of matter one function names
// its queue, so that a matter is in exactly one, or in none once nothing is left to do;
// tests/console/queues_test.mjs goes through every state.

import type { Word } from '../words'

export const order = [
  'incident_late',
  'objection_late',
  'complaint_late',
  'repair_late',
  'question_late',
  'execution_late',
  'told_late',
  'commitment_late',
  'honour_late',
  'incident_to_report',
  'incident_to_tell',
  'objection_correction',
  'objection',
  'complaint_to_accept',
  'complaint_to_decide',
  'question',
  'execution',
  'told',
  'service',
  'commitment_due',
  'honour',
  'repair_to_accept',
  'repair_to_decide',
  'listing_to_notify',
  'listing_hearing',
  'listing_to_decide',
  'listing_to_serve',
  'listing_window',
  'repair_to_close',
  'incident_to_close',
  'commitment_running',
  'quarantine',
  'withheld',
  'sign',
  'overdue',
] as const

export type Queue = (typeof order)[number]

export const titleOf = (queue: Queue): Word => `queue.${queue}`
export const nextOf = (queue: Queue): Word => `queue.${queue}.next`

export interface ListingState {
  state: string
  window_through?: string
  waived?: boolean
  exemption?: string
  hearing_requested?: boolean
  hearing_held?: boolean
}

// guobanfa-2020-49: told before, heard, decided, served; in force no earlier.
export function queueOfListing(listing: ListingState, day: string): Queue | undefined {
  if (listing.state === 'proposed') return 'listing_to_notify'
  if (listing.state === 'decided') return 'listing_to_serve'
  if (listing.state !== 'noticed') return undefined
  if (listing.hearing_requested && !listing.hearing_held) return 'listing_hearing'
  const over =
    listing.waived || listing.exemption || !listing.window_through || day > listing.window_through
  return over ? 'listing_to_decide' : 'listing_window'
}

export interface ObjectionState {
  state: string
  open: boolean
  due_on?: string
}

export function queueOfObjection(objection: ObjectionState, day: string): Queue | undefined {
  if (!objection.open) return undefined
  if (objection.state === 'correction_pending') return 'objection_correction'
  return objection.due_on && day > objection.due_on ? 'objection_late' : 'objection'
}

export interface ComplaintState {
  state: string
  open: boolean
  due_on?: string
  overdue_on?: string
}

// Whoever was named as late has no day any more, and is late still.
export function queueOfComplaint(complaint: ComplaintState, day: string): Queue | undefined {
  if (!complaint.open) return undefined
  const { due_on: due, overdue_on: named } = complaint
  if (due ? day > due : named) return 'complaint_late'
  return complaint.state === 'filed' ? 'complaint_to_accept' : 'complaint_to_decide'
}

export interface RepairState {
  state: string
  acceptance_due?: string
  result_due?: string
  closed?: boolean
}

export function queueOfRepair(repair: RepairState, day: string): Queue | undefined {
  const late = (due?: string) => due !== undefined && day > due
  if (repair.state === 'applied')
    return late(repair.acceptance_due) ? 'repair_late' : 'repair_to_accept'
  if (repair.state === 'accepted')
    return late(repair.result_due) ? 'repair_late' : 'repair_to_decide'
  const waits = ['granted', 'shielded', 'resumed', 'revoked', 'annulled'].includes(repair.state)
  return waits && repair.closed === false ? 'repair_to_close' : undefined
}

export interface QuestionState {
  state: string
  due_on?: string
}

export function queueOfQuestion(question: QuestionState, day: string): Queue | undefined {
  if (question.state === 'answered') return undefined
  const late =
    question.state === 'overdue' || (question.due_on !== undefined && day > question.due_on)
  return late ? 'question_late' : 'question'
}

export function queueOfTold(told: { due_on?: string }, day: string): Queue {
  return told.due_on && day > told.due_on ? 'told_late' : 'told'
}

export interface ExecutionState {
  open: boolean
  due_on?: string
}

// luzhengfa-2017-44 item 16: implementing authorities respond, execute and report, by a day.
export function queueOfExecution(execution: ExecutionState, day: string): Queue | undefined {
  if (!execution.open) return undefined
  return execution.due_on && day > execution.due_on ? 'execution_late' : 'execution'
}

export interface IncidentState {
  open: boolean
  must_tell: boolean
  reported_on?: string
  completed_on?: string
  report_due_on?: string
  tell_due_on?: string
}

const waitsForReport = (incident: IncidentState) => !incident.reported_on
const waitsForTelling = (incident: IncidentState) => incident.must_tell && !incident.completed_on

// The nearest day of what is still to be done.
export function dueOfIncident(incident: IncidentState): string | undefined {
  const days = [
    waitsForReport(incident) && incident.report_due_on,
    waitsForTelling(incident) && incident.tell_due_on,
  ]
  return days.filter((day) => typeof day === 'string').sort()[0]
}

// personal-information-protection-law-2021 art. 57: the department is told, and whom it concerns.
export function queueOfIncident(incident: IncidentState, day: string): Queue | undefined {
  if (!incident.open) return undefined
  const due = dueOfIncident(incident)
  if (due && day > due) return 'incident_late'
  if (waitsForReport(incident)) return 'incident_to_report'
  return waitsForTelling(incident) ? 'incident_to_tell' : 'incident_to_close'
}

export interface CommitmentState {
  open: boolean
  check_on: string
  reminded_on?: string
}

// Kept or broken is found, never derived from silence: past its day it waits for the finding.
export function queueOfCommitment(commitment: CommitmentState, day: string): Queue | undefined {
  if (!commitment.open) return undefined
  if (day > commitment.check_on) return 'commitment_late'
  const due = commitment.reminded_on !== undefined || day === commitment.check_on
  return due ? 'commitment_due' : 'commitment_running'
}

export interface HonourState {
  state: string
  due_on: string
}

// luzhengfa-2017-44 item 11: without delay; by whoever gave it.
export function queueOfHonour(review: HonourState, day: string): Queue | undefined {
  if (review.state !== 'open') return undefined
  return day > review.due_on ? 'honour_late' : 'honour'
}

export interface NoticeState {
  needs_service: boolean
  service: { outcome: string }[]
}

// civil-procedure-law-2023 art. 87: proved, however often it was tried before.
export function queueOfNotice(notice: NoticeState): Queue | undefined {
  const served = notice.service.some(({ outcome }) => outcome === 'served')
  return notice.needs_service && !served ? 'service' : undefined
}
