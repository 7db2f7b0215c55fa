// The queues partition the open work: whatever a matter's state, it stands in exactly one queue while
// there is something to do, and in none afterwards.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  order,
  queueOfCommitment,
  queueOfComplaint,
  queueOfExecution,
  queueOfHonour,
  queueOfIncident,
  queueOfListing,
  queueOfNotice,
  queueOfObjection,
  queueOfQuestion,
  queueOfRepair,
  queueOfTold,
} from '../../web/console/src/work/queues.ts'

const day = '2026-03-10'
const days = [undefined, '2026-03-09', '2026-03-10', '2026-03-11']

function* every(members) {
  const [first, ...rest] = Object.entries(members)
  if (!first) return yield {}
  for (const value of first[1])
    for (const others of every(Object.fromEntries(rest))) yield { [first[0]]: value, ...others }
}

function expectPartition(queueOf, members, isOpen) {
  let states = 0
  for (const state of every(members)) {
    const queue = queueOf(state, day)
    assert.equal(queue !== undefined, isOpen(state), JSON.stringify(state))
    assert.ok(queue === undefined || order.includes(queue), `${queue} has no place on the screen`)
    states += 1
  }
  return states
}

test('listings', () => {
  const members = {
    state: ['proposed', 'noticed', 'decided', 'in_force', 'ended', 'withdrawn'],
    window_through: days,
    waived: [true, false],
    exemption: [undefined, 'urgent'],
    hearing_requested: [true, false],
    hearing_held: [true, false],
  }
  const states = expectPartition(queueOfListing, members, ({ state }) =>
    ['proposed', 'noticed', 'decided'].includes(state),
  )
  assert.equal(states, 384)
  assert.equal(queueOfListing({ state: 'noticed', window_through: day }, day), 'listing_window') // still its last day
  assert.equal(
    queueOfListing({ state: 'noticed', window_through: '2026-03-09' }, day),
    'listing_to_decide',
  )
})

test('objections', () => {
  const states = [
    'filed',
    'forwarded',
    'correction_pending',
    'upheld',
    'partly_upheld',
    'not_upheld',
    'refused',
    'withdrawn',
  ]
  expectPartition(
    queueOfObjection,
    { state: states, open: [true, false], due_on: days },
    ({ open }) => open,
  )
  assert.equal(queueOfObjection({ state: 'filed', open: true, due_on: day }, day), 'objection')
  assert.equal(
    queueOfObjection({ state: 'filed', open: true, due_on: '2026-03-09' }, day),
    'objection_late',
  )
})

test('complaints', () => {
  const states = [
    'filed',
    'accepted',
    'upheld',
    'partly_upheld',
    'not_upheld',
    'refused',
    'withdrawn',
  ]
  const members = {
    state: states,
    open: [true, false],
    due_on: days,
    overdue_on: days,
  }
  assert.equal(
    expectPartition(queueOfComplaint, members, ({ open }) => open),
    224,
  )
  const filed = { state: 'filed', open: true, due_on: day }
  assert.equal(queueOfComplaint(filed, day), 'complaint_to_accept')
  assert.equal(queueOfComplaint({ ...filed, due_on: '2026-03-09' }, day), 'complaint_late')
  // Silence counted as taking it up: named once, and the day of the decision runs.
  const silent = {
    state: 'accepted',
    open: true,
    overdue_on: '2026-03-09',
    due_on: day,
  }
  assert.equal(queueOfComplaint(silent, day), 'complaint_to_decide')
  // Named for the decision: no day runs any more.
  assert.equal(queueOfComplaint({ ...silent, due_on: undefined }, day), 'complaint_late')
})

test('incidents', () => {
  const members = {
    open: [true, false],
    must_tell: [true, false],
    reported_on: [undefined, day],
    completed_on: [undefined, day],
    report_due_on: days,
    tell_due_on: days,
  }
  assert.equal(
    expectPartition(queueOfIncident, members, ({ open }) => open),
    256,
  )
  const opened = { open: true, must_tell: true, report_due_on: day, tell_due_on: '2026-03-12' }
  assert.equal(queueOfIncident(opened, day), 'incident_to_report')
  assert.equal(queueOfIncident(opened, '2026-03-11'), 'incident_late')
  const reported = { ...opened, reported_on: day }
  assert.equal(queueOfIncident(reported, '2026-03-12'), 'incident_to_tell')
  assert.equal(queueOfIncident(reported, '2026-03-13'), 'incident_late')
  const excepted = { ...reported, must_tell: false, tell_due_on: undefined }
  assert.equal(queueOfIncident(excepted, '2026-03-13'), 'incident_to_close')
})

test('repairs', () => {
  const ended = [
    'not_accepted',
    'granted',
    'refused',
    'shielded',
    'resumed',
    'revoked',
    'withdrawn',
    'annulled',
  ]
  const told = ['granted', 'shielded', 'resumed', 'revoked', 'annulled']
  const members = {
    state: ['applied', 'accepted', ...ended],
    acceptance_due: days,
    result_due: days,
    closed: [undefined, true, false],
  }
  const isOpen = ({ state, closed }) =>
    ['applied', 'accepted'].includes(state) || (told.includes(state) && closed === false)
  expectPartition(queueOfRepair, members, isOpen)
})

test('duties', () => {
  expectPartition(queueOfExecution, { open: [true, false], due_on: days }, ({ open }) => open)
  assert.equal(queueOfExecution({ open: true, due_on: day }, day), 'execution')
  assert.equal(queueOfExecution({ open: true, due_on: '2026-03-09' }, day), 'execution_late')
})

test('questions and what was told', () => {
  expectPartition(
    queueOfQuestion,
    { state: ['open', 'overdue', 'answered'], due_on: days },
    ({ state }) => state !== 'answered',
  )
  expectPartition(queueOfTold, { due_on: days }, () => true)
})

test('commitments', () => {
  const members = {
    open: [true, false],
    check_on: days.filter(Boolean),
    reminded_on: [undefined, day],
  }
  assert.equal(
    expectPartition(queueOfCommitment, members, ({ open }) => open),
    12,
  )
  const running = { open: true, check_on: '2026-03-11' }
  assert.equal(queueOfCommitment(running, day), 'commitment_running')
  assert.equal(queueOfCommitment({ ...running, reminded_on: day }, day), 'commitment_due')
  assert.equal(queueOfCommitment(running, '2026-03-11'), 'commitment_due') // its last day
  assert.equal(queueOfCommitment(running, '2026-03-12'), 'commitment_late')
})

test('honours', () => {
  const members = { state: ['open', 'withdrawn', 'kept', 'lapsed'], due_on: days.filter(Boolean) }
  expectPartition(queueOfHonour, members, ({ state }) => state === 'open')
  assert.equal(queueOfHonour({ state: 'open', due_on: day }, day), 'honour')
  assert.equal(queueOfHonour({ state: 'open', due_on: '2026-03-09' }, day), 'honour_late')
})

test('service', () => {
  const outcomes = [[], ['failed'], ['read'], ['failed', 'read'], ['failed', 'served'], ['served']]
  const members = {
    needs_service: [true, false],
    service: outcomes.map((steps) => steps.map((outcome) => ({ outcome }))),
  }
  const waits = ({ needs_service, service }) =>
    needs_service && service.every(({ outcome }) => outcome !== 'served')
  assert.equal(expectPartition(queueOfNotice, members, waits), 12)
})
