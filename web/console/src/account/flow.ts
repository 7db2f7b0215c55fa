// A form as one question a page: which pages there are follows from the answers so far. The answers
// are a draft.

import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { draft, forget, type Values } from '../drafts'
import type { Given } from './parts/Uploads.vue'
import { t } from './words'

export interface Choice {
  value: string
  label: string
  hint?: string
}
export interface Line {
  name: string
  label: string
  kind: 'text' | 'date' | 'choice'
  choices?: Choice[]
  hint?: string
}
export interface Step {
  name: string
  question: string
  hint?: string
  kind: 'many' | 'one' | 'long' | 'files' | 'lines'
  optional?: boolean
  single?: boolean // one file
  choices?: Choice[]
  sought?: boolean // many choices: with a box to seek in them
  lines?: Line[]
}

export const given = (values: Values, name: string) => (values[name] ?? []) as Given[]
export const chosen = (values: Values, name: string) => (values[name] ?? []) as string[]
export const text = (values: Values, name: string) => String(values[name] ?? '').trim()

export function isAnswered(step: Step, values: Values): boolean {
  if (step.optional) return true
  if (step.kind === 'many' || step.kind === 'files') return chosen(values, step.name).length > 0
  if (step.kind === 'lines') return (step.lines ?? []).every(({ name }) => text(values, name))
  return text(values, step.name) !== ''
}

// What was answered, in words, for the page on which it is checked.
export function answerOf(step: Step, values: Values): string[] {
  const labels = (wanted: string[]) =>
    (step.choices ?? []).filter(({ value }) => wanted.includes(value)).map(({ label }) => label)
  if (step.kind === 'many') return labels(chosen(values, step.name))
  if (step.kind === 'one') return labels([text(values, step.name)])
  if (step.kind === 'files') return given(values, step.name).map(({ name }) => name)
  if (step.kind === 'lines')
    return (step.lines ?? []).map(({ name, label, choices }) => {
      const value = text(values, name)
      const known = choices?.find((choice) => choice.value === value)
      return `${label}：${known?.label ?? value}`
    })
  return text(values, step.name) ? [text(values, step.name)] : []
}

export function useFlow(name: string, base: string, stepsOf: (values: Values) => Step[]) {
  const route = useRoute()
  const router = useRouter()
  const values = draft(name, () => ({}))
  const steps: ComputedRef<Step[]> = computed(() => stepsOf(values))
  const place = computed(() => steps.value.findIndex((step) => step.name === route.params.step))
  const step = computed(() => steps.value[place.value])
  const checking = computed(() => route.params.step === 'check')
  // The first that still wants an answer before the one that is shown.
  const early = computed(() => {
    const end = place.value < 0 ? steps.value.length : place.value
    return steps.value.slice(0, end).find((each) => !isAnswered(each, values))
  })
  const addressOf = (step?: Step) => `${base}/${step ? step.name : 'check'}`
  const back = computed(() => {
    const before = checking.value ? steps.value.at(-1) : steps.value[place.value - 1]
    return before ? addressOf(before) : undefined
  })

  // To the next question; to the answers when they were all given before.
  function goOn() {
    const rest = steps.value.slice(place.value + 1)
    const open = values.checked ? rest.find((each) => !isAnswered(each, values)) : rest[0]
    return router.push(addressOf(open))
  }
  return {
    name,
    values,
    steps,
    step,
    place,
    checking,
    early,
    back,
    addressOf,
    goOn,
    forget: () => forget(name),
    count: computed(() => t('flow.step', place.value + 1, steps.value.length + 1)),
  }
}
export type Flow = ReturnType<typeof useFlow>
