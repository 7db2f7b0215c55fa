// Calls to the register, typed by its contract. A refusal is thrown with its grounds.

import { askAgain, session } from '../session'
import { t } from '../words'
import type { components, paths } from './schema'

export type Ground = components['schemas']['Ground']
type Method = 'get' | 'post' | 'delete'
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>
type Content<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Answer<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 ? Content<R[S]> : never }[keyof R]
  : never
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer T } } } ? T : never
type With<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends undefined ? never : P
}[keyof paths]

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly grounds: Ground[],
  ) {
    super(grounds[0]?.word ?? String(status))
  }
}

interface Asked {
  path?: Record<string, string>
  query?: Record<string, string | number | undefined>
}

function address(path: string, asked: Asked): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(asked.path?.[name] ?? ''),
  )
  const query = Object.entries(asked.query ?? {}).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return (
    filled + (query.length ? '?' + new URLSearchParams(query.map(([k, v]) => [k, String(v)])) : '')
  )
}

export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('')
}

function unheard(): Refusal {
  const both = { zh: t('refusal.unheard'), en: t('refusal.unheard') }
  return new Refusal(0, [
    {
      word: 'console.unheard',
      ...both,
      next_zh: t('refusal.unheard_next'),
      next_en: t('refusal.unheard_next'),
    },
  ])
}

export async function refusalOf(answer: Response): Promise<Refusal> {
  const problem = (await answer.json().catch(() => null)) as { grounds?: Ground[] } | null
  return problem?.grounds ? new Refusal(answer.status, problem.grounds) : unheard()
}

export function bearer(): Record<string, string> {
  return session.value ? { Authorization: `Bearer ${session.value.token}` } : {}
}

// Asks; when the session ended, once more after the clerk has signed in again.
export async function ask(target: string, request: RequestInit): Promise<Response> {
  for (;;) {
    const headers = { ...(request.headers as Record<string, string>), ...bearer() }
    const answer = await fetch(target, { ...request, headers }).catch(() => null)
    if (!answer) throw unheard()
    if (answer.ok) return answer
    if (answer.status === 401 && session.value && (await askAgain())) continue
    throw await refusalOf(answer)
  }
}

export async function get<P extends With<'get'>>(
  path: P,
  asked: Asked = {},
): Promise<Answer<Operation<P, 'get'>>> {
  return (await ask(address(path, asked), { method: 'GET' })).json()
}

export async function post<P extends With<'post'>>(
  path: P,
  body: Body<Operation<P, 'post'>> | undefined,
  asked: Asked = {},
): Promise<Answer<Operation<P, 'post'>>> {
  const headers: Record<string, string> = { 'Idempotency-Key': newKey() }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const sent = body === undefined ? undefined : JSON.stringify(body)
  return (await ask(address(path, asked), { method: 'POST', headers, body: sent })).json()
}

// What comes as one JSON object a line.
export async function lines<Row>(path: With<'get'>, asked: Asked = {}): Promise<Row[]> {
  const text = await (await ask(address(path, asked), { method: 'GET' })).text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

// Every item of a list, page after page; at most `most`, and whether there were more.
export async function all<Item>(
  path: With<'get'>,
  query: Asked['query'] = {},
  most = 1000,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < 10; page += 1) {
    const answer = (await get(path, { query: { limit: 200, ...query, cursor } })) as {
      items: Item[]
      next?: string
    }
    items.push(...answer.items)
    cursor = answer.next
    if (!cursor || items.length >= most) break
  }
  return { items, more: cursor !== undefined }
}
