// The labels of the screens in the language that the clerk chose. What the register itself says
// (grounds, hints, sentences for the counter) comes with its answers in both languages.

import { ref, watchEffect } from 'vue'
import en from './words.en'
import zh, { type Word } from './words.zh'

export type { Word }
export type Language = 'zh' | 'en'

const kept = 'xinheng.language'
export const language = ref<Language>(localStorage.getItem(kept) === 'en' ? 'en' : 'zh')

watchEffect(() => {
  localStorage.setItem(kept, language.value)
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

export function fill(sentence: string, values: (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''))
}

export function t(word: Word, ...values: (string | number)[]): string {
  return fill((language.value === 'zh' ? zh : en)[word], values)
}

// A code of the register as the screens say it; the code itself where they have no word for it.
export function said(kind: string, code: unknown): string {
  const word = `${kind}.${String(code)}` as Word
  return word in zh ? t(word) : String(code ?? '')
}

interface Both {
  [member: string]: unknown
}

// zh and en as the register gives them: zh/en, title_zh/title_en, words_zh/words_en …
export function own(row: Both | undefined | null, stem = ''): string {
  if (!row) return ''
  const name = (wanted: Language) => (stem ? `${stem}_${wanted}` : wanted)
  return String(row[name(language.value)] || row[name('zh')] || '')
}
