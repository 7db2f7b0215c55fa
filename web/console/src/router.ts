// Screens and who has them. Addresses stand behind #, so that no id reaches a log on the way.

import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { has, isStaff, session, type Role } from './session'
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

export const screens: Screen[] = [
  { path: '/work', word: 'menu.work', roles: ['clerk', 'officer', 'credit_office', 'auditor', 'operator'] },
  { path: '/submit', word: 'menu.submit', roles: ['clerk', 'officer'], needs: 'submission' },
  { path: '/check', word: 'menu.check', roles: ['clerk', 'officer'], needs: 'checking' },
  { path: '/listings', word: 'menu.listings', roles: ['clerk', 'officer', 'auditor'] },
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
  { path: '/check', component: () => import('./pages/Check.vue') },
  { path: '/listings', component: () => import('./pages/Listings.vue') },
  { path: '/listings/:id', component: () => import('./pages/Listing.vue') },
  { path: '/:rest(.*)', redirect: '/work' },
]

export const router = createRouter({ history: createWebHashHistory(), routes })

router.beforeEach((to) => {
  if (to.path === '/sign-in') return true
  if (!session.value || !isStaff(session.value)) return { path: '/sign-in', query: { to: to.fullPath } }
  const screen = screens.find(({ path }) => to.path === path || to.path.startsWith(path + '/'))
  return !screen || mayOpen(screen) || to.path === '/work' ? true : '/work'
})
