// Screens and who has them. Addresses stand behind #, so that no id reaches a log on the way.

import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { readDrafts } from './drafts'
import { has, homeOf, isStaff, session, type Role } from './session'
import type { Word } from './words'
import SignIn from './pages/SignIn.vue'
import Work from './pages/Work.vue'

type Function = Parameters<typeof has>[0]

export interface Screen {
  path: string
  word: Word
  roles: Role[]
  needs?: Function
}

const handling: Role[] = ['clerk', 'officer', 'credit_office']

export const screens: Screen[] = [
  {
    path: '/work',
    word: 'menu.work',
    roles: ['clerk', 'officer', 'credit_office', 'auditor', 'operator'],
  },
  { path: '/submit', word: 'menu.submit', roles: ['clerk', 'officer'], needs: 'submission' },
  { path: '/check', word: 'menu.check', roles: ['clerk', 'officer'], needs: 'checking' },
  { path: '/listings', word: 'menu.listings', roles: ['clerk', 'officer', 'auditor'] },
  { path: '/objections', word: 'menu.objections', roles: handling },
  { path: '/complaints', word: 'menu.complaints', roles: handling },
  { path: '/repairs', word: 'menu.repairs', roles: ['clerk', 'officer'] },
  { path: '/commitments', word: 'menu.commitments', roles: ['clerk', 'officer', 'auditor'] },
  { path: '/honours', word: 'menu.honours', roles: ['clerk', 'officer', 'auditor'] },
  { path: '/orders', word: 'menu.orders', roles: [...handling, 'auditor'] },
  { path: '/service', word: 'menu.service', roles: [...handling, 'auditor'] },
  { path: '/subjects', word: 'menu.subjects', roles: ['clerk', 'officer'], needs: 'reading' },
  { path: '/incidents', word: 'menu.incidents', roles: ['officer', 'credit_office', 'auditor'] },
  { path: '/tips', word: 'menu.tips', roles: ['officer', 'auditor'] },
  {
    path: '/catalogue',
    word: 'menu.catalogue',
    roles: ['clerk', 'officer', 'credit_office', 'auditor', 'operator'],
  },
  { path: '/stays', word: 'menu.stays', roles: [...handling, 'auditor'] },
  { path: '/inspections', word: 'menu.inspections', roles: ['clerk', 'officer', 'auditor'] },
  { path: '/coverage', word: 'menu.coverage', roles: [...handling, 'auditor'] },
  { path: '/amendments', word: 'menu.amendments', roles: ['credit_office', 'auditor'] },
  { path: '/withholdings', word: 'menu.withholdings', roles: ['officer', 'auditor'] },
  { path: '/audit', word: 'menu.audit', roles: ['auditor'], needs: 'audit' },
  {
    path: '/accounts',
    word: 'menu.accounts',
    roles: ['clerk', 'officer', 'credit_office', 'auditor', 'operator'],
  },
]

export function mayOpen(screen: Screen): boolean {
  const now = session.value
  return now !== null && screen.roles.includes(now.role) && (!screen.needs || has(screen.needs))
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/work' },
  { path: '/sign-in', component: SignIn },
  { path: '/work', component: Work },
  { path: '/submit', component: () => import('./pages/Submit.vue') },
  { path: '/submit/:id', component: () => import('./pages/Submission.vue') },
  { path: '/check', component: () => import('./pages/Check.vue') },
  { path: '/listings', component: () => import('./pages/Listings.vue') },
  { path: '/listings/:id', component: () => import('./pages/Listing.vue') },
  { path: '/objections', component: () => import('./pages/Objections.vue') },
  { path: '/objections/:id', component: () => import('./pages/Objection.vue') },
  { path: '/complaints', component: () => import('./pages/Complaints.vue') },
  { path: '/complaints/:id', component: () => import('./pages/Complaint.vue') },
  { path: '/repairs', component: () => import('./pages/Repairs.vue') },
  { path: '/repairs/:id', component: () => import('./pages/Repair.vue') },
  { path: '/commitments', component: () => import('./pages/commitments/Commitments.vue') },
  { path: '/commitments/:id', component: () => import('./pages/commitments/Commitment.vue') },
  { path: '/honours', component: () => import('./pages/commitments/Honours.vue') },
  { path: '/orders', component: () => import('./pages/orders/Orders.vue') },
  { path: '/service', component: () => import('./pages/orders/Services.vue') },
  { path: '/service/:id', component: () => import('./pages/orders/Service.vue') },
  { path: '/subjects', component: () => import('./pages/Subjects.vue') },
  { path: '/incidents', component: () => import('./pages/Incidents.vue') },
  { path: '/incidents/:id', component: () => import('./pages/Incident.vue') },
  { path: '/tips', component: () => import('./pages/Tips.vue') },
  { path: '/catalogue', component: () => import('./pages/Catalogue.vue') },
  { path: '/stays', component: () => import('./pages/Stays.vue') },
  { path: '/inspections', component: () => import('./pages/Inspections.vue') },
  { path: '/coverage', component: () => import('./pages/Coverage.vue') },
  { path: '/amendments', component: () => import('./pages/Amendments.vue') },
  { path: '/amendments/:id', component: () => import('./pages/Amendment.vue') },
  { path: '/withholdings', component: () => import('./pages/lookups/Withholdings.vue') },
  { path: '/audit', component: () => import('./pages/Audit.vue') },
  { path: '/accounts', component: () => import('./pages/Accounts.vue') },
  { path: '/:rest(.*)', redirect: '/work' },
]

export const router = createRouter({ history: createWebHashHistory(), routes })

router.beforeEach(async (to) => {
  if (session.value && homeOf(session.value) === '/account/') {
    location.assign('/account/')
    return false
  }
  if (to.path === '/sign-in') return true
  if (!session.value || !isStaff(session.value))
    return { path: '/sign-in', query: { to: to.fullPath } }
  await readDrafts()
  const screen = screens.find(({ path }) => to.path === path || to.path.startsWith(path + '/'))
  return !screen || mayOpen(screen) || to.path === '/work' ? true : '/work'
})
