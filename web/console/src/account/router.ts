// The subject's own pages. Addresses stand behind #, so that no id reaches a log on the way; none
// holds anything of the subject.

import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { readDrafts } from '../drafts'
import { homeOf, session } from '../session'
import type { Word } from './words'
import Held from './pages/Held.vue'
import SignIn from './pages/SignIn.vue'

export interface Screen {
  path: string
  word: Word
}

export const screens: Screen[] = [
  { path: '/held', word: 'menu.held' },
  { path: '/lookups', word: 'menu.lookups' },
  { path: '/notices', word: 'menu.notices' },
  { path: '/matters', word: 'menu.matters' },
  { path: '/consents', word: 'menu.consents' },
  { path: '/settings', word: 'menu.settings' },
]

// The part of the menu under which another page stands.
export const under: Record<string, string> = {
  object: '/matters',
  repair: '/matters',
  complain: '/matters',
  objections: '/matters',
  repairs: '/matters',
  complaints: '/matters',
  commitments: '/matters',
  incidents: '/matters',
  consent: '/consents',
}

const receipt = { props: { receipt: true } }
const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/held' },
  { path: '/sign-in', component: SignIn },
  { path: '/held', component: Held },
  { path: '/held/:about/:id', component: () => import('./pages/Item.vue') },
  { path: '/lookups', component: () => import('./pages/Lookups.vue') },
  { path: '/lookups/:receipt', component: () => import('./pages/AskAboutLookup.vue') },
  { path: '/notices', component: () => import('./pages/Notices.vue') },
  { path: '/notices/:id', component: () => import('./pages/Notice.vue') },
  { path: '/matters', component: () => import('./pages/Matters.vue') },
  { path: '/settings', component: () => import('./pages/Settings.vue') },
  { path: '/object/:about/:id/:step', component: () => import('./pages/Object.vue') },
  { path: '/repair/:about/:id/:step', component: () => import('./pages/Repair.vue') },
  { path: '/complain/:step', component: () => import('./pages/Complain.vue') },
  { path: '/objections/:id', component: () => import('./pages/ObjectionStatus.vue') },
  {
    path: '/objections/:id/receipt',
    component: () => import('./pages/ObjectionStatus.vue'),
    ...receipt,
  },
  { path: '/repairs/:id', component: () => import('./pages/RepairStatus.vue') },
  { path: '/repairs/:id/receipt', component: () => import('./pages/RepairStatus.vue'), ...receipt },
  { path: '/complaints/:id', component: () => import('./pages/ComplaintStatus.vue') },
  {
    path: '/complaints/:id/receipt',
    component: () => import('./pages/ComplaintStatus.vue'),
    ...receipt,
  },
  { path: '/commitments/:id', component: () => import('./pages/CommitmentStatus.vue') },
  { path: '/consents', component: () => import('./pages/Consents.vue') },
  { path: '/consents/:id', component: () => import('./pages/Consent.vue') },
  { path: '/consent/:step', component: () => import('./pages/GiveConsent.vue') },
  { path: '/incidents', component: () => import('./pages/Incidents.vue') },
  { path: '/:rest(.*)', redirect: '/held' },
]

export const router = createRouter({ history: createWebHashHistory(), routes })

router.beforeEach(async (to) => {
  const home = session.value ? homeOf(session.value) : '/account/'
  if (home && home !== '/account/') {
    location.assign(home)
    return false
  }
  if (to.path === '/sign-in') return true
  await readDrafts()
  if (session.value) return true
  return { path: '/sign-in', query: { to: to.fullPath } }
})
