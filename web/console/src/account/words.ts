// What the subject's own pages say: their own words first, then those shared with the console.

import { fill, language, t as shared, type Word as Shared } from '../words'
import en from './words.en'
import zh, { type Own } from './words.zh'

export type Word = Own | Shared
export { language, own } from '../words'

export function has(word: string): word is Own {
  return word in zh
}

export function t(word: Word, ...values: (string | number)[]): string {
  return has(word)
    ? fill((language.value === 'zh' ? zh : en)[word], values)
    : shared(word, ...values)
}

// A code of the register in plain words; the code itself where there are none for it.
export function said(kind: string, code: unknown): string {
  const word = `${kind}.${String(code)}`
  return has(word) ? t(word) : String(code ?? '')
}

const months = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

// 2026-12-01 as people write it.
export function day(text?: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '')
  if (!parts) return text ?? ''
  const [, year, month, date] = parts
  return language.value === 'zh'
    ? `${year}年${Number(month)}月${Number(date)}日`
    : months.format(Date.parse(parts[0]))
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

// A time of the register, in Shandong.
export function moment(text: string): string {
  const [date = '', time = ''] = clock.format(Date.parse(text)).split(' ')
  return `${day(date)} ${time}`
}
